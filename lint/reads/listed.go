package reads

import (
	"studiolint/lint"
	"studiolint/lint/project"
)

// Listed are the entries of the lists that splits compare with, in lower case, where a list has
// more than one.
var Listed = lint.NewFact(func(d *project.Document) map[string]bool {
	listed := map[string]bool{}
	for b := range EachBranch(d) {
		if entries := b.Comparison.Entries(); b.Literal && len(entries) > 1 {
			for _, entry := range entries {
				listed[entry] = true
			}
		}
	}
	return listed
})

// TakenTexts are the texts, in lower case, that the branches of splits take, as far as they are few.
var TakenTexts = lint.NewFact(func(d *project.Document) map[string]bool {
	taken := map[string]bool{}
	for b := range EachBranch(d) {
		if texts, ok := b.Comparison.Texts(); ok && b.Literal {
			for _, text := range texts {
				taken[text] = true
			}
		}
	}
	return taken
})
