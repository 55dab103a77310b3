package words

import (
	"slices"
	"strings"
	"testing"
)

func TestTopics(t *testing.T) {
	for text, want := range map[string]string{
		"para Facturación":              "billing",
		"for sales and support":         "sales support",
		"um mit dem Verkauf zu reden":   "sales",
		"for bread":                     "",
		"para ventas, ventas y soporte": "sales support",
	} {
		if got := strings.Join(Topics(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// No word stands for two things.
func TestTranslationsAreDistinct(t *testing.T) {
	seen := map[string]string{}
	for _, line := range topics {
		for _, word := range line {
			if other, ok := seen[word]; ok {
				t.Errorf("%q stands for %s and %s", word, other, line[0])
			}
			seen[word] = line[0]
			if !slices.Contains(Translations(word), line[0]) {
				t.Errorf("%q: %q", word, Translations(word))
			}
		}
	}
}
