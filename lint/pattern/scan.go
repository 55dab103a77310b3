package pattern

// A scanner hands out an expression character by character, the way Java does:
// what \Q and \E quote has become escapes before anything else is read, and where
// the flag x is on, white space and comments are skipped between characters.
type scanner struct {
	chars []rune // with two zeros at the end, so that one may look ahead
	at    []int  // where each begins in the text, in bytes; one more than chars
	n     int    // characters without the zeros
	pos   int
	flags flags
}

type flags uint16

const (
	ignoreCase flags = 1 << iota
	multiline
	dotAll
	unixLines
	unicodeCase
	unicodeClass
	comments
	canonical
)

func (s *scanner) has(f flags) bool { return s.flags&f != 0 }

func newScanner(text string) *scanner {
	s := &scanner{chars: make([]rune, 0, len(text)+2), at: make([]int, 0, len(text)+3)}
	for i, r := range text {
		s.chars = append(s.chars, r)
		s.at = append(s.at, i)
	}
	s.at = append(s.at, len(text))
	s.unquote()
	s.n = len(s.chars)
	s.chars = append(s.chars, 0, 0)
	end := s.at[s.n]
	s.at = append(s.at, end, end)
	return s
}

// unquote turns \Q…\E into escaped characters. As in Java, letters stay as they
// are, and only the first of the digits is written as \x3N: an escape before the
// quotation could take it for its own.
func (s *scanner) unquote() {
	i := 0
	for i+1 < len(s.chars) && !(s.chars[i] == '\\' && s.chars[i+1] == 'Q') {
		if s.chars[i] == '\\' {
			i++
		}
		i++
	}
	if i+1 < len(s.chars) {
		s.escapeFrom(i)
	}
}

// escapeFrom rewrites everything from the first \Q on.
func (s *scanner) escapeFrom(i int) {
	in, at := s.chars, s.at
	out, outAt := append([]rune(nil), in[:i]...), append([]int(nil), at[:i]...)
	put := func(from int, chars ...rune) {
		for _, c := range chars {
			out, outAt = append(out, c), append(outAt, at[from])
		}
	}
	quoted, first := true, true
	for i += 2; i < len(in); i++ {
		c := in[i]
		ahead := rune(0)
		if i+1 < len(in) {
			ahead = in[i+1]
		}
		switch {
		case c >= 0x80 || isLetter(c):
			put(i, c)
		case isDigit(c) && first:
			put(i, '\\', 'x', '3', c)
		case isDigit(c):
			put(i, c)
		case c != '\\' && quoted:
			put(i, '\\', c)
		case c != '\\':
			put(i, c)
		case quoted && ahead == 'E':
			quoted = false
			i++
		case quoted:
			put(i, '\\', '\\')
		case ahead == 'Q':
			quoted, first = true, true
			i++
			continue
		default:
			put(i, c)
			if i+1 < len(in) {
				i++
				put(i, in[i])
			}
		}
		first = false
	}
	s.chars, s.at = out, append(outAt, at[len(in)])
}

// offset is where a character begins in the text.
func (s *scanner) offset(pos int) int { return s.at[min(max(pos, 0), s.n)] }

// rawAt is the character at a position, 0 beyond the end.
func (s *scanner) rawAt(pos int) rune {
	if pos < 0 || pos >= len(s.chars) {
		return 0
	}
	return s.chars[pos]
}

// ended reports whether a zero is the end, and not a character of the text.
func (s *scanner) ended() bool { return s.pos >= s.n }

// peek returns the next character that counts.
func (s *scanner) peek() rune {
	if s.has(comments) {
		s.skipSpace()
	}
	return s.rawAt(s.pos)
}

// next goes one on and peeks.
func (s *scanner) next() rune {
	s.pos++
	return s.peek()
}

// read returns the next character that counts and goes past it.
func (s *scanner) read() rune {
	c := s.peek()
	s.pos++
	return c
}

// take returns the character after the present one, whatever it is, and goes past
// both.
func (s *scanner) take() rune {
	c := s.rawAt(s.pos + 1)
	s.pos += 2
	return c
}

func (s *scanner) skipSpace() {
	for {
		switch c := s.rawAt(s.pos); {
		case isSpace(c):
			s.pos++
		case c == '#':
			for s.pos < s.n && !s.endsLine(s.rawAt(s.pos)) {
				s.pos++
			}
			if !isSpace(s.rawAt(s.pos)) {
				return
			}
		default:
			return
		}
	}
}

func (s *scanner) endsLine(c rune) bool {
	if s.has(unixLines) {
		return c == '\n'
	}
	return c == '\n' || isOddLine(c)
}

// isOddLine reports whether a character ends a line in Java, beside \n.
func isOddLine(c rune) bool { return c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 }

func isLetter(c rune) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
func isDigit(c rune) bool  { return '0' <= c && c <= '9' }
func isOctal(c rune) bool  { return '0' <= c && c <= '7' }
func isSpace(c rune) bool  { return c == ' ' || '\t' <= c && c <= '\r' }

// hexDigit returns the value of a hexadecimal digit, -1 of anything else.
func hexDigit(c rune) rune {
	switch {
	case isDigit(c):
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return -1
}
