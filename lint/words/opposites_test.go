package words

import "testing"

func TestAreOpposites(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"Open", "CLOSED"}: true, {"no", "yes"}: true, {"Não", "sim"}: true,
		{"open", "open"}: false, {"yes", "false"}: false, {"", ""}: false, {"sales", "support"}: false,
	} {
		if got := AreOpposites(pair[0], pair[1]); got != want {
			t.Errorf("%q and %q: %v", pair[0], pair[1], got)
		}
	}
}

func TestStateAgainst(t *testing.T) {
	for state, want := range map[string]string{"open": "closed", "valid": "invalid", "yes": "", "close": "", "tall": ""} {
		if got := StateAgainst(state, []string{"say", "closed", "no", "open", "invalid"}); got != want {
			t.Errorf("against %s: %q, want %q", state, got, want)
		}
	}
}
