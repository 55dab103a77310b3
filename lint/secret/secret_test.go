package secret

import (
	"slices"
	"strings"
	"testing"

	"studiolint/schemas"
)

// Secrets are looked for by their names before the catalogue is asked.
func TestSecretPropertiesHaveSecretNames(t *testing.T) {
	found := 0
	for _, typ := range schemas.Types() {
		for _, p := range schemas.Lookup(typ).Properties {
			if p.Secret {
				found++
				if !IsName(p.Name) {
					t.Errorf("%s of %s is a secret, but its name does not say so", p.Name, typ)
				}
			}
		}
	}
	if found == 0 {
		t.Error("there are no secrets")
	}
}

func TestIsExample(t *testing.T) {
	for value, want := range map[string]bool{
		"password": true, "API_PASSWORD": true, "api_password": true, "my-secret": true, "YourAuthToken": true, "twilio.auth.token": true,
		"xxxxxxxx": true, "********": true, "aaaaaa": true, "ab...": true, "placeholder1": true, "CHANGE_ME": true,
		"tr0ub4dor": false, "correct-horse": false, "secretsauce": false, "HUNTER2": false, "TOP_1": false, "passwords": false, "": false,
	} {
		if got := IsExample(value); got != want {
			t.Errorf("IsExample(%q) = %v", value, got)
		}
	}
}

// A long text must not make the expressions slow.
func TestIsExampleHostile(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"://a:", "[", "my", "A_", "-xxxx", "@"} {
		IsExample(strings.Repeat(part, 200_000/len(part)))
	}
}

// What one pass over a text tells is what looking for every mark tells.
func TestMarksIn(t *testing.T) {
	if len(forms()) > 64 {
		t.Fatal("there is no bit for each form")
	}
	texts := []string{"", "a", "@", "nothing to see here", "A", "hooks.slack", "SK and AC"}
	for _, form := range forms() {
		texts = append(texts, form.Mark, "x"+form.Mark, form.Mark[:len(form.Mark)-1], form.Mark+"y", strings.Repeat(form.Mark[:1], 3))
	}
	for _, text := range texts {
		want := slices.DeleteFunc(slices.Clone(forms()), func(f *Form) bool { return !strings.Contains(text, f.Mark) })
		if got := AllMarks().In(text); !slices.Equal(got, want) {
			t.Errorf("%q has the marks of %d forms, not %d", text, len(want), len(got))
		}
	}
}
