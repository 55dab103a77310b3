package engine

import (
	"regexp"
	"strings"

	"studiolint/lint/pattern"
)

var (
	rawBlock    = pattern.Lazy(`^\{%[-+]?\s*raw\s*[-+]?%\}`)
	endRaw      = pattern.Lazy(`\{%[-+]?\s*endraw\s*[-+]?%\}`)
	jinjaText   = pattern.Lazy(`^\{\{[-+]?\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*[-+]?\}\}`)
	jinjaTag    = pattern.Lazy(`^\{%[-+]?\s*(\w+)`)
	golangText  = pattern.Lazy("^\\{\\{(?:- )?\\s*(?:`([^`]*)`|\"([^\"\\\\]*)\")\\s*(?: -)?\\}\\}")
	delimiters  = pattern.Lazy(`^=\s*([^\s=]+)\s+([^\s=]+)\s*=`)
	anyMustache = pattern.Lazy(`\{\{=\s*([^\s=]+)\s+([^\s=]+)\s*=\}\}|=\{\{ \}\}=`)
)

// literal reads an expression that is nothing but a text in quotes: the text reaches
// Studio. It reports whether there is one.
func (r *reader) literal(form *regexp.Regexp) bool {
	m := form.FindStringSubmatch(r.rest())
	if m == nil {
		return false
	}
	r.fill(m[1]+m[2], len(m[0]))
	return true
}

func (r *reader) jinja() {
	for {
		mark := r.plain("{{", "{%", "{#")
		rest := r.rest()
		switch mark {
		case "":
			return
		case "{#":
			r.fill("", until(rest, "#}"))
		case "{{":
			if !r.literal(jinjaText()) {
				r.expression(until(rest, "}}"))
			}
		default:
			if raw := rawBlock().FindString(rest); raw != "" {
				r.raw(raw)
			} else {
				r.jinjaTag(until(rest, "%}"))
			}
		}
	}
}

// raw reads a block whose text reaches Studio.
func (r *reader) raw(opening string) {
	r.fill("", len(opening))
	end := endRaw().FindStringIndex(r.rest())
	if end == nil {
		r.keep(len(r.rest()))
		return
	}
	r.keep(end[0])
	r.fill("", end[1]-end[0])
}

// liquidTags are those that Jinja does not know.
var liquidTags = map[string]bool{"assign": true, "capture": true, "case": true, "unless": true, "comment": true, "increment": true, "decrement": true, "cycle": true, "tablerow": true}

// jinjaTag reads a tag. Those within and at the end of a block are what its beginning is.
func (r *reader) jinjaTag(n int) {
	tag, name := r.rest()[:n], ""
	if m := jinjaTag().FindStringSubmatch(tag); m != nil {
		name = m[1]
	}
	liquid := isLiquid(tag) || liquidTags[name]
	within := strings.HasPrefix(name, "end") || strings.HasPrefix(name, "el") || name == "when"
	if last := len(r.blocks) - 1; within && last >= 0 {
		liquid = liquid || r.blocks[last]
		if strings.HasPrefix(name, "end") {
			r.blocks = r.blocks[:last]
		}
	} else if name != "assign" && name != "set" && name != "increment" && name != "decrement" {
		r.blocks = append(r.blocks, liquid)
	}
	if liquid {
		r.eat(n)
		return
	}
	r.fill("", n)
}

func (r *reader) golang() {
	for r.plain("{{") != "" {
		if r.literal(golangText()) {
			continue
		}
		if strings.HasPrefix(strings.TrimLeft(r.rest()[2:], "- "), "/*") {
			r.fill("", until(r.rest(), "*/}}"))
			continue
		}
		r.expression(until(r.rest(), "}}"))
	}
}

func (r *reader) mustache() {
	open, end := r.braces()
	for r.plain(open) != "" {
		rest := r.rest()
		if m := delimiters().FindStringSubmatch(rest[len(open):]); m != nil {
			r.fill("", min(len(open)+len(m[0])+len(end), len(rest)))
			open, end = m[1], m[2]
			continue
		}
		n := until(rest, end)
		if open == "{{" && strings.HasPrefix(rest, "{{{") {
			n = until(rest, "}}}")
		}
		switch {
		case len(rest) > len(open) && strings.ContainsRune("!#^/>", rune(rest[len(open)])):
			r.fill("", n) // a comment, a section, a part from elsewhere
		case open != "{{":
			r.own(n)
		default:
			r.expression(n)
		}
	}
}

// braces returns what the engine's own braces are where the text begins.
func (r *reader) braces() (open, end string) {
	open, end = "{{", "}}"
	if !strings.Contains(r.before, "{{=") {
		return open, end
	}
	for _, m := range anyMustache().FindAllStringSubmatch(r.before, -1) {
		open, end = "{{", "}}"
		if m[1] != "" {
			open, end = m[1], m[2]
		}
	}
	return open, end
}

func (r *reader) handlebars() {
	for r.plain("{{") != "" {
		r.expression(until(r.rest(), "}}"))
	}
}
