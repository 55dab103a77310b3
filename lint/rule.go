// Package lint runs rules over documents and collects what they find. It knows
// no rule, no format and no widget.
package lint

import "studiolint/lint/finding"

// A Rule is one kind of mistake and how to find it. Rules hold no state.
type Rule struct {
	finding.Rule

	// Check looks for the mistake in one Scope: of PerFlow, Pass.Document and
	// Pass.Flow are set, of PerDocument Pass.Document, and Pass.Flow when it has a
	// definition.
	Check func(*Pass)
}

// Data returns the data of rules.
func Data(rules []*Rule) []*finding.Rule {
	list := make([]*finding.Rule, len(rules))
	for i, r := range rules {
		list[i] = &r.Rule
	}
	return list
}
