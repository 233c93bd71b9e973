# mk/install.mk -- PREFIX/bin and PREFIX/share/zvm-native; DESTDIR for packagers; `make dist` for those who do not build.
#
# Installed are the boards' prebuilt VMs that are there: `make sdk` first, for all. An archive has all of them.

BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share/zvm-native
COMPLETIONS = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
INSTALLED = zvm zvm-native zvm-gen zvm-sim $(if $(HAVE_M32),zvm-host32)

.PHONY: setup install install-files uninstall dist
setup:
	$(Q)mk/setup.sh

install: all install-files
install-files:
	install -d $(BIN) $(SHARE) $(COMPLETIONS)
	install $(INSTALL_FLAGS) $(addprefix $(OUT)/bin/,$(INSTALLED)) $(BIN)
	cp -R sdk templates boards $(SHARE)
	find $(SHARE) -name __pycache__ -prune -exec rm -rf {} +
	$(OUT)/bin/zvm-native completion > $(COMPLETIONS)/zvm-native

uninstall:
	rm -f $(addprefix $(BIN)/,$(INSTALLED) zvm-host32) $(COMPLETIONS)/zvm-native
	rm -rf $(SHARE)

# One folder that works wherever it is unpacked. The same files give the same bytes: names are sorted, owners and times
# are none's.
DIST = build/dist
DIST_NAME = zvm-native-$(VERSION)-linux-$(shell uname -m)
DIST_FILE = $(DIST)/$(DIST_NAME).tar.gz
DIST_DOCS = README.md CHANGELOG.md LICENSE docs
DIST_TAR = tar --sort=name --mtime=@946684800 --owner=0 --group=0 --numeric-owner --mode=u+rw,go+r,go-w --format=gnu

dist: all sdk
	$(say) dist $(DIST_FILE)
	$(Q)rm -rf $(DIST)/$(DIST_NAME)
	$(Q)$(MAKE) --no-print-directory install-files DESTDIR=$(DIST)/ PREFIX=$(DIST_NAME) INSTALL_FLAGS=-s >/dev/null
	$(Q)cp -R $(DIST_DOCS) $(DIST)/$(DIST_NAME)
	$(Q)$(DIST_TAR) -C $(DIST) -cf - $(DIST_NAME) | gzip -n -9 > $(DIST_FILE).tmp && mv $(DIST_FILE).tmp $(DIST_FILE)
	$(Q)rm -rf $(DIST)/$(DIST_NAME)
