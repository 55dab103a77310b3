package liquid

import "strings"

// Use tells what a reference is read for.
type Use uint8

// The uses of a Reference.
const (
	UseOutput    Use = iota // {{ here }}
	UseCondition            // if, elsif, unless
	UseCase                 // case, when
	UseAssign               // right of the = of assign
	UseLoop                 // for, tablerow: what is run over, limit, offset, cols
	UseCycle                // cycle
	UseArgument             // argument of a filter, anywhere
	UseIndex                // within [ ] of another reference
	UseUnknown              // arguments of a tag that is not known
)

// Reference is one variable path that is read, such as
// widgets.menu.inbound.Body or list[flow.variables.i].name.
type Reference struct {
	Span
	Segments []Segment // at least one
	Markup   int       // index of the output or tag it stands in
	Local    int       // index of the local that hides the outer variable here, or -1

	Use Use

	// Broken says that an error stands in the path or where it might have
	// gone on, such as an output that is never closed: something is read, but
	// perhaps under another name.
	Broken bool

	written string // the path where its plain form is written, "" where it is written otherwise
}

// SegmentKind tells how one step of a path is written.
type SegmentKind uint8

// The kinds of Segment.
const (
	NameSegment        SegmentKind = iota // .name
	KeySegment                            // ["name"]
	IndexSegment                          // [0] or .0
	DynamicSegment                        // [another.reference], also a misplaced {{ … }}
	PlaceholderSegment                    // holds ${…}
)

// Segment is one step of a path. Its span is that of the name, number or key
// alone, without dot, brackets and quotes.
type Segment struct {
	Span
	Kind SegmentKind
	Name string // as written; empty for DynamicSegment

	// Index is what stands within the brackets of a DynamicSegment, nil when that
	// could not be read. Other segments have one only when it holds a mistake.
	Index *Expr
}

// Name returns the name or key of the segment at i, and "" when there is none
// or when it is not fixed by the template.
func (r Reference) Name(i int) string {
	if i >= len(r.Segments) {
		return ""
	}
	switch s := &r.Segments[i]; s.Kind {
	case NameSegment, KeySegment, IndexSegment:
		return s.Name
	}
	return ""
}

// String returns the path in its plain form: flow.variables.x, headers["x-y"],
// list[0], and list[…] where the index is itself read from a variable.
func (r Reference) String() string {
	if r.written != "" {
		return r.written
	}
	var b strings.Builder
	length := 0
	for i := range r.Segments {
		length += len(r.Segments[i].Name) + len(`[""]`)
	}
	b.Grow(length)
	for i, s := range r.Segments {
		switch s.Kind {
		case KeySegment:
			quote := `"`
			if strings.Contains(s.Name, quote) {
				quote = "'" // a key holds no more than one kind of quote
			}
			b.WriteString("[" + quote + s.Name + quote + "]")
		case IndexSegment:
			b.WriteString("[" + s.Name + "]")
		case DynamicSegment:
			b.WriteString("[…]")
		default:
			if i > 0 {
				b.WriteByte('.')
			}
			b.WriteString(s.Name)
		}
	}
	return b.String()
}

// isPlain reports whether a text of so many bytes that begins and ends with a path is its plain form: names with
// dots between them and nothing else.
func isPlain(path []Segment, length int) bool {
	dots := len(path) - 1
	for i := range path {
		if path[i].Kind != NameSegment {
			return false
		}
		length -= len(path[i].Name)
	}
	return length == dots
}
