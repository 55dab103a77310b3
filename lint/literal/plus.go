package literal

import (
	"strings"

	"studiolint/lint/pattern"
)

// A Plus is a + right before an output of Liquid, with the country code after it.
type Plus struct {
	Start, End int
	Code       bool // there is a code
	Output     int  // where the output begins
}

// PlusBefore returns each + before an output.
func PlusBefore(text string) (all []Plus) {
	if strings.IndexByte(text, '+') < 0 && strings.IndexByte(text, '%') < 0 || !strings.Contains(text, "{{") {
		return nil
	}
	for _, m := range plus.FindAllStringSubmatchIndex(text, -1) {
		all = append(all, Plus{m[2], m[3], m[4] < m[5], m[1] - len("{{")})
	}
	return all
}

var plus = pattern.Lazy(`(?:^|[^0-9A-Za-z})])((?:\+|%2[Bb])(\d{0,3}))\s?\{\{`)
