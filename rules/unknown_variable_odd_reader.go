package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// A gap is where a text that people get prints a value that was handed over, between what stands before and after it.
type gap struct {
	flow.Ref
	at            int // the segment that names the value
	before, after string
}

// reportOddReader reports the one text that prints a value of another name after words after which all others
// print one and the same, and some go on alike, when nothing else in the flow reads that other name: it was most likely renamed in
// one place. Once a flow.
func reportOddReader(p *lint.Pass) {
	const habit, most = 3, 400 // texts with one name; gaps that are looked at
	gaps := gapsOf(p, habit)
	if len(gaps) > most {
		return
	}
	for _, odd := range gaps {
		if !isReadOnce(p.Flow, odd) || words.NamesAnother(odd.Name(odd.at)) {
			continue
		}
		like := slices.DeleteFunc(slices.Clone(gaps), func(g gap) bool {
			return g.Widget == odd.Widget || g.at != odd.at || g.Root() != odd.Root() || g.before != odd.before
		})
		if len(like) < habit || !slices.ContainsFunc(like, func(g gap) bool { return g.after == odd.after }) ||
			slices.ContainsFunc(like, func(g gap) bool { return g.Name(g.at) != like[0].Name(like[0].at) }) {
			continue
		}
		usual := like[0]
		name := usual.Name(usual.at)
		if !shareWord(odd.Name(odd.at), name) || readsName(p.Flow, odd, name) {
			continue
		}
		p.Reportf(odd.SegmentPlace(odd.at), "%s alone reads %s; %s and %s read %s after the same words: if that is meant, this is blank; write %s",
			odd.Widget.Label(), reads.PathTo(odd.Ref, odd.at), usual.Widget.Label(), words.Plural(len(like)-1, "other"), name, name).
			Relate(usual.SegmentPlace(usual.at), "as it is read there").As(finding.Note)
		return
	}
}

// gapsOf returns the gaps of a flow in which a value of a REST request or of a parent is printed as it is, with
// enough around them to tell the sentence; none where they are not more than some.
func gapsOf(p *lint.Pass, than int) (gaps []gap) {
	const around, near = 12, 48 // bytes before and after, without blanks and with them
	n := 0
	for _, r := range p.Flow.Refs() {
		if gapAt(p, r) > 0 {
			n++
		}
	}
	if n <= than {
		return nil
	}
	for _, r := range p.Flow.Refs() {
		at := gapAt(p, r)
		if at == 0 {
			continue
		}
		markup := r.Liquid.Markup[r.Markup]
		before := strings.Join(strings.Fields(r.Text[max(0, markup.Start-near):markup.Start]), " ")
		after := strings.Join(strings.Fields(r.Text[markup.End:min(len(r.Text), markup.End+near)]), " ")
		if len(before) >= around && len(after) >= around {
			gaps = append(gaps, gap{r, at, before[len(before)-around:], after[:around]})
		}
	}
	return gaps
}

// gapAt returns the segment of a path that names a value which was handed over, where a text that people get prints
// it as it is; 0 for all others.
func gapAt(p *lint.Pass, r flow.Ref) int {
	if r.Root() == "widgets" || !r.IsContent() {
		return 0
	}
	at := openAt(p.Flow, r)
	if filters, printed := reads.Printed(r); at != len(r.Segments)-1 || !printed || len(filters) > 0 || !p.Flow.Reachable(r.Widget) {
		return 0
	}
	return at
}

// isReadOnce reports whether nothing in a flow reads the value of a gap but the gap.
func isReadOnce(f *flow.Flow, g gap) bool {
	n := 0
	for _, r := range f.Refs() {
		if at := openAt(f, r); at > 0 && r.Root() == g.Root() && r.Name(at) == g.Name(g.at) {
			n++
		}
	}
	return n == 1
}

// readsName reports whether the step of a gap reads the value of a name as well.
func readsName(f *flow.Flow, g gap, name string) bool {
	return slices.ContainsFunc(f.Refs(), func(r flow.Ref) bool {
		at := openAt(f, r)
		return r.Widget == g.Widget && at > 0 && r.Root() == g.Root() && r.Name(at) == name
	})
}

// shareWord reports whether two names have a word in common.
func shareWord(a, b string) bool {
	const least = 4 // letters: id and of tell nothing
	theirs := words.In(b)
	return slices.ContainsFunc(words.In(a), func(word string) bool { return len(word) >= least && slices.Contains(theirs, strings.ToLower(word)) })
}
