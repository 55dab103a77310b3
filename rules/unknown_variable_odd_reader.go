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
	gaps, times := gapsOf(p)
	if len(gaps) <= habit || len(gaps) > most {
		return
	}
	for _, odd := range gaps {
		if times[odd.Name(odd.at)] != 1 {
			continue
		}
		like := slices.DeleteFunc(slices.Clone(gaps), func(g gap) bool {
			return g.Widget == odd.Widget || g.at != odd.at || g.Root() != odd.Root() || g.before != odd.before
		})
		if len(like) < habit || !slices.ContainsFunc(like, func(g gap) bool { return g.after == odd.after }) || slices.ContainsFunc(like, func(g gap) bool { return g.Name(g.at) != like[0].Name(like[0].at) }) {
			continue
		}
		usual := like[0]
		name := usual.Name(usual.at)
		if !shareWord(odd.Name(odd.at), name) || slices.ContainsFunc(gaps, func(g gap) bool { return g.Widget == odd.Widget && g.Name(g.at) == name }) {
			continue
		}
		p.Reportf(odd.SegmentPlace(odd.at), "%s alone reads %s, where %s and %s read %s in the same words: if they are one, it is blank; write that",
			odd.Widget.Label(), reads.PathTo(odd.Ref, odd.at), usual.Widget.Label(), words.Plural(len(like)-1, "other"), name).
			Relate(usual.SegmentPlace(usual.at), "as it is read there").As(finding.Note)
		return
	}
}

// gapsOf returns the gaps of a flow in which a value of a REST request or of a parent is printed as it is, with
// enough around them to tell the sentence, and how often each name is read in the flow.
func gapsOf(p *lint.Pass) (gaps []gap, times map[string]int) {
	const around, near = 12, 48 // bytes before and after, without blanks and with them
	for _, r := range p.Flow.Refs() {
		at := openAt(p.Flow, r)
		if at == 0 || r.Root() == "widgets" {
			continue
		}
		if times == nil {
			times = map[string]int{}
		}
		times[r.Name(at)]++
		filters, printed := reads.Printed(r)
		if !printed || len(filters) > 0 || !isContent(r) || at != len(r.Segments)-1 || !p.Flow.Reachable(r.Widget) {
			continue
		}
		markup := r.Liquid.Markup[r.Markup]
		before := strings.Join(strings.Fields(r.Text[max(0, markup.Start-near):markup.Start]), " ")
		after := strings.Join(strings.Fields(r.Text[markup.End:min(len(r.Text), markup.End+near)]), " ")
		if len(before) >= around && len(after) >= around {
			gaps = append(gaps, gap{r, at, before[len(before)-around:], after[:around]})
		}
	}
	return gaps, times
}

// shareWord reports whether two names have a word in common.
func shareWord(a, b string) bool {
	const least = 4 // letters: id and of tell nothing
	theirs := words.In(b)
	return slices.ContainsFunc(words.In(a), func(word string) bool { return len(word) >= least && slices.Contains(theirs, strings.ToLower(word)) })
}
