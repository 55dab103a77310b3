package diff

import (
	"cmp"
	"slices"

	"studiolint/lint/finding"
)

// newAndGone returns the findings that only the new flow has and those that only the old
// one had. names are the new names of widgets by their old ones: a finding does not
// become another one when its widget is called something else.
func newAndGone(before, after []*finding.Diagnostic, names map[string]string) (new, gone []*finding.Diagnostic) {
	left := map[string][]*finding.Diagnostic{}
	for _, d := range before {
		left[d.Fingerprint()] = append(left[d.Fingerprint()], d)
	}
	take := func(key string, d *finding.Diagnostic) bool {
		if len(left[key]) == 0 {
			new = append(new, d)
			return false
		}
		left[key] = left[key][1:]
		return true
	}
	for _, d := range after {
		take(d.Fingerprint(), d)
	}
	// What is left is compared by the rule and the widget.
	var rest []*finding.Diagnostic
	for _, list := range left {
		rest = append(rest, list...)
	}
	left = map[string][]*finding.Diagnostic{}
	for _, d := range byPlace(rest) {
		if now, called := names[d.Widget]; called && now != d.Widget {
			key := d.Rule.ID + "\x00" + now
			left[key] = append(left[key], d)
		} else {
			gone = append(gone, d)
		}
	}
	still := new
	new = nil
	for _, d := range still {
		take(d.Rule.ID+"\x00"+d.Widget, d)
	}
	for _, list := range left {
		gone = append(gone, list...)
	}
	return new, byPlace(gone)
}

func byPlace(list []*finding.Diagnostic) []*finding.Diagnostic {
	slices.SortFunc(list, func(a, b *finding.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Range.Start.Offset, b.Range.Start.Offset), cmp.Compare(a.Rule.ID, b.Rule.ID), cmp.Compare(a.Message, b.Message))
	})
	return list
}
