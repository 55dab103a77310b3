package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/finding"
)

// most is how many bytes of one line are shown of what a fix changes.
const most = 100

// fragment returns the words around what the fix changes, before and after; "" when that
// is long, or cannot be seen. Of changes that stand far apart it is the first.
func (m mended) fragment() (before, after string) {
	edits := slices.SortedFunc(slices.Values(m.fix.Edits), func(a, b finding.Edit) int {
		return cmp.Compare(a.Range.Start.Offset, b.Range.Start.Offset)
	})
	text := string(m.before)
	from, to := edits[0].Range.Start.Offset, edits[0].Range.End.Offset
	if last := edits[len(edits)-1].Range.End.Offset; last-from <= most && !strings.Contains(text[from:last], "\n") {
		to = last
	}
	if to-from > most {
		return "", ""
	}
	from, to = widened(text, from, to)
	var b strings.Builder
	at := from
	for _, e := range edits {
		if e.Range.End.Offset <= to {
			b.WriteString(text[at:e.Range.Start.Offset] + e.NewText)
			at = e.Range.End.Offset
		}
	}
	before, after = seen(text[from:to]), seen(b.String()+text[at:to])
	if before == after || before == "" || len(after) > 2*most {
		return "", ""
	}
	return before, after
}

// widened takes the words in which a stretch of a text begins and ends with it.
func widened(text string, from, to int) (int, int) {
	for n := 0; n < 40 && from > 0 && !unicode.IsSpace(rune(text[from-1])); n++ {
		from--
	}
	for n := 0; n < 40 && to < len(text) && !unicode.IsSpace(rune(text[to])); n++ {
		to++
	}
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return from, to
}

// seen writes a text on one line, without what cannot be seen.
func seen(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}
