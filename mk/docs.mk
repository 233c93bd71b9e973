# mk/docs.mk -- pages made from the tables that the programs are made from. `make check` fails when they are stale.

DOCS = docs/guide/cli.md docs/guide/errors.md docs/inside/bytecode.md

.PHONY: docs docs-check
docs: $(OUT)/bin/zvm-docs
	$(Q)for page in $(DOCS); do $< $$(basename $$page .md) > $$page.tmp && mv $$page.tmp $$page || exit 1; done

docs-check: $(OUT)/bin/zvm-docs
	$(Q)for page in $(DOCS); do \
	    if $< $$(basename $$page .md) | cmp -s - $$page; then echo "ok - $$page"; \
	    else echo "not ok - $$page is stale: make docs"; fi; done
