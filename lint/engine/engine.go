// Package engine knows what the template engines that fill in a file do to the Liquid
// in it: most have the same braces.
package engine

import (
	"bytes"
	"path"
	"strings"
)

// An Engine fills in a file before it is deployed.
type Engine struct {
	ID   string // as the configuration names it; "" for one that nothing names
	Name string // as people call it

	// Does says what becomes of Liquid that is not escaped: a clause whose subject is
	// the engine.
	Does string

	// Escape is how Liquid is written so that it reaches Studio.
	Escape string

	// quote is around texts in its expressions in which it allows what escapes of JSON look
	// like; 0 for one that allows that everywhere.
	quote byte

	read func(*reader)                    // nil for one that leaves Liquid as it is
	scan func(text string, found *[]mark) // finds what holds for the file from there on, and comments; nil when there is nothing
}

// The engines, as tests run them: Jinja2 3.1, nunjucks 3.2, Go's text/template,
// mustache.js 4.2 and Handlebars 4.7. What Terraform does to a text is known to package
// source, which reads its templates.
var (
	jinja = &Engine{"jinja", "Jinja", "works it out when it fills in the file, or stops with an error",
		`{% raw %}{{flow.variables.x}}{% endraw %}`, '\'', (*reader).jinja, scanJinja}
	golang = &Engine{"go", "Go's text/template", "stops with an error",
		"{{`{{flow.variables.x}}`}}", '`', (*reader).golang, scanGo}
	mustache = &Engine{"mustache", "mustache", "replaces it by nothing, without an error",
		`{{=<% %>=}} before it`, 0, (*reader).mustache, scanMustache}
	handlebars = &Engine{"handlebars", "Handlebars", "replaces it by nothing, or stops with an error at a filter",
		`\{{flow.variables.x}}`, '\'', (*reader).handlebars, scanHandlebars}
	terraform = &Engine{ID: "terraform", Name: "Terraform"}
	none      = &Engine{ID: "none", Name: "none"}

	// Unknown fills in files whose names tell that something does, but not what.
	unknown = &Engine{Name: "an unknown engine", read: (*reader).unknown, scan: scanUnknown}

	named = []*Engine{jinja, golang, mustache, handlebars, terraform, none}
)

// IDs are what a configuration can call an engine.
func IDs() []string {
	var list []string
	for _, e := range named {
		list = append(list, e.ID)
	}
	return list
}

// Named returns the engine of an ID, nil for none.
func Named(id string) *Engine {
	for _, e := range named {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// Of returns the engine that fills in files of that name, nil for none.
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
	case ".tftpl":
		return terraform
	case ".tpl", ".template", ".erb":
		return unknown
	}
	return nil
}

// Quotes returns the quotes in which a text of its expressions can be written within JSON.
func (e *Engine) Quotes() string { return string(e.quote) + "…" + string(e.quote) }

// IsKnown reports whether it is known what the engine does. It is not for the one of
// files whose names only tell that some engine fills them in.
func (e *Engine) IsKnown() bool { return e != unknown }

// IsTerraform reports whether the engine is Terraform.
func (e *Engine) IsTerraform() bool { return e == terraform }

// EscapesInJSON reports whether a text escapes Liquid in a way that JSON does not allow.
func (e *Engine) EscapesInJSON(text []byte) bool {
	return e == handlebars && bytes.Contains(text, []byte(`\{{`))
}

// A reader goes through one text.
type reader struct {
	state
	Reading
	text    string
	out     []byte                  // as long as what has been read
	escaped func(from, to int) bool // whether a part of the text is written with an escape of JSON; nil for no part
	quote   byte                    // see Engine
	blocks  []bool                  // of Jinja: whether the open ones are Liquid
	locals  map[string]bool         // what the Liquid of the text gives a value
}

// rest is what has not been read.
func (r *reader) rest() string { return r.text[len(r.out):] }

// here returns the place of the next n bytes.
func (r *reader) here(n int) [2]int { return [2]int{len(r.out), len(r.out) + n} }

// keep reads n bytes that Studio gets to see.
func (r *reader) keep(n int) { r.out = append(r.out, r.rest()[:n]...) }

// fill reads n bytes of which Studio gets to see something else.
func (r *reader) fill(with string, n int) {
	mark := r.rest()[:n]
	if trims(mark, 2) {
		from := len(r.out)
		for from > r.cutUpTo() && r.out[from-1] == ' ' {
			from--
		}
		r.cut(from, len(r.out))
	}
	r.cut(len(r.out)+len(with), len(r.out)+n)
	r.out = append(r.out, with...)
	r.out = append(r.out, strings.Repeat(" ", n-len(with))...)
	if trims(mark, n-3) {
		blanks := len(r.rest()) - len(strings.TrimLeft(r.rest(), " "))
		r.cut(len(r.out), len(r.out)+blanks)
		r.keep(blanks)
	}
}

// trims reports whether a mark takes off the blanks on its side at which a byte stands.
func trims(mark string, at int) bool {
	return len(mark) > 4 && (mark[at] == '-' || mark[at] == '~')
}

// eat reads n bytes of Liquid that the engine takes for its own.
func (r *reader) eat(n int) {
	r.Eaten = append(r.Eaten, r.here(n))
	r.keep(n)
}

// own reads n bytes that the engine fills in.
func (r *reader) own(n int) {
	if blockTag.MatchString(r.rest()[:n]) {
		r.Decided = append(r.Decided, r.here(n))
	} else {
		r.Filled = append(r.Filled, r.here(n))
	}
	if n < len("${}") {
		r.fill("", n)
		return
	}
	r.fill("${"+strings.Repeat("_", n-len("${}"))+"}", n)
}

// decide reads n bytes of a tag of the engine's.
func (r *reader) decide(n int) {
	r.Decided = append(r.Decided, r.here(n))
	r.fill("", n)
}

// expression reads n bytes of an expression of the engine's, or of Liquid.
func (r *reader) expression(n int) {
	if r.isLiquid(r.rest()[:n]) {
		r.eat(n)
		return
	}
	r.breaks(n, r.quote)
	r.own(n)
}

// breaks notes, and reports, whether n bytes of the engine's own are written with escapes
// of JSON which it does not know: outside of some quotes.
func (r *reader) breaks(n int, quote byte) bool {
	at := r.here(n)
	if r.quote == 0 || r.escaped == nil || !r.escaped(at[0], at[1]) {
		return false
	}
	quoted := false
	for i := at[0]; i < at[1]; i++ {
		if r.text[i] == quote {
			quoted = !quoted
		} else if !quoted && r.escaped(i, i+1) {
			r.Broken = append(r.Broken, at)
			return true
		}
	}
	return false
}

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
