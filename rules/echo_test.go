package rules

import (
	"testing"

	"studiolint/lint/placeholder"
	"studiolint/lint/secret"
	"studiolint/schemas"
)

// What the catalogue itself names is nothing that a person was to replace, and no
// credential: shape.Echoes passes over it.
func TestCatalogueNamesNothingToReplace(t *testing.T) {
	count := 0
	for _, typ := range schemas.Types() {
		for _, f := range schemas.Lookup(typ).Properties {
			if f.Secret {
				continue
			}
			for _, text := range append([]string{f.Default}, f.Values...) {
				count++
				_, filler := placeholder.Filler(text)
				_, host := placeholder.HostIn(text)
				_, nobody := placeholder.Specimen(text, true)
				if filler || host || nobody || placeholder.In(text) || placeholder.Name(text) || placeholder.Number(text) {
					t.Errorf("%s of %s: %q is a placeholder", f.Name, typ, text)
				}
				if len(text) >= secret.MinLength && secret.Named(f.Name, text) != "" {
					t.Errorf("%s of %s: %q is a credential", f.Name, typ, text)
				}
				for _, form := range secret.AllMarks().In(text) {
					no := func(string) bool { return false }
					if len(form.Find(text, no, no)) > 0 {
						t.Errorf("%s of %s: %q is %s", f.Name, typ, text, form.Kind)
					}
				}
			}
		}
	}
	if count < 100 {
		t.Errorf("only %d texts", count)
	}
}
