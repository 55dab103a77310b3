package editor

import (
	"bytes"
	"slices"
	"strings"

	"studiolint/lint/input"
	"studiolint/lint/project"
)

// mended returns a model of a text that is being written at a place, and the place in
// it: of the newest text when that can be read, else of one in which what is missing
// there is put in. It is nil when even that cannot be read.
func (s *server) mended(d *document, offset int) (*model, int) {
	newest := d.model != nil && d.model.text == d.text
	if newest && d.model.file.Source.Syntax == nil {
		return d.model, offset
	}
	g := d.showing()
	if g == nil || g.excluded(d.path) {
		return nil, 0
	}
	at := scan(d.text.bytes[:offset])
	for _, put := range at.missing(d.text.bytes[offset:]) {
		data := make([]byte, 0, len(d.text.bytes)+len(put.text))
		data = append(data, d.text.bytes[:offset]...)
		data = append(data, put.text...)
		if !put.last {
			data = append(data, d.text.bytes[offset:]...)
		}
		if m := s.modelOf(d, g, data); m != nil {
			return m, offset + put.cursor
		}
	}
	if newest { // a comma too many is elsewhere
		return d.model, offset
	}
	return nil, 0
}

// modelOf reads a text that nobody has; nil when it cannot be read.
func (s *server) modelOf(d *document, g *group, data []byte) *model {
	name := g.name(d.path)
	file, err := input.Candidate{Path: name, Engine: g.finder.Engine(name)}.WithText(data).Load(g.root)
	if err != nil || file == nil || !file.Source.Readable() {
		return nil
	}
	c, err := g.finder.For(name)
	if err != nil {
		return nil
	}
	m := &model{text: newText(data, s.encoding), file: file, root: g.root}
	m.documents = project.Documents(file, c, s.options.Check.Catalogue)
	return m
}

// A scanned is the state of JSON at a place.
type scanned struct {
	open     []byte // the brackets that are open, as they will be closed
	inString bool
	escaped  bool // after a backslash
	name     bool // in an object, what stands here, or belongs here, is a name
	after    byte // the last sign that is not white space: a bracket, comma, colon; v after a value
}

// scan reads the beginning of a JSON text up to a place.
func scan(text []byte) scanned {
	s := scanned{after: '['}
	for _, c := range text {
		if s.inString {
			switch {
			case s.escaped:
				s.escaped = false
			case c == '\\':
				s.escaped = true
			case c == '"':
				s.inString, s.after = false, 'v'
			}
			continue
		}
		switch c {
		case ' ', '\t', '\r', '\n':
		case '"':
			s.inString = true
		case '{', '[':
			s.open = append(s.open, c+2) // } and ] are two further on
			s.after, s.name = c, c == '{'
		case '}', ']':
			if len(s.open) > 0 {
				s.open = s.open[:len(s.open)-1]
			}
			s.after, s.name = 'v', false
		case ',':
			s.after, s.name = c, len(s.open) > 0 && s.open[len(s.open)-1] == '}'
		case ':':
			s.after, s.name = c, false
		default:
			s.after = 'v'
		}
	}
	return s
}

// A put is text that makes another one whole. The cursor stands in it.
type put struct {
	text   string
	cursor int
	last   bool // what follows is left out
}

// missing lists what may be missing at the place, before what follows there.
func (s *scanned) missing(rest []byte) []put {
	text, cursor := s.absent()
	list := []put{{text: text, cursor: cursor}}
	if next := bytes.TrimLeft(rest, " \t\r\n"); len(next) > 0 && strings.IndexByte(`"{[`, next[0]) >= 0 {
		list = append(list, put{text: text + ",", cursor: cursor})
	}
	if s.inString { // the string may have its end, and a comma be missing
		list = append(list, put{text: "", cursor: 0})
		if bytes.IndexByte(rest, '\n') >= 0 {
			list = append(list, put{text: text + ","})
		}
	}
	closing := slices.Clone(s.open)
	slices.Reverse(closing)
	return append(list, put{text: text + string(closing), cursor: cursor, last: true})
}

// absent is what would make the place whole: the end of a string, a value, a member.
func (s *scanned) absent() (text string, cursor int) {
	object := len(s.open) > 0 && s.open[len(s.open)-1] == '}'
	switch {
	case s.inString && s.name:
		return `": null`, 0
	case s.inString:
		return `"`, 0
	case object && (s.after == ',' || s.after == '{'):
		return `"": null`, 1
	case object && s.after == 'v' && !s.name:
		return `, "": null`, 3
	case s.after == ':', s.after == ',', s.after == '[':
		return `""`, 1
	}
	return "", 0
}
