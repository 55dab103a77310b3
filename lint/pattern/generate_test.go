package pattern

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A maker writes random expressions: well formed ones by grammar, and others by
// changing these or by throwing pieces together.
type maker struct {
	*rand.Rand
	groups int
	names  []string
}

func newMaker(seed uint64) *maker { return &maker{Rand: rand.New(rand.NewPCG(seed, 12))} }

func pick[T any](m *maker, list ...T) T { return list[m.IntN(len(list))] }

// expression returns any kind.
func (m *maker) expression() string {
	m.groups, m.names = 0, nil
	switch m.IntN(10) {
	case 0, 1:
		var b strings.Builder
		for range 1 + m.IntN(8) {
			b.WriteString(m.piece())
		}
		return b.String()
	case 2, 3, 4:
		return m.changed(m.choice(0))
	}
	return m.wellFormed()
}

func (m *maker) wellFormed() string {
	m.groups, m.names = 0, nil
	return pick(m, "", "", "", "", "(?i)", "(?x)", "(?s)", "(?m)", "(?iu)", "(?U)", "(?d)", "(?md)") + m.choice(0)
}

// changed removes, doubles or replaces a piece.
func (m *maker) changed(s string) string {
	r := []rune(s)
	for range 1 + m.IntN(2) {
		i := m.IntN(len(r) + 1)
		j := min(len(r), i+m.IntN(3))
		r = []rune(string(r[:i]) + pick(m, "", m.piece()) + string(r[j:]))
	}
	return string(r)
}

