package rules

import (
	"bytes"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportSlippedNames reports, once a flow, the names of what a service is given or has answered that lack a letter of a common
// word, or have two of them exchanged, and stand in the flow once: what stands there more often is most likely called so.
func reportSlippedNames(p *lint.Pass) {
	var d *finding.Diagnostic
	told, seen := map[string]bool{}, map[string]bool{}
	look := func(w *flow.Widget, name string, at finding.Placer) {
		if seen[name] {
			return
		}
		seen[name] = true
		for _, part := range words.In(name) {
			meant := words.SlippedWord(part)
			if meant == "" || told[part] || bytes.Count(bytes.ToLower(p.Flow.Definition.Raw()), []byte(part)) != 1 {
				continue
			}
			told[part] = true
			if d == nil {
				d = p.Reportf(at, "%s has the name %s, in which %s looks misspelt; write %s if that is its name",
					w.Label(), words.Quote(words.Shorten(name)), words.Quote(part), words.Quote(meant)).
					As(finding.Note).Identify(part)
			} else {
				d.Also(at, words.Quote(part)+" of "+w.Label()+" looks like "+words.Quote(meant))
			}
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
