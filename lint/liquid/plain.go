package liquid

import "strings"

// Plain returns a text without its Liquid: what stands there whatever a template prints.
func Plain(text string) string {
	if !HasMarkup(text) {
		return text
	}
	return Parse(text).Plain(text)
}

// Plain returns the text that the template was parsed from without its Liquid.
func (t *Template) Plain(text string) string {
	var b strings.Builder
	for n := range t.Leaves() {
		if n.Kind == TextNode {
			b.WriteString(n.In(text))
		}
	}
	return b.String()
}
