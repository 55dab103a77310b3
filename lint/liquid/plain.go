package liquid

import "strings"

// Plain returns a text without its Liquid: what stands there whatever a template prints.
func Plain(text string) string {
	if !HasMarkup(text) {
		return text
	}
	var b strings.Builder
	for n := range Parse(text).Leaves() {
		if n.Kind == TextNode {
			b.WriteString(n.In(text))
		}
	}
	return b.String()
}
