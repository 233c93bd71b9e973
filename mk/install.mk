# mk/install.mk -- PREFIX/bin and PREFIX/share/zvm-native; DESTDIR for packagers.

BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share/zvm-native
COMPLETIONS = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
INSTALLED = zvm zvm-native zvm-gen zvm-sim $(if $(HAVE_M32),zvm-host32)

.PHONY: setup install uninstall
setup:
	$(Q)mk/setup.sh

install: all
	install -d $(BIN) $(SHARE) $(COMPLETIONS)
	install $(addprefix $(OUT)/bin/,$(INSTALLED)) $(BIN)
	cp -R sdk templates boards $(SHARE)
	$(OUT)/bin/zvm-native completion > $(COMPLETIONS)/zvm-native

uninstall:
	rm -f $(addprefix $(BIN)/,$(INSTALLED) zvm-host32) $(COMPLETIONS)/zvm-native
	rm -rf $(SHARE)
