package engine

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
)

var (
	rawTag     = pattern.Lazy(`^\{%[-+]?\s*raw\s*[-+]?%\}`)
	endRaw     = pattern.Lazy(`\{%[-+]?\s*endraw\s*[-+]?%\}`)
	jinjaMark  = pattern.Lazy(`\{%[-+]?\s*raw\s*[-+]?%\}|\{#`)
	jinjaText  = pattern.Lazy(`^\{\{[-+]?\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*[-+]?\}\}`)
	jinjaTag   = pattern.Lazy(`^\{%[-+]?\s*(\w+)`)
	golangText = pattern.Lazy("^\\{\\{(?:- )?\\s*(?:`([^`]*)`|\"([^\"\\\\]*)\")\\s*(?: -)?\\}\\}")
	goComment  = pattern.Lazy(`\{\{(?:- )?/\*`)
	hbsComment = pattern.Lazy(`\{\{~?!(?:--)?`)
	blockTag   = pattern.Lazy(`^\{\{[-~]?\s*(?:[#/^>]|(?:if|else|end|range|with|define|template|block|break|continue)\b)`)
	delimiters = pattern.Lazy(`^=\s*([^\s=]+)\s+([^\s=]+)\s*=`)
)

// literal reads an expression that is nothing but a text in quotes: the text reaches
// Studio. It reports whether there is one. Between two of the quotes escapes of JSON stay
// as they are.
func (r *reader) literal(form *pattern.Expression, verbatim byte) bool {
	m := form.FindStringSubmatch(r.rest())
	if m == nil {
		return false
	}
	if n := len(m[0]); r.breaks(n, verbatim) {
		r.own(n)
	} else {
		r.fill(m[1]+m[2], n)
	}
	return true
}

// scanJinja finds comments, and the blocks that are left as they are.
func scanJinja(text string, found *[]mark) {
	for at := 0; ; {
		m := jinjaMark.FindStringIndex(text[at:])
		if m == nil {
			return
		}
		start, end := at+m[0], at+m[1]
		if text[start:end] == "{#" {
			at = start + until(text[start:], "#}")
			*found = append(*found, mark{at: start, end: at})
			continue
		}
		*found = append(*found, mark{start, end, state{raw: true}})
		close := endRaw.FindStringIndex(text[end:])
		if close == nil {
			return
		}
		at = end + close[1]
		*found = append(*found, mark{at: end + close[0], end: at})
	}
}

func (r *reader) jinja() {
	if r.raw {
		r.untilEndRaw()
	}
	for {
		mark := r.plain("{{", "{%", "{#")
		rest := r.rest()
		switch mark {
		case "":
			return
		case "{#":
			r.fill("", until(rest, "#}"))
		case "{{":
			if !r.literal(jinjaText, 0) {
				r.expression(until(rest, "}}"))
			}
		default:
			if raw := rawTag.FindString(rest); raw != "" {
				r.rawBlock(raw)
			} else {
				r.jinjaTag(until(rest, "%}"))
			}
		}
	}
}

// rawBlock reads a block whose text reaches Studio.
func (r *reader) rawBlock(opening string) {
	r.fill("", len(opening))
	r.untilEndRaw()
}

func (r *reader) untilEndRaw() {
	end := endRaw.FindStringIndex(r.rest())
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
	if m := jinjaTag.FindStringSubmatch(tag); m != nil {
		name = m[1]
	}
	liquid := r.isLiquid(tag) || liquidTags[name]
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
	r.breaks(n, r.quote)
	r.decide(n)
}

// scanGo finds comments.
func scanGo(text string, found *[]mark) {
	scanComments(text, goComment, found, func(string) string { return "*/" })
}

// scanHandlebars finds comments.
func scanHandlebars(text string, found *[]mark) {
	scanComments(text, hbsComment, found, hbsCommentEnd)
}

// hbsCommentEnd returns what ends a comment of Handlebars besides the braces.
func hbsCommentEnd(begin string) string {
	if strings.HasSuffix(begin, "--") {
		return "--"
	}
	return ""
}

// commentEnd returns where a comment ends whose text begins here: after a mark and closing
// braces.
func commentEnd(comment, mark string) int {
	at := until(comment, mark)
	return at + until(comment[at:], "}}")
}

// scanComments finds comments, which begin as a form says, and end as commentEnd says with
// the mark that end returns.
func scanComments(text string, begin *pattern.Expression, found *[]mark, end func(begin string) string) {
	for at := 0; ; {
		m := begin.FindStringIndex(text[at:])
		if m == nil {
			return
		}
		start, inside := at+m[0], at+m[1]
		at = inside + commentEnd(text[inside:], end(text[start:inside]))
		*found = append(*found, mark{at: start, end: at})
	}
}

