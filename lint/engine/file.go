package engine

import "sort"

// A File is a text that an engine fills in. What stands in it may matter to all that
// comes after: other braces, a block that the engine leaves as it is.
type File struct {
	engine *Engine
	marks  []mark
}

// A mark is a part of a file that is for the engine alone: a comment, or what changes
// how the text after it is read.
type mark struct {
	at, end int
	state   // from its end on
}

// A state is how an engine reads a text.
type state struct {
	raw              bool   // as it is
	opening, closing string // the braces, where they are others than usual; "" for the usual ones
}

// File returns a text that the engine fills in; nil when it leaves Liquid as it is.
func (e *Engine) File(text []byte) *File {
	if e == nil || e.read == nil {
		return nil
	}
	f := &File{engine: e}
	if e.scan != nil {
		e.scan(string(text), &f.marks)
	}
	return f
}

// Engine returns what fills in the file.
func (f *File) Engine() *Engine { return f.engine }

// stateAt returns how the engine reads what begins at a byte.
func (f *File) stateAt(at int) state {
	i := sort.Search(len(f.marks), func(i int) bool { return f.marks[i].end > at })
	if i == 0 {
		return state{}
	}
	return f.marks[i-1].state
}

// Read reads a text that begins at a byte of the file. The function tells whether a part
// of it is written with an escape of JSON; nil when no part is.
func (f *File) Read(at int, text string, escaped func(from, to int) bool) Reading {
	r := &reader{text: text, state: f.stateAt(at), escaped: escaped, quote: f.engine.quote}
	f.engine.read(r)
	r.Text = string(r.out) + text[len(r.out):]
	return r.Reading
}

// WithoutMarks returns the JSON of a text with blanks in the place of what is for the
// engine alone and stands outside of strings, so that all else stays where it is; nil
// when there is nothing of the sort.
func (f *File) WithoutMarks(text []byte) []byte {
	var out []byte
	inString := false
	marks := f.marks
	for i := 0; i < len(text); i++ {
		for len(marks) > 0 && marks[0].end <= i {
			marks = marks[1:]
		}
		switch c := text[i]; {
		case !inString && len(marks) > 0 && marks[0].at == i:
			if out == nil {
				out = append(out, text...)
			}
			for end := marks[0].end; i < end; i++ {
				if out[i] != '\n' && out[i] != '\r' {
					out[i] = ' '
				}
			}
			i--
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		}
	}
	return out
}
