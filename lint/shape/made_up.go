package shape

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/placeholder"
)

// IsMadeUp reports whether a text is a number that nobody has, in digits: 312-555-0143. Who fills in another
// one keeps its form.
func IsMadeUp(text string) bool {
	return text != "" && strings.Trim(text, "0123456789+-(). ") == "" && placeholder.Number(text)
}

// IsFilledIn reports whether something fills in the file of a document, so that what is to be replaced in it is no
// slip.
func IsFilledIn(p *lint.Pass) bool {
	return p.Config.IsTemplate(p.File.Source.Path) || p.File.Filled != nil
}
