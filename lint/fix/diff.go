package fix

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// context is how many lines a diff shows around what has changed.
const context = 3

// Diff writes the difference of two texts of a file as git apply takes it: a unified
// diff with the path as git knows it, from the top of its repository and with forward
// slashes. It is empty when nothing has changed.
func Diff(path string, before, after []byte) []byte {
	if bytes.Equal(before, after) {
		return nil
	}
	d := differ{a: lines(before), b: lines(after)}
	d.compare(0, len(d.a), 0, len(d.b))
	var out bytes.Buffer
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", diffName("a/"+path), diffName("b/"+path))
	for i := 0; i < len(d.blocks); {
		k := i + 1
		for k < len(d.blocks) && d.blocks[k].a-d.blocks[k-1].aEnd <= 2*context {
			k++
		}
		d.hunk(&out, d.blocks[i:k])
		i = k
	}
	return out.Bytes()
}

// lines cuts a text after its line feeds.
func lines(text []byte) []string {
	var list []string
	for line := range bytes.Lines(text) {
		list = append(list, string(line))
	}
	return list
}

// diffName writes a name as git does: in quotes where it holds what ends a name, with
// a tab behind it where a blank might.
func diffName(name string) string {
	special := strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f || r == '"' || r == '\\' })
	if !special {
		if strings.Contains(name, " ") {
			name += "\t"
		}
		return name
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range []byte(name) {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// A block is a stretch of lines in place of which others stand.
type block struct{ a, aEnd, b, bEnd int }

// A differ compares the lines of two texts.
type differ struct {
	a, b   []string
	blocks []block // what has changed, in order
}

// compare finds what has changed between two stretches. Lines that stand once in both
// hold them together; between these, what begins or ends alike is the same.
func (d *differ) compare(a, aEnd, b, bEnd int) {
	for a < aEnd && b < bEnd && d.a[a] == d.b[b] {
		a, b = a+1, b+1
	}
	for a < aEnd && b < bEnd && d.a[aEnd-1] == d.b[bEnd-1] {
		aEnd, bEnd = aEnd-1, bEnd-1
	}
	if a == aEnd && b == bEnd {
		return
	}
	if a < aEnd && b < bEnd {
		if pairs := d.unique(a, aEnd, b, bEnd); len(pairs) > 0 {
			for _, p := range append(pairs, pair{aEnd, bEnd}) {
				d.compare(a, p.a, b, p.b)
				a, b = p.a, p.b
			}
			return
		}
	}
	d.blocks = append(d.blocks, block{a, aEnd, b, bEnd})
}

// A pair is one line of both texts.
type pair struct{ a, b int }

// unique returns the lines that stand once in both stretches, as many as stand in the
// same order in both.
func (d *differ) unique(a, aEnd, b, bEnd int) []pair {
	type count struct{ inA, inB, a, b int }
	counts := map[string]*count{}
	for i := a; i < aEnd; i++ {
		c := counts[d.a[i]]
		if c == nil {
			c = &count{}
			counts[d.a[i]] = c
		}
		c.inA, c.a = c.inA+1, i
	}
	for i := b; i < bEnd; i++ {
		if c := counts[d.b[i]]; c != nil {
			c.inB, c.b = c.inB+1, i
		}
	}
	var pairs []pair
	for i := a; i < aEnd; i++ {
		if c := counts[d.a[i]]; c.inA == 1 && c.inB == 1 {
			pairs = append(pairs, pair{c.a, c.b})
		}
	}
	return rising(pairs)
}

// rising returns the longest row of pairs that rise in both texts.
func rising(pairs []pair) []pair {
	var ends []int // by length less one: the pair that the best row so far ends with
	before := make([]int, len(pairs))
	for i, p := range pairs {
		k := sort.Search(len(ends), func(k int) bool { return pairs[ends[k]].b >= p.b })
		before[i] = -1
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	if len(ends) == 0 {
		return nil
	}
	var row []pair
	for i := ends[len(ends)-1]; i >= 0; i = before[i] {
		row = append(row, pairs[i])
	}
	slices.Reverse(row)
	return row
}

// hunk writes blocks that stand close together, with the lines around them.
func (d *differ) hunk(out *bytes.Buffer, blocks []block) {
	first, last := blocks[0], blocks[len(blocks)-1]
	a := max(first.a-context, 0)
	b := first.b - (first.a - a)
	aEnd := min(last.aEnd+context, len(d.a))
	bEnd := last.bEnd + (aEnd - last.aEnd)
	fmt.Fprintf(out, "@@ -%s +%s @@\n", extent(a, aEnd), extent(b, bEnd))
	for _, k := range blocks {
		d.write(out, ' ', d.a[a:k.a])
		d.write(out, '-', d.a[k.a:k.aEnd])
		d.write(out, '+', d.b[k.b:k.bEnd])
		a = k.aEnd
	}
	d.write(out, ' ', d.a[a:aEnd])
}

// extent writes where a hunk stands. An empty stretch is named by the line before it.
func extent(from, end int) string {
	if from == end {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, end-from)
}

func (d *differ) write(out *bytes.Buffer, mark byte, lines []string) {
	for _, line := range lines {
		out.WriteByte(mark)
		out.WriteString(line)
		if !strings.HasSuffix(line, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// A Replacement is some bytes of a text in place of which others stand.
type Replacement struct {
	Start, End int
	Text       []byte
}

// Changes returns the differences of two texts, in order: few letters more than what
// has changed, so that a cursor elsewhere stays.
func Changes(before, after []byte) []Replacement {
	d := differ{a: lines(before), b: lines(after)}
	d.compare(0, len(d.a), 0, len(d.b))
	starts := func(lines []string) []int {
		all := make([]int, 1, len(lines)+1)
		for _, l := range lines {
			all = append(all, all[len(all)-1]+len(l))
		}
		return all
	}
	a, b := starts(d.a), starts(d.b)
	var list []Replacement
	for _, block := range d.blocks {
		r := Replacement{a[block.a], a[block.aEnd], after[b[block.b]:b[block.bEnd]]}
		for r.Start < r.End && len(r.Text) > 0 && before[r.Start] == r.Text[0] {
			r.Start, r.Text = r.Start+1, r.Text[1:]
		}
		for r.Start > a[block.a] && !letterAt(before, r.Start) { // not within a letter
			r.Start--
			r.Text = after[b[block.bEnd]-len(r.Text)-1 : b[block.bEnd]]
		}
		for r.Start < r.End && len(r.Text) > 0 && before[r.End-1] == r.Text[len(r.Text)-1] && letterAt(before, r.End-1) {
			r.End, r.Text = r.End-1, r.Text[:len(r.Text)-1]
		}
		list = append(list, r)
	}
	return list
}

// letterAt reports whether a letter, or nothing more, begins at a byte.
func letterAt(text []byte, i int) bool { return i >= len(text) || utf8.RuneStart(text[i]) }
