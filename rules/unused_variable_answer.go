package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportReplacedAnswers reports the answers that are kept in a variable which keeps the answer to another question,
// whichever way comes next, before anything reads it, while nothing else reads the first one: one a variable.
func reportReplacedAnswers(p *lint.Pass, wellFormed func(*lint.Pass) bool) {
	const most = 24 // that set one
	parent := p.Flow.Entry(flow.ParentEvent) != nil || len(p.Project.Callers(p.Document)) > 0
	for _, v := range p.Flow.Variables() {
		if len(v.Writes) < 2 || len(v.Writes) > most || len(v.Reads) == 0 || words.NamesLatest(v.Key) || questionKept(p.Flow, v.Writes[0]) == nil {
			continue
		}
		if len(p.Flow.ReadsOfAny()) > 0 || p.Flow.Unread() || reads.StoredBy(p.Flow)[""] || !wellFormed(p) {
			return
		}
		reading, again := readOf(p.Flow, v), map[*flow.Widget]*flow.Write{}
		for i := range v.Writes {
			again[v.Writes[i].Widget] = &v.Writes[i]
		}
		for _, lost := range v.Writes {
			asked := questionKept(p.Flow, lost)
			if asked == nil || lost.Widget.Incomplete || !p.Flow.Reachable(lost.Widget) || isReadBeside(p.Flow, asked, v) {
				continue
			}
			by := values.Overwritten(lost, again, parent, func(w *flow.Widget) bool { return reading[w] })
			if by != nil && isReplaced(p.Flow, lost, *by, asked) {
				p.Reportf(lost.Key, "%s keeps the answer to %s in %s, but %s puts another one there before anything reads it; use another name",
					lost.Widget.Label(), asked.Label(), words.Quote(v.Key), by.Widget.Label()).Relate(by.Key, by.Widget.Label()+" sets it, too")
				break
			}
		}
	}
}

// isReplaced reports whether what sets a variable anew puts the answer to another question there, and does not
// come right after, which is told by itself.
func isReplaced(f *flow.Flow, lost, by flow.Write, asked *flow.Widget) bool {
	other := questionKept(f, by)
	return by.Widget != lost.Widget && !nextSets(lost.Widget, by.Widget) && other != nil && other != asked &&
		!offer.AsksSameAgain(effects.Prompt(asked).Text(), effects.Prompt(other).Text())
}

// questionKept returns the question whose answer a variable is set to; nil for anything else.
func questionKept(f *flow.Flow, write flow.Write) *flow.Widget {
	t := f.TemplateAt(write.Value)
	if t == nil || len(t.Refs()) != 1 || !t.Liquid.Readable() {
		return nil
	}
	r := t.Refs()[0]
	asked := f.Widget(r.Name(1))
	if r.Root() != "widgets" || asked == nil || !reads.IsAll(r) || !reads.IsAnswer(f, r) || !answers.Asks(asked) || f.Only(asked.Name) != asked {
		return nil
	}
	return asked
}

// isReadBeside reports whether anything but what sets a variable reads what a question has stored.
func isReadBeside(f *flow.Flow, asked *flow.Widget, v *flow.Variable) bool {
	return slices.ContainsFunc(f.OutputRefs(asked.Name), func(r flow.Ref) bool {
		return !slices.ContainsFunc(v.Writes, func(w flow.Write) bool { return w.Value == r.Node })
	})
}
