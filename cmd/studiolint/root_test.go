package main

import "testing"

// TestSubcommandNames holds that a command that is made alone is the one that was called.
func TestSubcommandNames(t *testing.T) {
	for _, sub := range (command{}).subcommands() {
		if made := sub.make(); made.Name() != sub.name || len(made.Aliases) > 0 {
			t.Errorf("%s makes %s, which also goes by %q", sub.name, made.Name(), made.Aliases)
		}
	}
}
