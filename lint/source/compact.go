package source

import "bytes"

// Compact removes the white space between the values. It also serves text
// that is not valid JSON.
func Compact(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case isSpace(c):
			i++
		case c == '"':
			end := afterString(text, i)
			out = append(out, text[i:end]...)
			i = end
		default:
			out = append(out, c)
			i++
		}
	}
	return out
}

// afterString returns where the string ends that begins at a byte, with its closing
// quote: at the end of the text when it has none.
func afterString(text []byte, start int) int {
	for i := start + 1; i < len(text); i++ {
		n := bytes.IndexAny(text[i:], `"\\`)
		if n < 0 {
			break
		}
		if i += n; text[i] == '"' {
			return i + 1
		}
		i++ // what is escaped
	}
	return len(text)
}
