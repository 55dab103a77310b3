package words

import (
	"slices"
	"testing"
)

func TestIn(t *testing.T) {
	for text, want := range map[string][]string{
		"":                     nil,
		"send_to-Sales 2":      {"send", "to", "sales"},
		"connectSales":         {"connect", "sales"},
		"a B c":                nil,
		"Größe, é, naïve":      {"größe", "naïve"},
		"SALES":                {"sales"},
		"{{widgets.menu.Key}}": {"widgets", "menu", "key"},
	} {
		if got := In(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
