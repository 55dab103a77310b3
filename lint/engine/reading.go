package engine

import "strings"

// A Reading is a text as an engine reads it. Places are from and up to a byte.
type Reading struct {
	// Text is what Studio gets to see, as long as the text: what escapes it is blanks,
	// and what the engine fills in is ${…}. Liquid that the engine takes for its own
	// stands there as it was written.
	Text string

	// Eaten are the places of Liquid that the engine takes for its own; of an engine that
	// is not known, of what is taken to be the engine's.
	Eaten [][2]int

	// Broken are the places of the engine's own that it cannot read, or makes something of
	// that is no JSON: it knows nothing of JSON, and to it \" is a backslash and a quote.
	Broken [][2]int

	// Filled are the places of expressions that the engine works out, and Decided those of
	// tags, which decide what of the text is there.
	Filled, Decided [][2]int

	cuts [][2]int // what is in Text for the sake of the places alone
}

// Touched reports whether the engine makes something else of the text.
func (r Reading) Touched() bool {
	return len(r.Eaten)+len(r.Broken)+len(r.Filled)+len(r.Decided)+len(r.cuts) > 0
}

// Exact returns what Studio gets to see without the blanks that keep places, and the map
// from its offsets to those of Text.
func (r Reading) Exact() (text string, place func(int) int) {
	var b strings.Builder
	from := 0
	for _, cut := range r.cuts {
		b.WriteString(r.Text[from:cut[0]])
		from = cut[1]
	}
	b.WriteString(r.Text[from:])
	return b.String(), func(i int) int {
		for _, cut := range r.cuts {
			if i < cut[0] {
				break
			}
			i += cut[1] - cut[0]
		}
		return i
	}
}

// cut notes that a part of Text is there for the sake of the places alone.
func (r *Reading) cut(from, to int) {
	if from < to {
		r.cuts = append(r.cuts, [2]int{from, to})
	}
}

// cutUpTo returns the end of the last part that is cut out.
func (r *Reading) cutUpTo() int {
	if len(r.cuts) == 0 {
		return 0
	}
	return r.cuts[len(r.cuts)-1][1]
}
