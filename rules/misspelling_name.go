package rules

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// mostSlipped is how many parts of names that look misspelt are looked for in a flow.
const mostSlipped = 16

// A slippedNames reports, once a flow, the names of what a service is given or has answered that lack a letter of a common
// word, or of another name of the flow, or have two of them exchanged, and stand in the flow once: what stands there more
// often is most likely called so.
type slippedNames struct {
	p       *lint.Pass
	d       *finding.Diagnostic
	looked  []string // parts of names, of which there are few
	strange []string // those that no list of words knows
}

func reportSlippedNames(p *lint.Pass) {
	s := slippedNames{p: p}
	for _, r := range p.Flow.Refs() {
		if reads.InResponse(p.Flow, r) != nil && p.Flow.Reachable(r.Widget) {
			last := len(r.Segments) - 1
			s.look(r.Widget, r.Name(last), source.Node{}, r.SegmentPlace(last))
		}
	}
	for _, w := range p.Flow.Widgets {
		if effects.ActOf(w) != effects.Requests || w.Facts.Request == nil || !p.Flow.Reachable(w) {
			continue
		}
		for _, item := range w.Property(w.Facts.Request.Fields).Elements() {
			if key := item.Get("key"); key.IsString() {
				s.look(w, key.Text(), key, key)
			}
		}
	}
}

// look looks at a name, also that of something given to a request, as a key. Whether two-spellings tells of it is asked of
// few, as that looks at all requests.
func (s *slippedNames) look(w *flow.Widget, name string, key source.Node, at finding.Placer) {
	slipped := words.SlippedIn(name)
	switch {
	case slipped.Meant != "":
		if len(s.looked) == mostSlipped || slices.Contains(s.looked, slipped.Part) {
			return
		}
		s.looked = append(s.looked, slipped.Part)
	case slipped.Strange == "" || len(s.strange) == mostSlipped || slices.Contains(s.strange, name):
		return
	default:
		s.strange = append(s.strange, name)
		value := key.Parent().Get("value").Text()
		if slipped.Meant = s.otherName(name, slipped.Strange, value); slipped.Meant == "" {
			return
		}
		slipped.Part = strings.ToLower(name)
	}
	if bytes.Count(bytes.ToLower(s.p.Flow.Definition.Raw()), []byte(slipped.Part)) != 1 || key.Exists() && s.toldBeside(key) {
		return
	}
	if s.d != nil {
		s.d.Also(at, words.Quote(slipped.Part)+" of "+w.Label()+" looks like "+words.Quote(slipped.Meant))
		return
	}
	s.d = s.p.Reportf(at, "%s has the name %s, in which %s looks misspelt; write %s if that is its name",
		w.Label(), words.Quote(words.Shorten(name)), words.Quote(slipped.Part), words.Quote(slipped.Meant)).
		As(finding.Note).Identify(slipped.Part)
}

// toldBeside reports whether two-spellings tells of a key, beside the name that other requests have for the same thing.
func (s *slippedNames) toldBeside(key source.Node) bool {
	if o := answers.OtherKeys.Of(s.p); o != nil && o.At == key {
		return true
	}
	for _, w := range s.p.Flow.Widgets {
		if w.Facts.Request == nil || !s.p.Flow.Reachable(w) {
			continue
		}
		for other := range keysIn(w) {
			if words.IsMisspeltName(key.Text(), other) {
				return true
			}
		}
	}
	return false
}

// keysIn are the names under which a request is given something.
func keysIn(w *flow.Widget) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, item := range w.Property(w.Facts.Request.Fields).Elements() {
			if !yield(item.Get("key").Text()) {
				return
			}
		}
	}
}

// otherName returns the name of the flow of which another one with a strange part is most likely a slip: that of the value
// which is given under it, one of known words, or one that stands there more often; "" for none.
func (s *slippedNames) otherName(name, strange, value string) string {
	for _, r := range s.p.Flow.Refs() {
		for i := 1; i < len(r.Segments); i++ {
			other := r.Name(i)
			is, known := words.IsSlippedName(name, strange, other)
			if is && (known || strings.Contains(value, other) || s.isUsual(other)) {
				return other
			}
		}
	}
	for _, w := range s.p.Flow.Widgets {
		if w.Facts.Request == nil {
			continue
		}
		for other := range keysIn(w) {
			is, known := words.IsSlippedName(name, strange, other)
			if is && (known || s.isUsual(other)) && !words.IsMisspeltName(name, other) {
				return other
			}
		}
	}
	return ""
}

// isUsual reports whether a name stands in the flow more than once.
func (s *slippedNames) isUsual(name string) bool {
	return bytes.Count(s.p.Flow.Definition.Raw(), []byte(name)) > 1
}
