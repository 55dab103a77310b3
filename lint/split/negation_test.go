package split

import "testing"

func TestNegates(t *testing.T) {
	for operator, want := range map[string]bool{"not_equal_to": true, "does_not_contain": true, "is_not_blank": false, "equal_to": false} {
		if got := Negates(operator); got != want {
			t.Errorf("%s: %v", operator, got)
		}
	}
}

func TestIsExpression(t *testing.T) {
	for text, want := range map[string]bool{
		"[0-9]{5}": true, `\d{4}`: true, "^yes$": true, "stop.*": true, "(yes|no)": true, "[a-z ]+": false,
		"yes": false, "[urgent]": false, "*67": false, "a|b": false, "5*": false, "(a": false, "^_^": false,
	} {
		if got := IsExpression(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
