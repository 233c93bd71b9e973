# mk/docs.mk -- pages made from the tables that the programs are made from. `make check` fails when they are stale.

DOCS = docs/guide/cli.md docs/guide/errors.md docs/inside/bytecode.md

NAMES_PAGE = docs/guide/names.md
LIBRARY_PAGE = docs/guide/library.md

.PHONY: docs docs-check
docs: $(OUT)/bin/zvm-docs
	$(Q)for page in $(DOCS); do $< $$(basename $$page .md) > $$page.tmp && mv $$page.tmp $$page || exit 1; done
	$(Q)tests/native/names.py --page > $(NAMES_PAGE).tmp && mv $(NAMES_PAGE).tmp $(NAMES_PAGE)
	$(Q)mk/library.py > $(LIBRARY_PAGE).tmp && mv $(LIBRARY_PAGE).tmp $(LIBRARY_PAGE)
	$(Q)mk/boards.py

docs-check: $(OUT)/bin/zvm-docs
	$(Q)for page in $(DOCS); do \
	    if $< $$(basename $$page .md) | cmp -s - $$page; then echo "ok - $$page"; \
	    else echo "not ok - $$page is stale: make docs"; fi; done
	$(Q)if tests/native/names.py --page | cmp -s - $(NAMES_PAGE); then echo "ok - $(NAMES_PAGE)"; \
	    else echo "not ok - $(NAMES_PAGE) is stale: make docs"; fi
	$(Q)if mk/library.py | cmp -s - $(LIBRARY_PAGE); then echo "ok - $(LIBRARY_PAGE)"; \
	    else echo "not ok - $(LIBRARY_PAGE) is stale: make docs"; fi
	$(Q)mk/boards.py --check
