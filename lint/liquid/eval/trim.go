package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/liquid"
)

// findTrims notes the texts that a hyphen in the markup beside them makes shorter.
func (r *renderer) findTrims() {
	if !strings.Contains(r.text, "-}}") && !strings.Contains(r.text, "-%}") && !strings.Contains(r.text, "{{-") && !strings.Contains(r.text, "{%-") {
		return
	}
	r.trims = map[int]liquid.Span{}
	var last liquid.Node
	for n := range r.t.Leaves() {
		before, after := last.In(r.text), n.In(r.text)
		if n.Kind == liquid.TextNode && (strings.HasSuffix(before, "-}}") || strings.HasSuffix(before, "-%}")) && last.Kind != liquid.TextNode {
			span := n.Span
			span.Start = span.End - len(r.trim(after, strings.TrimLeft, n.Span))
			r.trims[n.Start] = span
		}
		if last.Kind == liquid.TextNode && last.End > last.Start && (strings.HasPrefix(after, "{{-") || strings.HasPrefix(after, "{%-")) {
			span, ok := r.trims[last.Start]
			if !ok {
				span = last.Span
			}
			span.End = span.Start + len(r.trim(span.In(r.text), strings.TrimRight, last.Span))
			r.trims[last.Start] = span
		}
		last = n
	}
}

// before looks at markup that a hyphen may begin: some engines cut white space off
// what was printed and not only off the text of the template.
func (r *renderer) before(at liquid.Span, out *strings.Builder) {
	if r.trims == nil || r.text[at.Start+2] != '-' || out.Len() == 0 {
		return
	}
	if s := out.String(); strings.IndexByte(whitespace, s[len(s)-1]) >= 0 {
		r.undetermined(at, "engines differ on a hyphen that follows a value with white space")
	}
}

// after notes a hyphen that ends markup.
func (r *renderer) after(at liquid.Span) {
	r.pending = r.pending || r.trims != nil && r.text[at.End-3] == '-'
}

const whitespace = " \t\r\n"

// trim cuts white space off one side of a text. Engines differ on that beyond ASCII.
func (r *renderer) trim(s string, side func(s, cutset string) string, at liquid.Span) string {
	short := side(s, whitespace)
	if v := oddSpace(short); v.kind == unknown && len(short) > 0 {
		r.undetermined(at, "%s", v.why.Reason)
	}
	return short
}

// oddSpace returns an unknown value for a text at whose ends stands white space that
// some engines do not cut off.
func oddSpace(s string) Value {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	for _, c := range []rune{first, last} {
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' && (unicode.IsSpace(c) || c == 0 || unicode.Is(unicode.Cf, c)) {
			return odd("engines differ on unusual white space at the end of a text")
		}
	}
	return Value{}
}
