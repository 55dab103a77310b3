package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportOneCase reports the variables in which two branches of a split keep one answer, in letters of
// one case and as it was written.
func reportOneCase(p *lint.Pass) {
	for _, v := range p.Flow.Variables() {
		if len(v.Writes) != 2 || len(v.Reads) == 0 || !onOneSplit(v.Writes[0].Widget, v.Writes[1].Widget) {
			continue
		}
		first, second := caseOf(p.Flow, v.Writes[0]), caseOf(p.Flow, v.Writes[1])
		if first.path == "" || first.path != second.path || (first.filter == "") == (second.filter == "") {
			continue
		}
		changed, raw := 0, 1
		if first.filter == "" {
			changed, raw, first = 1, 0, second
		}
		if !isAskedFor(p.Flow, v, v.Writes[raw].Widget) {
			continue
		}
		p.Reportf(v.Writes[raw].Value, "%s keeps the answer as it was written, but %s keeps it %s: what is looked up by it is found by one way only; write %s here, too",
			v.Writes[raw].Widget.Label(), v.Writes[changed].Widget.Label(), words.Quote("| "+first.filter),
			words.Quote("| "+first.filter)).Relate(v.Writes[changed].Value, "the other branch")
	}
}

// A keptAnswer is what a variable is set to: the path of a person's words, "" when it is not one alone,
// and the filter that changes their letters.
type keptAnswer struct{ path, filter string }

func caseOf(f *flow.Flow, w flow.Write) (kept keptAnswer) {
	t := f.TemplateAt(w.Value)
	if t == nil {
		return keptAnswer{}
	}
	for _, r := range t.Refs() {
		filters, ok := reads.Printed(r)
		about := reads.Value(f, r)
		if path := r.Reference.String(); !ok || about == nil || about.Holds != schemas.HoldsReply || kept.path != "" && kept.path != path {
			return keptAnswer{}
		} else {
			kept.path = path
		}
		for _, filter := range filters {
			if filter.Name == liquid.FilterUpcase || filter.Name == liquid.FilterDowncase {
				kept.filter = filter.Name
			}
		}
	}
	return kept
}

// onOneSplit reports whether branches of one split lead to two widgets.
func onOneSplit(a, b *flow.Widget) bool {
	return slices.ContainsFunc(effects.Into(a), func(t *flow.Transition) bool {
		return t.From.Facts.Split && a != b && slices.ContainsFunc(effects.Into(b), func(other *flow.Transition) bool { return other.From == t.From })
	})
}

// isAskedFor reports whether a request after a widget is given a variable.
func isAskedFor(f *flow.Flow, v *flow.Variable, after *flow.Widget) bool {
	return slices.ContainsFunc(v.Reads, func(r flow.Ref) bool {
		return r.Widget.Facts.Request != nil && f.CanPrecede(after, r.Widget)
	})
}
