package answers

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// An Argument is a word after which a text tells people to write something of their own, while
// the branch for it takes the word alone.
type Argument struct {
	Word   string
	By     *flow.Widget // whose text it is
	Branch reads.Branch
}

// Arguments are those of a flow, in the order of its widgets.
var Arguments = lint.NewFact(func(d *project.Document) []Argument {
	var all []Argument
	var replies []reads.Branch
	alone := map[string]int{} // by word: which of them takes it alone, -1 for none
	for i, w := range d.Flow.Widgets {
		if effects.ActOf(w) != effects.Tells && effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage {
			continue
		}
		told := offer.Arguments(effects.Prompt(w).Text())
		if len(told) == 0 || !d.Flow.Reachable(w) {
			continue
		}
		if replies == nil {
			replies = append(make([]reads.Branch, 0, 1+i), onReplies(d)...)
		}
		for _, word := range told {
			at, known := alone[word]
			switch {
			case known:
			case len(alone) == near:
				continue // each is looked for in all of them
			default:
				at = takesAlone(replies, word)
				alone[word] = at
			}
			if at >= 0 {
				all = append(all, Argument{word, w, replies[at]})
			}
		}
	}
	return all
})

// takesAlone returns which of some branches takes a word, where none may take what comes after it; -1
// where there is none.
func takesAlone(replies []reads.Branch, word string) int {
	if slices.ContainsFunc(replies, func(b reads.Branch) bool {
		return b.Comparison.Holds(word+" 12 elm") != split.No || b.Comparison.Holds(word+": elm") != split.No
	}) {
		return -1
	}
	return slices.IndexFunc(replies, func(b reads.Branch) bool {
		texts, ok := b.Comparison.Texts()
		return ok && slices.Contains(texts, word)
	})
}

// onReplies returns the branches of a flow that compare a message, as it was written, of the
// splits after which nothing is given the message when none fits.
func onReplies(d *project.Document) []reads.Branch {
	var all []reads.Branch
	for b := range reads.EachBranch(d) {
		r, ok := reads.OnlyRead(d.Flow, b.Condition)
		if !ok || !b.Literal || !reads.IsAnswer(d.Flow, r) || r.Liquid.HasFilter(changing...) {
			continue
		}
		if no := b.Transition.From.OnKind(schemas.KindNoMatch); no != nil && no.Meant != nil && effects.ActOf(no.Meant) == effects.Requests {
			continue
		}
		if asked := reads.Widget(d.Flow, r); asked == nil || asked.Needs() == schemas.NeedsMessage {
			all = append(all, b)
		}
	}
	return all
}
