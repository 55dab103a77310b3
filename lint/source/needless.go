package source

import "bytes"

// Needless returns edits that leave out what keeps a text from being JSON and means
// nothing: comments, and commas before a closing bracket. It returns nil when there is
// something else wrong with it.
func (f *File) Needless() []Edit {
	if f.Syntax == nil || !f.Readable() {
		return nil
	}
	var edits []Edit
	for _, s := range needless(f.Bytes) {
		edits = append(edits, f.Place(s).Replace(""))
	}
	return edits
}

// withoutNeedless returns the text with blanks in the place of what is needless, so that
// all else stays where it is; nil when nothing is.
func (f *File) withoutNeedless() []byte {
	if f.encoding != jsonString || f.Size > int64(len(f.Bytes)) {
		return nil
	}
	spans := needless(f.Bytes)
	if len(spans) == 0 {
		return nil
	}
	text := bytes.Clone(f.Bytes)
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			if !isSpace(text[i]) {
				text[i] = ' '
			}
		}
	}
	return text
}

// needless returns where comments and needless commas stand, in order.
func needless(data []byte) []Span {
	var spans []Span
	comma := -1 // the last comma after which nothing but white space and comments has come
	at := 0     // in spans, where that comma would stand
	for i := 0; i < len(data); {
		switch c := data[i]; {
		case c == '"':
			i = skipString(data, i)
			comma = -1
			continue
		case c == '#' || c == '/':
			s := commentAt(data, i)
			if s.Len() == 0 {
				return nil
			}
			spans = append(spans, ownLine(data, s))
			i = max(s.End, spans[len(spans)-1].End)
			continue
		case c == ',':
			comma, at = i, len(spans)
		case (c == '}' || c == ']') && comma >= 0:
			spans = append(spans[:at], append([]Span{{comma, comma + 1}}, spans[at:]...)...)
			comma = -1
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			comma = -1
		}
		i++
	}
	return spans
}

// skipString returns where the string that begins at i ends, or the text.
func skipString(data []byte, i int) int {
	for i++; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(data)
}

// commentAt returns the comment that begins at i; an empty span when there is none, or it
// has no end.
func commentAt(data []byte, i int) Span {
	if bytes.HasPrefix(data[i:], []byte("/*")) {
		n := bytes.Index(data[i+2:], []byte("*/"))
		if n < 0 {
			return Span{i, i}
		}
		return Span{i, i + 2 + n + 2}
	}
	if data[i] == '/' && !bytes.HasPrefix(data[i:], []byte("//")) {
		return Span{i, i}
	}
	end := i
	for end < len(data) && data[end] != '\n' && data[end] != '\r' {
		end++
	}
	return Span{i, end}
}

// ownLine takes the blanks before a comment with it, and, where nothing else stands on
// its lines, these as a whole.
func ownLine(data []byte, s Span) Span {
	from, to := s.Start, s.End
	for from > 0 && (data[from-1] == ' ' || data[from-1] == '\t') {
		from--
	}
	for to < len(data) && (data[to] == ' ' || data[to] == '\t' || data[to] == '\r') {
		to++
	}
	switch {
	case to < len(data) && data[to] != '\n': // something follows on its line
		return s
	case from > 0 && data[from-1] != '\n':
		return Span{from, s.End}
	case to < len(data):
		to++
	}
	return Span{from, to}
}
