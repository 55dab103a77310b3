package schemas

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed flow.json state.json liquid.json aliases.json apis.json hosts.json keywords.json pages.json sandboxes.json shorteners.json specimens.json voices.json sources.json widgets/*.json resources/*.json
var files embed.FS

// open returns a reader over one file of the catalogue, or nil when there is none.
func open(name string) *reader {
	text, err := files.ReadFile(name)
	if err != nil {
		return nil
	}
	return &reader{name: name, text: string(text)}
}

// reader pulls values out of one file of the catalogue, in the order in which
// they are written. The files are part of the program and a test parses each of
// them with encoding/json too, so the reader checks only what it needs itself and
// panics on a mistake. It is here because encoding/json takes twice as long,
// loses the order of members, and lets misspelt facts pass.
type reader struct {
	name, text string
	at         int
}

func (r *reader) fail(format string, args ...any) {
	line := 1 + strings.Count(r.text[:min(r.at, len(r.text))], "\n")
	panic(fmt.Sprintf("schemas/%s:%d: %s", r.name, line, fmt.Sprintf(format, args...)))
}

// peek returns the first byte of the next value or punctuation mark, 0 at the end.
func (r *reader) peek() byte {
	for r.at < len(r.text) {
		switch c := r.text[r.at]; c {
		case ' ', '\n', '\t', '\r':
			r.at++
		default:
			return c
		}
	}
	return 0
}

func (r *reader) expect(c byte) {
	if r.peek() != c {
		r.fail("expected %q", c)
	}
	r.at++
}

// object calls member for each member of the object that comes next; member must
// read the value.
func (r *reader) object(member func(key string)) {
	r.expect('{')
	if r.peek() == '}' {
		r.at++
		return
	}
	for {
		key := r.str()
		r.expect(':')
		member(key)
		if r.peek() == '}' {
			r.at++
			return
		}
		r.expect(',')
	}
}

// array calls item for each item of the array that comes next; item must read it.
func (r *reader) array(item func()) {
	r.expect('[')
	if r.peek() == ']' {
		r.at++
		return
	}
	for {
		item()
		if r.peek() == ']' {
			r.at++
			return
		}
		r.expect(',')
	}
}

// str reads a string. One without escapes is a piece of the file, not a copy.
func (r *reader) str() string {
	r.expect('"')
	start := r.at
	for escaped := false; r.at < len(r.text); r.at++ {
		switch r.text[r.at] {
		case '\\':
			escaped = true
			r.at++
		case '"':
			s := r.text[start:r.at]
			r.at++
			if escaped {
				if err := json.Unmarshal([]byte(r.text[start-1:r.at]), &s); err != nil {
					r.fail("%v", err)
				}
			}
			return s
		}
	}
	r.fail("unclosed string")
	return ""
}

func (r *reader) strs() []string { return r.list(r.str) }

func (r *reader) integers() (list []int) {
	r.array(func() { list = append(list, r.integer()) })
	return list
}

// list reads an array of strings, each by read.
func (r *reader) list(read func() string) []string {
	list := make([]string, 0, 4)
	r.array(func() { list = append(list, read()) })
	return list
}

// strsByName reads an object of lists of strings.
func (r *reader) strsByName() Table[[]string] { return byName(r, r.strs) }

// strByName reads an object of strings.
func (r *reader) strByName() Table[string] { return byName(r, r.str) }

// byName reads an object whose values are read by a function.
func byName[V any](r *reader, read func() V) Table[V] {
	t := Table[V]{}
	r.object(func(name string) { t = t.with(name, read()) })
	return t
}

// with returns a table with the value of a name, in place of one that it has.
func (t Table[V]) with(name string, v V) Table[V] {
	at, found := slices.BinarySearchFunc(t, name, func(r Row[V], name string) int { return strings.Compare(r.Name, name) })
	if found {
		t[at].Value = v
		return t
	}
	return slices.Insert(t, at, Row[V]{name, v})
}

// word reads a number, true, false or null as it is written.
func (r *reader) word() string {
	r.peek()
	start := r.at
	for r.at < len(r.text) {
		switch r.text[r.at] {
		case ',', '}', ']', ' ', '\n', '\t', '\r':
			return r.text[start:r.at]
		}
		r.at++
	}
	return r.text[start:]
}

func (r *reader) boolean() bool {
	word := r.word()
	if word != "true" && word != "false" {
		r.fail("expected true or false")
	}
	return word == "true"
}

func (r *reader) integer() int {
	n, err := strconv.Atoi(r.word())
	if err != nil {
		r.fail("expected a whole number")
	}
	return n
}
