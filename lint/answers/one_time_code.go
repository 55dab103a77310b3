package answers

import (
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/schemas"
)

// SetsOneTimeCode reports whether a template is the value of a variable that is by its name a code, which is not read
// as a time.
func SetsOneTimeCode(t *flow.Template) bool {
	return t.Widget.Facts.Outputs.From == schemas.FromVariables && t.Node.Key() == "value" && offer.NamesOneTime(t.Node.Parent().Get("key").Text())
}
