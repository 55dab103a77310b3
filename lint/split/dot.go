package split

import "strings"

// LooseDot returns where a regular expression has a dot that takes any character though one between figures is meant
// ("\d+.\d{2}") or, where host is true, one in an address of mail ("@[a-z]+.com"): what comes before it and after it are
// figures, or letters. It is -1 where there is none, or more than one between figures, which may part a date.
func LooseDot(expression string) (at int, host bool) {
	var s dotScan
	at = -1
	for i := 0; i < len(expression); {
		kind, n := atomAt(expression, i)
		quantified := i+n < len(expression) && strings.IndexByte("*+?{", expression[i+n]) >= 0
		if kind == atomDot && quantified {
			kind = atomText
		}
		switch {
		case kind == atomDot:
			s.dot, s.before = i, s.last
		case kind == atomOpen:
			i += n
			continue // what it holds comes right after
		case s.dot > 0 && s.isFound(kind):
			if at >= 0 {
				return -1, false
			}
			at, host = s.dot, s.mail
			s.dot = 0
		default:
			s.dot = 0
		}
		s.last = kind
		s.mail = s.mail || kind == atomSign
		if i += n; quantified {
			i += quantifierAt(expression, i)
		}
	}
	return at, host
}

// A dotScan is what was read of an expression.
type dotScan struct {
	last, before atom
	dot          int // where the last loose dot stands, 0 for none
	mail         bool
}

// isFound reports whether what follows a loose dot shows that a dot is meant.
func (s *dotScan) isFound(next atom) bool {
	if s.mail {
		return s.before == atomText && next == atomText
	}
	return s.before == atomDigit && next == atomDigit
}

// An atom is a kind of what an expression consists of.
type atom int

const (
	atomOther atom = iota
	atomDot
	atomDigit
	atomText
	atomSign
	atomOpen
)

// atomAt returns what stands at a place of an expression, and its length.
func atomAt(e string, i int) (kind atom, n int) {
	switch c := e[i]; {
	case c == '\\' && i+1 < len(e):
		switch e[i+1] {
		case 'd':
			return atomDigit, 2
		case 'w', 'S':
			return atomText, 2
		}
		return atomOther, 2
	case c == '[':
		return classAt(e, i)
	case c == '.':
		return atomDot, 1
	case c == '@':
		return atomSign, 1
	case c == '(':
		if strings.HasPrefix(e[i:], "(?:") {
			return atomOpen, len("(?:")
		}
		return atomOpen, 1
	case '0' <= c && c <= '9':
		return atomDigit, 1
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return atomText, 1
	}
	return atomOther, 1
}

// classAt returns of what kind a class in brackets is: of figures, of letters and more, or another.
func classAt(e string, i int) (kind atom, n int) {
	end := strings.IndexByte(e[i+1:], ']')
	if end < 0 {
		return atomOther, len(e) - i
	}
	in := e[i+1 : i+1+end]
	switch {
	case in == "0-9" || in == `\d`:
		return atomDigit, end + 2
	case strings.HasPrefix(in, "^"):
		return atomText, end + 2 // what is no blank, or no @
	case strings.Contains(in, "a-z") || strings.Contains(in, "A-Z") || strings.Contains(in, `\w`):
		return atomText, end + 2
	}
	return atomOther, end + 2
}

// quantifierAt returns the length of a quantifier.
func quantifierAt(e string, i int) int {
	n := 1
	if e[i] == '{' {
		if end := strings.IndexByte(e[i:], '}'); end > 0 {
			n = end + 1
		}
	}
	if i+n < len(e) && e[i+n] == '?' {
		n++
	}
	return n
}
