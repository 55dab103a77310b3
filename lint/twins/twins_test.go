package twins

import "testing"

func TestNamed(t *testing.T) {
	list := []string{"confirm", "no", "prices"}
	for part, want := range map[string]string{"confirmed": "confirm", "no": "no", "not": "", "price": "prices", "pri": "", "": ""} {
		if got := Named(part, list); got != want {
			t.Errorf("%q is called after %q, want %q", part, got, want)
		}
	}
}

func TestWithoutOutputs(t *testing.T) {
	for text, want := range map[string]string{"": "", "a {{b}} c": "a   c", "a {{b": "a ", "{{a}}{{b}}": "  "} {
		if got := withoutOutputs(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
