package rules

import (
	"slices"
	"testing"

	"studiolint/lint/liquid"
	"studiolint/schemas"
)

// The parser must know the syntax of every tag that the catalogue lists.
func TestTagsAreParsed(t *testing.T) {
	known := liquid.Tags()
	for _, tag := range schemas.LiquidFacts().Tags {
		if !slices.Contains(known, tag.Name) {
			t.Errorf("the parser does not know %s", tag.Name)
		}
		if tag.End != "" && !slices.Contains(known, tag.End) {
			t.Errorf("the parser does not know %s", tag.End)
		}
	}
}
