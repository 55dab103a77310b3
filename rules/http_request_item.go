package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// checkItem reports an item of what is never a list.
func checkItem(p *lint.Pass, r flow.Ref) {
	_, key, ok := r.Output()
	at := 3
	switch {
	case !ok:
		return
	case r.Use == liquid.UseLoop && len(r.Segments) == at && readsNames(r.Template):
		at-- // a loop over an object gives pairs without names
	case len(r.Segments) < at+1 || r.Segments[at].Kind != liquid.IndexSegment && r.Name(at) != "first" && r.Name(at) != "last":
		return
	}
	w := reads.Widget(p.Flow, r)
	if w == nil {
		return
	}
	if v := w.Facts.Outputs.Key(key); v != nil && v.NeverList && !hasMember(p.Flow, w, key, r.Name(at)) {
		d, _ := p.ReportOncef(r.Widget, r.SegmentPlace(at), "%s of %s is blank when the answer is a list, which Studio does not parse; let the server answer with an object", words.Quote(key), words.Quote(w.Name))
		d.As(finding.Note)
	}
}

// readsNames reports whether a template reads members by name of what a loop of its own
// runs over.
func readsNames(t *flow.Template) bool {
	return slices.ContainsFunc(t.Liquid.References, func(r liquid.Reference) bool {
		return r.Local >= 0 && len(r.Segments) > 1 && r.Segments[1].Kind == liquid.NameSegment
	})
}
