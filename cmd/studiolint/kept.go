package main

import (
	"strings"

	"studiolint/lint/finding"
)

// kept are the findings of a run without what leads to their files: what they are known
// by, and whether they count. It is the lint.Sink of who wants no more of them.
type kept []*finding.Diagnostic

// Render copies them, without what leads to their files.
func (*kept) Render(found []*finding.Diagnostic) (any, int) {
	list := make(kept, len(found))
	for i, d := range found {
		list[i] = &finding.Diagnostic{
			Rule: d.Rule, Message: d.Message, Widget: strings.Clone(d.Widget), File: d.File, Fingerprint: d.Fingerprint,
		}
		if s := d.Suppressed; s != nil {
			list[i].Suppressed = &finding.Suppression{Kind: s.Kind, Reason: strings.Clone(s.Reason)}
		}
	}
	return list, 0
}

// Take keeps them.
func (k *kept) Take(list any) { *k = append(*k, list.(kept)...) }
