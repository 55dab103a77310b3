package rules

import (
	"bytes"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// A fault is one mistake planted in a flow by editing its bytes; all else stays
// as it was written.
type fault struct {
	kind string // how: "removed", "misspelt" …
	what string // of what: "property", "event" …

	edits    []edit           // in the order of the text
	places   []source.Span    // of the unedited text, where a finding may point too
	each     bool             // each of the places is a mistake now: a finding for every one
	severity finding.Severity // of the finding; 0 when any will do
}

// An edit replaces a span. Unless it removes something, what it writes is a place
// where the finding may point.
type edit struct {
	at   source.Span
	text string
	aux  bool // belongs to the mistake but is not its place
}

func (e edit) delta() int { return len(e.text) - e.at.Len() }

// apply returns the edited text.
func (m *fault) apply(text []byte) []byte {
	var out bytes.Buffer
	last := 0
	for _, e := range m.edits {
		out.Write(text[last:e.at.Start])
		out.WriteString(e.text)
		last = e.at.End
	}
	out.Write(text[last:])
	return out.Bytes()
}

// moved returns where an offset of the unedited text is in the edited one; false
// when an edit has replaced it.
func (m *fault) moved(offset int) (int, bool) {
	delta := 0
	for _, e := range m.edits {
		if e.at.Start == offset && e.text != "" && e.at.Len() > 0 {
			return offset + delta, true // what stands there now
		}
		if e.at.Start <= offset && offset < e.at.End {
			return 0, false
		}
		if e.at.End <= offset {
			delta += e.delta()
		}
	}
	return offset + delta, true
}

// targets returns the spans of the edited text where a finding may point.
func (m *fault) targets() []source.Span {
	var spans []source.Span
	delta := 0
	for _, e := range m.edits {
		if e.text != "" && !e.aux {
			start := e.at.Start + delta
			spans = append(spans, source.Span{Start: start, End: start + len(e.text)})
		}
		delta += e.delta()
	}
	for _, s := range m.places {
		if start, ok := m.moved(s.Start); ok {
			spans = append(spans, source.Span{Start: start, End: start + s.Len()})
		}
	}
	return spans
}

// A verdict says how the linter did on one fault.
type verdict struct {
	found    bool // there is a new finding
	placed   bool // one is at the planted place
	severity bool // and has the expected severity
	extra    []*finding.Diagnostic
	all      []*finding.Diagnostic // the new findings
}

// judge compares the findings of the edited text with those of the unedited one.
func (m *fault) judge(before, after []*finding.Diagnostic) verdict {
	added := m.added(before, after)
	v := verdict{all: added, found: len(added) > 0}
	want := m.targets()
	hit := make([]bool, len(want))
	good := 0
	for _, d := range added {
		on := slices.IndexFunc(want, func(s source.Span) bool { return touches(d, []source.Span{s}) })
		if on < 0 || (!m.each && good > 0) || (m.each && hit[on]) {
			v.extra = append(v.extra, d)
			continue
		}
		hit[on] = true
		good++
		v.placed = true
		v.severity = m.severity == 0 || d.Severity == m.severity
	}
	if m.each && slices.Contains(hit, false) {
		v.placed, v.found = false, false
	}
	return v
}

// touches reports whether a finding points into one of the spans.
func touches(d *finding.Diagnostic, spans []source.Span) bool {
	from, to := d.Range.Start.Offset, max(d.Range.End.Offset, d.Range.Start.Offset+1)
	return slices.ContainsFunc(spans, func(s source.Span) bool { return from < s.End && s.Start < to })
}

// added returns the findings that the edit brought about. A finding is an old one
// when the same rule said the same before, or said something at the same place or
// of the same widget: messages change with the names in them, and places with the
// text around them.
func (m *fault) added(before, after []*finding.Diagnostic) []*finding.Diagnostic {
	used := make([]bool, len(before))
	place := func(b *finding.Diagnostic) int {
		offset, ok := m.moved(b.Range.Start.Offset)
		if !ok {
			return -1
		}
		return offset
	}
	same := []func(b, a *finding.Diagnostic) bool{
		func(b, a *finding.Diagnostic) bool {
			return b.Message == a.Message && place(b) == a.Range.Start.Offset
		},
		func(b, a *finding.Diagnostic) bool { return place(b) == a.Range.Start.Offset },
		func(b, a *finding.Diagnostic) bool { return b.Message == a.Message },
		func(b, a *finding.Diagnostic) bool { return stateOf(b) == stateOf(a) },
		// One finding for several places is at the first that is left.
		func(b, a *finding.Diagnostic) bool { return m.sameGroup(b, a) },
	}
	rest := after
	for _, same := range same {
		var left []*finding.Diagnostic
	next:
		for _, a := range rest {
			for i, b := range before {
				if !used[i] && b.Rule == a.Rule && (b.Severity >= a.Severity || b.Message == a.Message) && same(b, a) {
					used[i] = true
					continue next
				}
			}
			left = append(left, a)
		}
		rest = left
	}
	return rest
}

// sameGroup reports whether a finding for several places is what is left of another
// one: it names no more places, and one of them at least is the same.
func (m *fault) sameGroup(b, a *finding.Diagnostic) bool {
	if len(b.Related) == 0 || len(a.Related) > len(b.Related) {
		return false
	}
	now := placesOf(a)
	return slices.ContainsFunc(placesOf(b), func(offset int) bool {
		offset, ok := m.moved(offset)
		return ok && slices.Contains(now, offset)
	})
}

// placesOf returns where a finding and its related places begin.
func placesOf(d *finding.Diagnostic) []int {
	list := []int{d.Range.Start.Offset}
	for _, r := range d.Related {
		list = append(list, r.Range.Start.Offset)
	}
	return list
}

// stateOf is the pointer of the state that holds a finding.
func stateOf(d *finding.Diagnostic) string {
	parts := strings.SplitN(d.Pointer(), "/", 4)
	return strings.Join(parts[:min(3, len(parts))], "/")
}

// The edits that faults are made of.

func replace(n source.Node, text string) edit { return edit{at: n.Span(), text: text} }

func rename(n source.Node, key string) edit { return edit{at: n.KeySpan(), text: quoteJSON(key)} }

// remove takes a member or an element out, with its comma.
func remove(n source.Node) edit {
	start := func(n source.Node) int {
		if s := n.KeySpan(); s.Len() > 0 {
			return s.Start
		}
		return n.Span().Start
	}
	var last source.Node
	found := false
	for c := range n.Parent().Children() {
		switch {
		case found:
			return edit{at: source.Span{Start: start(n), End: start(c)}}
		case c == n:
			found = true
		default:
			last = c
		}
	}
	if last.Exists() {
		return edit{at: source.Span{Start: last.Span().End, End: n.Span().End}}
	}
	return edit{at: source.Span{Start: start(n), End: n.Span().End}}
}

// writeTwice puts a copy of a member before it, which is then lost.
func writeTwice(n source.Node) edit {
	at := n.KeySpan().Start
	return edit{at: source.Span{Start: at, End: at}, text: quoteJSON(n.Key()) + ": " + string(n.Raw()) + ", "}
}

// insertMember puts a member at the beginning of an object that is not empty.
func insertMember(object source.Node, key, value string) edit {
	for c := range object.Children() {
		at := c.KeySpan().Start
		return edit{at: source.Span{Start: at, End: at}, text: quoteJSON(key) + ": " + value + ", "}
	}
	at := object.Span().Start + 1
	return edit{at: source.Span{Start: at, End: at}, text: quoteJSON(key) + ": " + value}
}

// repeatElement puts a copy of an element after it.
func repeatElement(n source.Node) edit {
	end := n.Span().End
	return edit{at: source.Span{Start: end, End: end}, text: ", " + string(n.Raw())}
}

// inOrder sorts the edits of a fault by their place in the text.
func inOrder(edits ...edit) []edit {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.at.Start - b.at.Start })
	return edits
}
