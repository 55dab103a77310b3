package rules

import (
	"bytes"
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// mostSlipped is how many parts of names that look misspelt are looked for in a flow.
const mostSlipped = 16

// reportSlippedNames reports, once a flow, the names of what a service is given or has answered that lack a letter of a common
// word, or have two of them exchanged, and stand in the flow once: what stands there more often is most likely called so.
func reportSlippedNames(p *lint.Pass) {
	var d *finding.Diagnostic
	var looked []string // parts of names, of which there are few
	look := func(w *flow.Widget, name string, at finding.Placer) {
		s := words.SlippedIn(name)
		if s.Meant == "" || len(looked) == mostSlipped || slices.Contains(looked, s.Part) {
			return
		}
		looked = append(looked, s.Part)
		if bytes.Count(bytes.ToLower(p.Flow.Definition.Raw()), []byte(s.Part)) != 1 {
			return
		}
		if d == nil {
			d = p.Reportf(at, "%s has the name %s, in which %s looks misspelt; write %s if that is its name",
				w.Label(), words.Quote(words.Shorten(name)), words.Quote(s.Part), words.Quote(s.Meant)).
				As(finding.Note).Identify(s.Part)
		} else {
			d.Also(at, words.Quote(s.Part)+" of "+w.Label()+" looks like "+words.Quote(s.Meant))
		}
	}
	for _, r := range p.Flow.Refs() {
		if reads.InResponse(p.Flow, r) != nil && p.Flow.Reachable(r.Widget) {
			look(r.Widget, r.Name(len(r.Segments)-1), r.SegmentPlace(len(r.Segments)-1))
		}
	}
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Requests || w.Facts.Request == nil || !p.Flow.Reachable(w) {
			continue
		}
		for _, item := range w.Property(w.Facts.Request.Fields).Elements() {
			if key := item.Get("key"); key.IsString() {
				look(w, key.Text(), key)
			}
		}
	}
}
