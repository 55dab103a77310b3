// Package rules holds the rules. Each has a file that is named after its ID, declares it and adds
// it to the list: there is no central table to edit. A rule that asks several questions has a file
// for each of them, whose name begins with that of the first: condition_value.go has
// condition_value_time.go.
package rules

import (
	"cmp"
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
)

var registry []*lint.Rule

// add puts a rule on the list when the package is loaded.
func add(r lint.Rule) *lint.Rule {
	registry = append(registry, &r)
	return &r
}

// All returns every rule in the order of the catalogue: by group, then by ID.
func All() []*lint.Rule {
	all := make([]*lint.Rule, 0, len(registry))
	for _, group := range finding.Groups() {
		from := len(all)
		for _, r := range registry {
			if r.Group == group {
				all = append(all, r)
			}
		}
		slices.SortFunc(all[from:], func(a, b *lint.Rule) int { return cmp.Compare(a.ID, b.ID) })
	}
	return all
}
