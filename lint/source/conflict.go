package source

import "bytes"

// conflict is the mistake of a text that holds the marks of a merge, when one of them
// begins at a place: they stand at the beginnings of lines, where JSON has nothing like
// them.
func conflict(data []byte, at int) *SyntaxError {
	if isMark(data, at) == 0 {
		return nil
	}
	var marks []Span
	for start := 0; start < len(data); {
		end := len(data)
		if n := bytes.IndexByte(data[start:], '\n'); n >= 0 {
			end = start + n
		}
		if n := isMark(data, start); n > 0 {
			marks = append(marks, Span{start, start + n})
		}
		start = end + 1
	}
	return &SyntaxError{Span: Span{at, at + isMark(data, at)}, Cause: "a merge conflict is left in the file",
		Hint: "keep one side of each, and remove the lines with the marks", Also: marks}
}

// isMark returns how long the mark is that begins at a place, 0 when there is none.
func isMark(data []byte, at int) int {
	const length = 7
	if at > 0 && data[at-1] != '\n' || len(data) < at+length || bytes.IndexByte([]byte("<|=>"), data[at]) < 0 {
		return 0
	}
	for _, c := range data[at : at+length] {
		if c != data[at] {
			return 0
		}
	}
	if end := at + length; end < len(data) && !isSpace(data[end]) {
		return 0
	}
	return length
}
