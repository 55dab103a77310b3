package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportOnlyBlank reports the variables that the flow sets, but never to anything, and reads.
func reportOnlyBlank(p *lint.Pass) {
	all := p.Flow.Variables()
	if p.Flow.Unread() || shape.UnreadKeys.Of(p) || len(p.Project.Calls(p.Document)) > 0 ||
		slices.ContainsFunc(all, func(v *flow.Variable) bool { return len(v.Writes) > 0 && liquid.HasMarkup(v.Key) }) {
		return // something else may set them
	}
	tested := reads.Tested.Of(p)
	for _, v := range all {
		if len(v.Writes) == 0 || slices.ContainsFunc(v.Writes, func(w flow.Write) bool { return !w.Blank() }) {
			continue
		}
		i := slices.IndexFunc(v.Reads, func(r flow.Ref) bool {
			return p.Flow.Reachable(r.Widget) && !tested.Has(r) && !tested.Conditional(r) && !reads.Alternative(r)
		})
		if i < 0 {
			continue
		}
		set, read := v.Writes[0], v.Reads[i]
		d := p.Reportf(set.Value, "%s sets %s to a blank, and nothing gives it a value, so it is always blank for %s; write its value",
			set.Widget.Label(), words.Quote(v.Key), read.Widget.Label()).Identify(v.Key)
		for _, r := range v.Reads[i:] {
			d.Also(r.Place(), r.Widget.Label()+" reads it")
		}
	}
}
