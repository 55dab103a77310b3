package rules

import (
	"encoding/json"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// blankValues finds values without quotes that may be blank.
type blankValues struct {
	*lint.Pass
	held   *values.Holding
	tested *reads.Tests
}

// keptText returns what is known of a text that Set Variables has put where a reference
// reads, and that is never a value of JSON: an address or a SID, or, as Text alone, words
// of the flow itself. It is nil when anything else may be there.
func (b *blankValues) keptText(r flow.Ref) *schemas.Variable {
	if _, ok := reads.VariableOf(b.Flow, r); !ok || b.tested.Has(r) {
		return nil
	}
	v := b.held.At(r)
	if !v.Known || v.MustBeBlank() {
		return nil
	}
	for _, text := range v.Constants {
		if json.Valid([]byte(text)) || strings.TrimSpace(text) == "" || shape.HoldsPlaceholder(b.Pass, text) {
			return nil
		}
	}
	kept := &schemas.Variable{Text: true}
	if !v.Text {
		return kept
	}
	sources := b.held.Sources(r, keepsText)
	for _, source := range sources {
		known := reads.Value(b.Flow, source)
		if known == nil || !known.Text || known.Confidence == schemas.Low {
			return nil
		}
		kept = known
	}
	if len(sources)+len(v.Constants) < len(v.Writes) {
		return nil
	}
	return kept
}

func (b *blankValues) check(r flow.Ref) {
	if b.tested.Has(r) || b.tested.Conditional(r) {
		return
	}
	v := b.held.At(r)
	if b.noValue(r, &v) {
		return
	}
	item := ""
	if isItem(b.Flow, r) {
		item = reads.Path(r)
	}
	if v.Text {
		for _, source := range b.held.Sources(r, func(filters []liquid.Filter) bool { return !reads.Through(filters, "default") }) {
			if item == "" && isItem(b.Flow, source) {
				item = reads.Path(source)
			}
		}
	}
	const leaves = "; which breaks the JSON; add | default: 0"
	if item != "" {
		if d, first := b.ReportOncef(r.Widget, r.Template.Place(r.Reference.Span), "%s prints %s without quotes, which is blank when the list has no such item (%s)"+leaves,
			r.Widget.Label(), reads.Path(r), item); first {
			d.As(finding.Note)
		}
		return
	}
	if !v.Unset || v.MustBeBlank() {
		return // read-before-run
	}
	path, ok := b.held.WayUnset(r)
	if !ok {
		return
	}
	if d, first := b.ReportOncef(r.Widget, r.Template.Place(r.Reference.Span), "%s prints %s without quotes, but one can come here without a value for it"+leaves,
		r.Widget.Label(), reads.Path(r)); first {
		d.As(finding.Note).Along(finding.Steps(path, r.Widget))
	}
}

// noValue reports a variable without quotes that a step sets to a word which is no value of JSON, where others set it to
// numbers or the like.
func (b *blankValues) noValue(r flow.Ref, v *values.Value) bool {
	if !v.Known || v.Text || len(v.Constants) < 2 {
		return false
	}
	if _, variable := reads.VariableOf(b.Flow, r); !variable {
		return false
	}
	for _, write := range v.Writes {
		text := write.Value.Text()
		if !slices.Contains(v.Constants, text) || json.Valid([]byte(text)) || strings.TrimSpace(text) == "" || shape.HoldsPlaceholder(b.Pass, text) {
			continue
		}
		if d, first := b.ReportOncef(r.Widget, r.Template.Place(r.Reference.Span), "%s prints %s without quotes, but %s sets it to %s, which is no JSON without them; write quotes here, or a number there",
			r.Widget.Label(), reads.Path(r), write.Widget.Label(), words.Quote(text)); first {
			d.Relate(write.Value, "where it is set")
		}
		return true
	}
	return false
}

// isItem reports whether a reference reads an item of a list that a server has sent.
func isItem(f *flow.Flow, r flow.Ref) bool {
	return slices.ContainsFunc(r.Segments, func(s liquid.Segment) bool { return s.Kind == liquid.IndexSegment }) && reads.InResponse(f, r) != nil
}
