// Package engine knows what the template engines that fill in a file do to the Liquid
// in it: most have the same braces.
package engine

import (
	"path"
	"strings"

	"studiolint/lint/pattern"
)

// An Engine fills in a file before it is deployed.
type Engine struct {
	Name string // as people call it

	// Does says what becomes of Liquid that is not escaped: a clause whose subject is
	// the engine.
	Does string

	// Escape is how Liquid is written so that it reaches Studio.
	Escape string

	read func(*reader)
}

// The engines, as tests run them: Jinja2 3.1, Go's text/template, mustache.js 4.2 and
// Handlebars 4.7.
var (
	jinja = &Engine{"Jinja", "works it out when it fills in the file, or stops with an error",
		`{% raw %}{{flow.variables.x}}{% endraw %}`, (*reader).jinja}
	golang   = &Engine{"Go's text/template", "stops with an error", "{{`{{flow.variables.x}}`}}", (*reader).golang}
	mustache = &Engine{"mustache", "replaces it by nothing, without an error",
		`{{=<% %>=}} before it`, (*reader).mustache}
	handlebars = &Engine{"Handlebars", "replaces it by nothing, or stops with an error at a filter",
		`\{{flow.variables.x}}`, (*reader).handlebars}
)

// Of returns the engine that fills in files of that name, nil for none or one that
// the name does not tell.
func Of(name string) *Engine {
	switch strings.ToLower(path.Ext(name)) {
	case ".j2", ".jinja", ".jinja2":
		return jinja
	case ".tmpl", ".gotmpl":
		return golang
	case ".mustache":
		return mustache
	case ".hbs":
		return handlebars
	}
	return nil
}

// A Reading is a text as an engine reads it.
type Reading struct {
	// Text is what Studio gets to see, as long as the text: what escapes it is blanks,
	// and what the engine fills in is ${…}. Liquid that the engine takes for its own
	// stands there as it was written.
	Text string

	// Eaten are the places, from and up to a byte, of Liquid that the engine takes for
	// its own.
	Eaten [][2]int
}

// Read reads a text. The file is what stands before it: mustache's braces are changed
// for all that comes after.
func (e *Engine) Read(before, text string) Reading {
	r := &reader{text: text, before: before}
	e.read(r)
	return Reading{string(r.out) + text[len(r.out):], r.eaten}
}

// A reader goes through one text.
type reader struct {
	before, text string
	out          []byte // as long as what has been read
	eaten        [][2]int
	blocks       []bool // of Jinja: whether the open ones are Liquid
}

// rest is what has not been read.
func (r *reader) rest() string { return r.text[len(r.out):] }

// keep reads n bytes that Studio gets to see.
func (r *reader) keep(n int) { r.out = append(r.out, r.rest()[:n]...) }

// fill reads n bytes of which Studio gets to see something else.
func (r *reader) fill(with string, n int) {
	r.out = append(r.out, with...)
	r.out = append(r.out, strings.Repeat(" ", n-len(with))...)
}

// eat reads n bytes of Liquid that the engine takes for its own.
func (r *reader) eat(n int) {
	r.eaten = append(r.eaten, [2]int{len(r.out), len(r.out) + n})
	r.keep(n)
}

// own reads n bytes that the engine fills in.
func (r *reader) own(n int) {
	if n < len("${}") {
		r.fill("", n)
		return
	}
	r.fill("${"+strings.Repeat("_", n-len("${}"))+"}", n)
}

// expression reads n bytes of an expression of the engine's, or of Liquid.
func (r *reader) expression(n int) {
	if isLiquid(r.rest()[:n]) {
		r.eat(n)
		return
	}
	r.own(n)
}

// studioPath is how paths begin that Studio knows. The engines' own variables may have
// these names too, but hardly with a member.
var studioPath = pattern.Lazy(`(?:^|[^\w.$"'\]-])(?:flow\.(?:variables|data|channel|sid|flow_sid)\b|widgets[.\[]|trigger\.(?:call|message|request|parent|conversation)\b|contact\.channel\b)`)

// isLiquid reports whether an expression reads what only Studio has.
func isLiquid(expression string) bool { return studioPath().MatchString(expression) }

// until returns how many bytes a text has up to the end of a mark, all when there is
// none.
func until(text, mark string) int {
	if i := strings.Index(text, mark); i >= 0 {
		return i + len(mark)
	}
	return len(text)
}

// plain reads up to the next of the marks, and returns which it is.
func (r *reader) plain(marks ...string) string {
	rest := r.rest()
	at, found := len(rest), ""
	for _, mark := range marks {
		if i := strings.Index(rest[:at], mark); i >= 0 {
			at, found = i, mark
		}
	}
	r.keep(at)
	return found
}
