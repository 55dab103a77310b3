package offer

import (
	"strings"
	"testing"
)

func TestArguments(t *testing.T) {
	for text, want := range map[string]string{
		"Reply MOVE followed by your new address": "move", "SIZE: [your size]": "size", "Text FIND <town>, or JOIN <name>.": "find join", "Reply NAME your name": "name",
		"PESO: [su peso]": "peso", "Reply YES or NO.": "", "Reply STOP [to stop]": "", "Welcome to ACME (your shop)": "acme", "Answer YES: your order is stored": "", "HELP (for help)": "",
		"INFO <https://a.example>": "", "Reply YES [I agree]": "", "FIND [city or zip code]": "find",
	} {
		if got := strings.Join(Arguments(text), " "); got != want {
			t.Errorf("Arguments(%q) = %q", text, got)
		}
	}
}