// piece is something out of which expressions are made, right or wrong.
func (m *maker) piece() string {
	return pick(m, "(", ")", "[", "]", "{", "}", "|", "*", "+", "?", "\\", "^", "$", ".", "-", "&&", "&", ",", "=", "!", "<", ">", ":", "#", " ", "\n", "\t",
		"a", "b", "A", "0", "1", "8", "é", "\U0001F600", "\u2028", "(?", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?<a>", "(?<b1>", "(?<a_>", "(?i)", "(?x)", "(?-x)", "(?x:", "(?P<a>", "(?#a)", "(?'a'", "(?c)", "(?n)", "(?i-", "(?^",
		"{2}", "{1,", "{,3}", "{3,1}", "{ 2}", "{2 }", "{99999999999}", "{1,2147483647}", "\\Q", "\\E", "\\d", "\\D", "\\w", "\\S", "\\h", "\\V", "\\v", "\\R", "\\X", "\\b", "\\B", "\\b{g}", "\\b{", "\\A", "\\z", "\\Z", "\\G",
		"\\1", "\\2", "\\9", "\\10", "\\0", "\\07", "\\0377", "\\0400", "\\x4", "\\x41", "\\x{41}", "\\x{110000}", "\\x{", "\\u0041", "\\u00", "\\ud83d\\ude00", "\\ud83d", "\\cA", "\\c", "\\k<a>", "\\k<", "\\ka", "\\N{SPACE}", "\\N", "\\_", "\\é", "\\y", "\\e", "\\a",
		"\\pL", "\\p", "\\p{", "\\p{L}", "\\P{Lu}", "\\p{Alpha}", "\\p{IsLatin}", "\\p{InGreek}", "\\p{Foo}", "\\p{script=Latin}", "\\p{blk=Latin-1 Supplement}", "\\p{gc=Lu}", "\\p{IsAlphabetic}", "\\p{javaLowerCase}", "\\p{}", "\\p{ L}", "\\p{foo=bar}",
		"[^", "[a-", "[a-z", "[z-a]", "[[:alpha:]]", "[a&&b]", "[&&]", "[]", "[^]", "[a-z&&[^b]]", "[\\Q^\\E]", "[\\]", "[a-\\d]", "[\\d-z]", "[a--]", "[\\v-\\x0d]", "*+", "+?", "??", "?+", "*?", "{2}?", "{2}+", "\x00")
}

func (m *maker) choice(depth int) string {
	s := m.sequence(depth)
	for m.IntN(4) == 0 {
		s += "|" + m.sequence(depth)
	}
	return s
}

func (m *maker) sequence(depth int) string {
	var b strings.Builder
	for range 1 + m.IntN(4) {
		b.WriteString(m.element(depth))
		b.WriteString(pick(m, "", "", "", "", "", "*", "+", "?", "{2}", "{1,2}", "{2,}", "{0,1}", "*?", "+?", "??", "*+", "++", "?+", "{1,2}?", "{1,2}+", "{0}"))
	}
	return b.String()
}

func (m *maker) element(depth int) string {
	if depth < 4 && m.IntN(3) == 0 {
		return m.group(depth + 1)
	}
	switch m.IntN(12) {
	case 0:
		return pick(m, ".", "\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "\\h", "\\v", "\\R", "\\H", "\\V", "\\X")
	case 1:
		return "[" + pick(m, "", "^") + m.class(depth) + "]"
	case 2:
		return pick(m, "^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z", "\\G", "\\b{g}")
	case 3:
		if m.groups > 0 {
			return fmt.Sprintf("\\%d", 1+m.IntN(m.groups))
		}
		return "b"
	case 4:
		if len(m.names) > 0 {
			return "\\k<" + pick(m, m.names...) + ">"
		}
		return "c"
	case 5:
		return pick(m, "\\p{L}", "\\p{Lu}", "\\P{L}", "\\p{Alpha}", "\\p{IsGreek}", "\\p{Punct}", "\\p{Upper}", "\\p{Lower}", "\\p{IsUppercase}", "\\pN", "\\p{InLatin-1Supplement}", "\\x41", "\\u00e9", "\\t", "\\n", "\\.", "\\Q.a\\E", "\\Q1\\E", "\\-", "\\ ")
	}
	return pick(m, "a", "b", "c", "A", "ab", "1", "2", "é", "É", " ", "-", "k", "\u212a", "i", "}", "]", "\n", "\r")
}

func (m *maker) group(depth int) string {
	opening := pick(m, "(", "(", "(", "(?:", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:", "(?-i:", "(?x:", "(?s:", "name")
	switch opening {
	case "(":
		m.groups++
	case "name":
		m.groups++
		name := fmt.Sprintf("n%d", m.groups)
		m.names = append(m.names, name)
		opening = "(?<" + name + ">"
	}
	return opening + m.choice(depth) + ")"
}

func (m *maker) class(depth int) string {
	var b strings.Builder
	for range 1 + m.IntN(3) {
		switch m.IntN(9) {
		case 0:
			b.WriteString(pick(m, "a-c", "0-9", "A-Z", "a-é", "\\x00-\\x7f", "é-ü"))
		case 1:
			b.WriteString(pick(m, "\\d", "\\w", "\\s", "\\W", "\\h", "\\p{L}", "\\p{Upper}", "\\P{Lu}"))
		case 2:
			if depth < 4 {
				b.WriteString("[" + pick(m, "", "^") + m.class(depth+1) + "]")
			}
		case 3:
			b.WriteString("&&" + pick(m, "", "a", "[a-b]", "[^a]", "\\w", "b-c"))
		default:
			b.WriteString(pick(m, "a", "b", "c", "A", "1", "-", "é", " ", "^", "&", "\\]", "\\-", "k", "S", "\u212a", "ÿ", "µ", ".", "$", "\n"))
		}
	}
	if b.Len() == 0 {
		return "a"
	}
	return b.String()
}

// text is a short text in which much may match.
func (m *maker) text() string {
	var b strings.Builder
	for range m.IntN(6) {
		b.WriteString(pick(m, "a", "b", "c", "a", "b", "A", "B", "1", "2", "9", " ", "-", "é", "É", "k", "K", "i", "I", "S", "\u212a", "\u0130", "\n", "\r", "\r\n", "\u0085", "\u2028", "}", "]", ".", "_", "\t", "\U0001F600", "ÿ"))
	}
	return b.String()
}
