package liquid

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word returns the name that starts at pos, "" when none does. A question mark
// may end it, as in Shopify's dialect.
func (p *parser) word() string {
	if p.pos < p.end && p.s[p.pos] == '-' {
		return ""
	}
	i := p.nameEnd(p.pos)
	if i > p.pos && i < p.end && p.s[i] == '?' {
		i++
	}
	return p.s[p.pos:i]
}

// nameEnd returns the end of the letters, digits, underscores and hyphens from i on.
func (p *parser) nameEnd(i int) int {
	for i < p.end {
		c := p.s[i]
		if c < utf8.RuneSelf {
			if !nameByte(c) {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(p.s[i:p.end])
		if spaceRune(r) || strings.ContainsRune(curly, r) {
			break
		}
		i += size
	}
	return i
}

// curly are the quotes of typography, which Liquid does not know.
const curly = "“”„‟‘’‚‛«»"

// space steps over white space. Liquid knows that of ASCII only.
func (p *parser) space() {
	if p.pos < p.end && (p.s[p.pos] <= ' ' || p.s[p.pos] >= utf8.RuneSelf) {
		p.spaces()
	}
}

func (p *parser) spaces() {
	for p.pos < p.end {
		c := p.s[p.pos]
		if c < utf8.RuneSelf {
			if !spaceByte(c) {
				return
			}
			p.pos++
			continue
		}
		r, size := utf8.DecodeRuneInString(p.s[p.pos:p.end])
		if !spaceRune(r) {
			return
		}
		p.failf(nonASCII, Span{p.pos, p.pos + size}, `an invisible character (U+%04X) stands here, often from copied text: delete it or write a plain space`, r)
		p.pos += size
	}
}

// spaceRune reports whether r beyond ASCII is white space or invisible.
func spaceRune(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r))
}

func spaceByte(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func digit(c byte) bool { return c >= '0' && c <= '9' }

// names are the ASCII bytes a name is made of.
var names = func() (set [256]bool) {
	for c := range set {
		set[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
	}
	return set
}()

func nameByte(c byte) bool { return names[c] }

// nameStart reports whether a name in ASCII can start with c.
func nameStart(c byte) bool { return names[c] && c != '-' && !digit(c) }

func trimLeft(s string) string {
	for s != "" && spaceByte(s[0]) {
		s = s[1:]
	}
	return s
}

func trimRight(s string) string {
	for s != "" && spaceByte(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}