func (r *reader) golang() {
	for r.plain("{{") != "" {
		if r.literal(golangText, '`') {
			continue
		}
		if strings.HasPrefix(strings.TrimLeft(r.rest()[2:], "- "), "/*") {
			r.fill("", commentEnd(r.rest(), "*/"))
			continue
		}
		r.expression(until(r.rest(), "}}"))
	}
}

// scanMustache finds comments, and what changes the braces.
func scanMustache(text string, found *[]mark) {
	open, end := usualBraces()
	for at := 0; ; {
		i := strings.Index(text[at:], open)
		if i < 0 {
			return
		}
		start := at + i
		inside := start + len(open)
		if m := delimiters.FindStringSubmatch(text[inside:]); m != nil {
			at = min(inside+len(m[0])+len(end), len(text))
			open, end = m[1], m[2]
			*found = append(*found, mark{start, at, state{opening: open, closing: end}})
			continue
		}
		at = inside + until(text[inside:], end)
		if strings.HasPrefix(text[inside:], "!") {
			*found = append(*found, mark{start, at, state{opening: open, closing: end}})
		}
	}
}

func usualBraces() (open, end string) { return "{{", "}}" }

func (r *reader) mustache() {
	open, end := usualBraces()
	if r.opening != "" {
		open, end = r.opening, r.closing
	}
	for r.plain(open) != "" {
		rest := r.rest()
		if m := delimiters.FindStringSubmatch(rest[len(open):]); m != nil {
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
			r.decide(n) // a section, a part from elsewhere
		case open != "{{":
			r.own(n)
		default:
			r.pipes(n)
		}
	}
}

// pipes reads n bytes of an expression of an engine that has no filters, or of Liquid.
func (r *reader) pipes(n int) {
	if strings.Contains(r.rest()[:n], "|") && !strings.Contains(r.rest()[:n], " as |") {
		r.eat(n)
		return
	}
	r.expression(n)
}

func (r *reader) handlebars() {
	for r.plain("{{") != "" {
		rest := r.rest()
		if begin := hbsComment.FindString(rest); begin != "" {
			r.fill("", len(begin)+commentEnd(rest[len(begin):], hbsCommentEnd(begin)))
		} else {
			r.pipes(until(rest, "}}"))
		}
	}
}

// jinjaTags are those that Liquid does not know.
var jinjaTags = map[string]bool{"set": true, "endset": true, "elif": true, "block": true, "endblock": true, "extends": true, "import": true, "from": true,
	"macro": true, "endmacro": true, "call": true, "endcall": true, "filter": true, "endfilter": true, "autoescape": true, "endautoescape": true, "with": true, "endwith": true}

// unknown reads what some engine fills in, and Liquid. What is certainly not Liquid, or
// reads nothing that Studio or the text has, is taken to be the engine's.
func (r *reader) unknown() {
	if r.raw {
		r.untilEndRaw()
	}
	for {
		mark := r.plain("{{", "{%")
		rest := r.rest()
		switch mark {
		case "":
			return
		case "{%":
			r.guessTag(until(rest, "%}"))
		default:
			r.guessBraces(until(rest, "}}"))
		}
	}
}

// scanUnknown finds the marks of engines whose braces Liquid has too.
func scanUnknown(text string, found *[]mark) {
	scanJinja(text, found)
	scanGo(text, found)
	slices.SortFunc(*found, func(a, b mark) int { return a.end - b.end })
}

// guessTag reads n bytes of a tag.
func (r *reader) guessTag(n int) {
	if raw := rawTag.FindString(r.rest()); raw != "" {
		r.Eaten = append(r.Eaten, r.here(len(raw)))
		r.rawBlock(raw)
		return
	}
	if m := jinjaTag.FindStringSubmatch(r.rest()); m != nil && jinjaTags[m[1]] {
		r.guess(n)
		return
	}
	r.keep(n)
}

// guessBraces reads n bytes in braces.
func (r *reader) guessBraces(n int) {
	rest := r.rest()
	for _, literal := range []*pattern.Expression{golangText, jinjaText} {
		if m := literal.FindString(rest); m != "" {
			r.Eaten = append(r.Eaten, r.here(len(m)))
			r.literal(literal, 0)
			return
		}
	}
	if len(rest) > 2 && strings.IndexByte("!#^/>&{=`", rest[2]) < 0 && r.isLiquid(rest[:n]) {
		r.keep(n)
		return
	}
	r.guess(n)
}

// guess reads n bytes that are taken to be the engine's.
func (r *reader) guess(n int) {
	r.Eaten = append(r.Eaten, r.here(n))
	r.own(n)
}
