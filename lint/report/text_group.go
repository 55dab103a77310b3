package report

import (
	"bytes"
	"hash/maphash"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// screen is how many lines of findings a person sees at once. After more than that the
// errors are named again: they are what the eye should rest on.
const screen = 40

// maxAgain is how many errors are named again.
const maxAgain = 20

// A group is what the text format writes of the findings of one file.
type group struct {
	file   string // as it stands in the findings
	name   string // its fileName
	head   string // how many there are of each severity
	text   []byte
	count  int
	lines  int
	errors int
	again  [][]byte // the first errors, a line each
	key    uint64   // the same for copies
}

// grouped makes the group of the findings of one file, all of which count.
func (t *textReport) grouped(found []*finding.Diagnostic, hide *secrets) *group {
	g := &group{file: found[0].File, name: fileName(found[0].File), count: len(found)}
	var number [finding.Error + 1]int
	g.text = make([]byte, 0, 512*len(found))
	for _, d := range found {
		number[d.Severity]++
		g.text = t.append(g.text, d, g, hide)
		if d.Severity == finding.Error && len(g.again) < maxAgain {
			place := location(d.File, d.Range.Start.Line, t.columns.of(d.At, d.Range.Start))
			g.again = append(g.again, []byte("  "+notAHead(place+": "+clean(d.Message)+" ["+d.Rule.ID+"]")+"\n"))
		}
	}
	g.lines = bytes.Count(g.text, []byte{'\n'})
	g.key = t.textKeyOf(g)
	g.errors = number[finding.Error]
	g.head = tally("", func(s finding.Severity) int { return number[s] })
	return g
}

// nameOf is fileName, known for the file of the group: nearly all places are in it.
func (g *group) nameOf(file string) string {
	if file == g.file {
		return g.name
	}
	return fileName(file)
}

// textKeyOf is the same for files of which the same is written, but for their names: copies
// in which other lines may differ, as those of several environments do.
func (t *textReport) textKeyOf(g *group) uint64 {
	var h maphash.Hash
	h.SetSeed(t.seed)
	name := append([]byte(g.name), ':')
	for rest := g.text; ; {
		before, after, found := bytes.Cut(rest, name)
		h.Write(before)
		if !found {
			return h.Sum64()
		}
		rest = after
	}
}

// add writes a group below a heading, or in one line when it is the same as before.
func (t *textReport) add(out *sequence, g *group) {
	if first, known := t.first[g.key]; known {
		if !t.copies && t.lines > 0 {
			out.string("\n")
		}
		t.copies = true
		t.lines++
		same := "finding"
		if g.count > 1 {
			same = words.Plural(g.count, same)
		}
		out.string(t.heading(g.name) + ": the same " + same + " as " + fileName(first) + "\n")
		return
	}
	t.first[g.key] = g.file
	if t.lines > 0 {
		out.string("\n")
	}
	t.copies = false
	t.lines += g.lines + 1
	out.string(t.heading(g.name) + ": " + g.head + "\n")
	out.write(g.text)
	t.errors += g.errors
	t.again = append(t.again, g.again[:min(len(g.again), maxAgain-len(t.again))]...)
}

// end names the errors again when there is more than a screen.
func (t *textReport) end(out *sequence) {
	if t.lines <= screen || t.errors == 0 {
		return
	}
	title := "the error again:"
	if t.errors > 1 {
		title = "the errors again:"
	}
	out.string("\n" + t.heading(title) + "\n")
	for _, line := range t.again {
		out.write(line)
	}
	if more := t.errors - len(t.again); more > 0 {
		out.string("  … and " + words.Plural(more, "more error") + "\n")
	}
}
