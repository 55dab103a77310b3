package rules

import (
	"studiolint/lint/flow"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A checked property is named in messages, and only there: nearly all values are right.
type checked struct {
	widget *flow.Widget
	facts  *schemas.Property
}

func (c checked) String() string { return words.Quote(c.facts.Name) + " of " + c.widget.Label() }
