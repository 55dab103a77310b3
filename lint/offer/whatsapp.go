package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// HasSlanted reports whether a text has a word between underscores, which WhatsApp writes in italics and a
// text message shows as they are.
func HasSlanted(text string) bool {
	return strings.IndexByte(text, '_') >= 0 && slanted.MatchString(text)
}

var slanted = pattern.Lazy(`(?:^|[\s(])_\pL[\pL ]{0,30}\pL_(?:[\s).,:;!?]|$)`)
