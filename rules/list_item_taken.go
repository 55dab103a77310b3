package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportFixedItems reports the steps that take the same item of a list whatever was chosen from it, or another one than
// that which is offered for the answer.
func reportFixedItems(p *lint.Pass) {
	items := answers.FixedItems(p.Document)
	if len(items) == 0 {
		return
	}
	old := answers.OldValues(p.Document) // wrong-question
	for _, i := range items {
		if slices.ContainsFunc(old, func(o answers.OldValue) bool { return o.Ref.Node == i.Ref.Node }) {
			continue
		}
		number, list := i.Ref.Name(i.At), reads.PathTo(i.Ref, i.At-1)
		if i.Answer != "" {
			p.Reportf(i.Ref, "%s takes the item %s of %s for %s, which %s offers for the item %s; take that", i.Ref.Widget.Label(), number, list,
				words.Quote(i.Answer), i.Question.Label(), i.Chosen).Relate(i.Question, "where it is offered")
			continue
		}
		reader := "only a split reads"
		if !i.Split {
			reader = "nothing reads"
		}
		p.Reportf(i.Ref, "%s takes the item %s of %s whatever is chosen at %s, whose answer %s; take the one of that number",
			i.Ref.Widget.Label(), number, list, i.Question.Label(), reader).Relate(i.Question, "where it is chosen")
	}
}
