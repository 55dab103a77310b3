package report

import (
	"strings"
	"unicode/utf8"

	"studiolint/lint/words"
)

// How much of a source line is shown, in columns of a terminal.
const (
	lineFits   = 120 // a line up to here is shown whole
	lineWindow = 100 // of a longer one, this much
	lineBefore = 30  // of which this much stands before the range, or more when little follows it
)

// snip returns what to show of a line and, to be printed under it, the marks for
// the bytes start..end. Both may lie outside the line; an empty range has one mark.
// Its cost does not depend on the length of the line.
func snip(line []byte, start, end int) (shown, marks string) {
	start = min(max(start, 0), len(line))
	end = min(max(end, start), len(line))

	from, to := 0, forward(line, 0, lineFits)
	if to < len(line) {
		var used int
		to, used = forwardColumns(line, start, lineWindow-lineBefore)
		from = backward(line, start, lineWindow-used)
	}

	var text, under strings.Builder
	text.Grow(to - from + len("……"))
	under.Grow(max(min(end, to)-from, 0) + 2)
	if from > 0 {
		text.WriteString("…")
		under.WriteByte(' ')
	}
	marked := false
	for i := from; i < to; {
		n, width := 1, 1
		if isPlain(line[i]) { // as nearly all
			text.WriteByte(line[i])
		} else {
			var c string
			c, n, width = cell(line, i)
			text.WriteString(c)
		}
		switch {
		case i < start:
			writeTimes(&under, ' ', width)
		case i < end:
			writeTimes(&under, '^', width)
			marked = marked || width > 0
		}
		i += n
	}
	if !marked {
		under.WriteByte('^')
	}
	if to < len(line) {
		text.WriteString("…")
	}
	return text.String(), under.String()
}

func writeTimes(b *strings.Builder, c byte, n int) {
	for range n {
		b.WriteByte(c)
	}
}

// cell returns how the character at line[i:] is shown, how many bytes of the line
// it is, and how many columns it takes. A tab is shown as four spaces: its width
// would depend on the terminal and on what stands before it.
func cell(line []byte, i int) (shown string, size, columns int) {
	if isPlain(line[i]) {
		return string(line[i : i+1]), 1, 1
	}
	if line[i] == '\t' {
		return "    ", 1, 4
	}
	// Glyph looks at a few bytes around the character.
	low := max(i-1, 0)
	shown, size = words.Glyph(string(line[low:min(i+24, len(line))]), i-low)
	if r, n := utf8.DecodeRuneInString(shown); n == len(shown) {
		return shown, size, columnsOf(r)
	}
	return shown, size, len(shown)
}

// isPlain reports whether a byte is a character that is shown as it stands, in one column.
func isPlain(c byte) bool { return c >= ' ' && c < 0x7F && c != '#' }

// maxStacked bounds how many characters without a width are shown: they could go
// on for ever in one column.
const maxStacked = 4

// forwardColumns goes on from byte i until the columns are used up or the line
// ends. It returns the byte after and the columns used.
func forwardColumns(line []byte, i, columns int) (end, used int) {
	for stacked := 0; i < len(line); {
		n, w := 1, 1
		if !isPlain(line[i]) {
			_, n, w = cell(line, i)
		}
		if w == 0 {
			stacked++
		}
		if used+w > columns || stacked > maxStacked*columns {
			break
		}
		used += w
		i += n
	}
	return i, used
}

func forward(line []byte, i, columns int) int {
	end, _ := forwardColumns(line, i, columns)
	return end
}

// backward goes back from byte i until the columns are used up or the line begins.
func backward(line []byte, i, columns int) int {
	used := 0
	for stacked := 0; i > 0; {
		_, n := utf8.DecodeLastRune(line[:i])
		_, _, w := cell(line, i-n)
		if w == 0 {
			stacked++
		}
		if used+w > columns || stacked > maxStacked*columns {
			break
		}
		used += w
		i -= n
	}
	return i
}
