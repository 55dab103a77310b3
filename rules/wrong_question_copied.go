package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// A fromQuestion is a field of a request that holds an output of a question alone.
type fromQuestion struct {
	flow.Ref
	key, output string
	question    *flow.Widget
}

// reportCopiedFields reports the requests right after a question that are given an output of an earlier question, where
// the same request after that one is given it under the same name, and both are given another one of their own question
// alike: it was copied, and one name was left. One a flow.
func reportCopiedFields(p *lint.Pass) {
	const most = 60 // requests that are compared
	given := map[string][]*flow.Widget{}
	fields := map[*flow.Widget][]fromQuestion{}
	for _, w := range p.Flow.Widgets {
		if w.Facts.Request == nil || len(fields) == most || len(effects.Into(w)) == 0 || !p.Flow.Reachable(w) {
			continue
		}
		if all := questionFields(p.Flow, w); len(all) > 1 {
			address := w.Property(w.Facts.Request.URL).Text()
			given[address], fields[w] = append(given[address], w), all
		}
	}
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		if fields[w] == nil {
			continue
		}
		for _, sister := range given[w.Property(w.Facts.Request.URL).Text()] {
			left := leftInCopy(w, fields[w], fields[sister])
			switch {
			case sister == w || left == nil:
				continue
			case d == nil:
				d = p.Reportf(left.Place(), "%s is given %s of %s, as %s is, but comes after %s; read widgets.%s.%s", w.Label(), words.Quote(left.key),
					left.question.Label(), sister.Label(), effects.Into(w)[0].From.Label(), words.Shorten(effects.Into(w)[0].From.Name), left.output).
					As(finding.Note).Relate(sister, "the other request").Identify(w.Label())
			default:
				d.Also(left.Place(), "so is "+w.Label())
			}
			break
		}
	}
}

// questionFields returns the fields of a request that hold outputs of questions.
func questionFields(f *flow.Flow, w *flow.Widget) (all []fromQuestion) {
	for _, t := range f.TemplatesOf(w) {
		for _, r := range t.Refs() {
			asked := reads.Widget(f, r)
			if asked == nil || !answers.Asks(asked) || f.Only(asked.Name) != asked || len(r.Segments) < 3 {
				continue
			}
			output, ok := strings.CutPrefix(r.Reference.String(), "widgets."+asked.Name+".")
			if key := reads.KeyOf(r); ok && key != "" {
				all = append(all, fromQuestion{r, key, output, asked})
			}
		}
	}
	return all
}

// leftInCopy returns the one field of a request that a sister has from her own question, when the request has another
// one as she has, but from the question right before it; else nil.
func leftInCopy(w *flow.Widget, own, sisters []fromQuestion) (left *fromQuestion) {
	asked, before := effects.Into(w)[0].From, sisters[0].question
	alike := false
	if asked == before || slices.ContainsFunc(effects.Into(w), func(t *flow.Transition) bool { return t.From != asked }) ||
		slices.ContainsFunc(sisters, func(s fromQuestion) bool { return s.question != before }) {
		return nil
	}
	for i, field := range own {
		same := slices.ContainsFunc(sisters, func(s fromQuestion) bool { return s.key == field.key && s.output == field.output })
		switch {
		case field.question == asked:
			alike = alike || same
		case field.question != before || !same || left != nil || !brings(asked, w, field.Ref):
			return nil
		default:
			left = &own[i]
		}
	}
	if !alike {
		return nil
	}
	return left
}

// brings reports whether a question has the output that a reference reads of another one where it leads to a step.
func brings(asked, to *flow.Widget, r flow.Ref) bool {
	output := asked.Facts.Outputs.Key(r.Name(2))
	return output != nil && (len(output.Events) == 0 || slices.ContainsFunc(asked.Transitions, func(t *flow.Transition) bool {
		return effects.LeadsTo(t, to) && slices.Contains(output.Events, t.Raised())
	})) && effects.ActOf(asked) == effects.Asks
}
