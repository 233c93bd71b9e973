# mk/check.mk -- what `make check` runs, and its closing line.

.PHONY: check
check: all unit
