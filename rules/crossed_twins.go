package rules

import (
	"cmp"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/twins"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "crossed-twins", Title: "A copy was not changed in one place",
		Group: finding.Paths, Severity: finding.Note,
		Doc: `Finds widgets that were copied, and one place that was forgotten in the copy:
- what billing says is word for word what support says, "support" included, and the
  branches of one split lead to both, or to what comes before each;
- queue_office has the queue "dispatch", as queue_dispatch has, or the two have changed places;
- what billing sends is "support", as support does, the parameter's name being the same;
- of three or more such widgets, one has no attribute or parameter that all others have;
- of three or more such widgets, one has another number or switch than all others, which
  agree (a timeout of 2 seconds rather than 20); or one of three questions by message that
  are asked in a row has a far longer or shorter timeout than the others;
- the question that is asked when an answer fitted nowhere takes a word to another place
  than the first question does, and other words to the same;
- one of two copies of a part of the flow leads into the other. The copies are told by
  their names (menu_en and menu_es, queue_en and queue_es, …) and by leading
alike: menu_en to queue_en, menu_es to queue_es. When then record_es leads to queue_en, as
record_en does, though there is a queue_es, that name was most likely not replaced.

- what fits no branch leads elsewhere when it is said than when it is pressed, in two
  splits on one question whose branches are otherwise the same; and so does one of three or more
  choices, while the others agree;
- two branches of a split keep one answer in one variable, and only one of the two changes its letters
  (| upcase): what looks it up finds it by one way only;
- one request carries nothing, after a split on what a person wrote or chose, while at least three others
  all carry the same parameter; or it carries a person's answers alone, and all others to its host, three at
  least, also who that is, or what it is about;
- a split tests what a person wrote without blanks around it or in small letters, one request after it is given
  it so, and another, in one of its branches, as it was written;
- a question by message asks, word for word, what an earlier one did whose answer is stored by then,
  with another between, and its own answer is stored, too;
- silence at one question leads past the request that is given the answers to the thanks for them,
  while the silence of all others leads elsewhere.

Left alone are widgets that both copies share, the beginning of a copy, to which the other
one may lead on purpose ("for English press 1"; but not, once a copy was chosen, by noMatch or timeout), names that differ by a number, and copies that differ in more than
a few places.

Lead the copy to its own widget.`,
	},
	Check: func(p *lint.Pass) {
		reportAskedTwice(p)
		for _, c := range twins.Copies.Of(p) {
			if c.Key != "" {
				p.Reportf(c.Text, "%s has %s as %s, as %s has: was it forgotten in the copy?",
					c.Copy.Label(), words.Quote(c.Word), words.Quote(c.Key), c.Original.Label()).Relate(c.From, "the other one")
				continue
			}
			p.Reportf(c.Text, "%s has the same text as %s, %s included, and not its own name: was it forgotten in the copy?",
				c.Copy.Label(), c.Original.Label(), words.Quote(c.Word)).Relate(c.From, "the other one")
		}
		for _, l := range twins.Lacks.Of(p) {
			p.Reportf(l.At, "%s has no %s, as its twins %s have; fine if that is meant",
				l.Widget.Label(), words.Quote(l.Key), words.List(labels(l.Others)))
		}
		for _, o := range twins.Odds.Of(p) {
			p.Reportf(o.Value, "%s has %s as %s, and its twins %s have %s; fine if that is meant",
				o.Widget.Label(), o.Value.Raw(), words.Quote(o.Value.Key()), words.List(labels(o.Others)), o.Other.Raw()).Relate(o.Other, "the other value")
		}
		for _, u := range answers.Uneven.Of(p) {
			p.Reportf(u.Keys, "what fits no branch of %s leads to %s, but to %s when it is said (%s), though both splits are otherwise the same; fine if that is meant",
				u.Keys.From.Label(), reads.Target(u.Keys), reads.Target(u.Speech), u.Speech.From.Label()).Relate(u.Speech, "the other one")
		}
		for _, o := range answers.OddOnes.Of(p) {
			p.Reportf(o.Speech.Transition.NextNode, "%s leads to %s, but %s, in its place among the keys, to %s, while the other branches agree; fine if that is meant",
				o.Speech.Words(), reads.Target(o.Speech.Transition), o.Keys.Words(), reads.Target(o.Keys.Transition)).Relate(o.Keys.Transition.NextNode, "the key")
		}
		for _, e := range answers.Elsewheres.Of(p) {
			p.Reportf(e.Second, "%s leads to %s here, at the second attempt, and to %s at the first; fine if that is meant",
				words.Quote(e.Answer), reads.Target(e.Second.Transition), reads.Target(e.First.Transition)).Relate(e.First, "the first attempt")
		}
		for _, t := range answers.ThankedSilences.Of(p) {
			p.Reportf(t.Silence.NextNode, "%s leads to %s when nobody answers, as all answers do; at %s silence leads to %s: crossed?",
				t.Silence.From.Label(), t.Told.Label(), t.Other.From.Label(), reads.Target(t.Other)).Relate(t.Told, "what is said then")
		}
		reportOneCase(p)
		reportUngiven(p)
		reportOnlyAnswers(p)
		reportRawSister(p)
		found := likenesses(p.Flow)
		told := map[*flow.Widget]bool{}
		for _, l := range found {
			checkNamedValues(p, l.words, l.pair, told)
		}
		for _, f := range families(found) {
			alike, crossed := f.compare()
			if alike < 3*len(crossed) {
				continue
			}
			for _, c := range crossed {
				p.Reportf(c.copied.NextNode, "%s leads to %s, as %s does, though there is %s: a name that was not replaced in the copy? lead it to %s",
					c.copied.From.Label(), words.Quote(c.copied.Next), c.original.From.Label(), c.own.Label(), c.own.Label()).
					Relate(c.original.NextNode, "the other copy")
			}
		}
	},
})

func labels(list []*flow.Widget) []string {
	var all []string
	for _, w := range list {
		all = append(all, w.Name)
	}
	return all
}

// A family is the widgets that two copies have in common: those whose names differ by
// one word, always the same.
type family struct {
	pairs []([2]*flow.Widget)
	twin  map[*flow.Widget]*flow.Widget
	side  map[*flow.Widget]int
}

// A part is one word of a widget's name. What is left of the name without it, and the type
// of the widget, are its gap.
type part struct {
	gap        uint64 // a number for the gap
	widget     *flow.Widget
	name       string
	start, end int32 // of the word
}

func (p *part) word() string { return p.name[p.start:p.end] }

// rest returns what stands before the word and after it.
func (p *part) rest() (before, after string) {
	return strings.TrimSuffix(p.name[:p.start], "_"), strings.TrimPrefix(p.name[p.end:], "_")
}

// hash is a number for the gap (FNV-1a).
func (p *part) hash() uint64 {
	h := uint64(14695981039346656037)
	before, after := p.rest()
	for _, text := range [...]string{p.widget.Type, before, after} {
		for i := range len(text) {
			h = (h ^ uint64(text[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211 // no text has this byte
	}
	return h
}

// compareGaps compares the gaps of two parts: by type, and by what stands before and after.
func compareGaps(a, b *part) int {
	before, after := a.rest()
	otherBefore, otherAfter := b.rest()
	return cmp.Or(strings.Compare(a.widget.Type, b.widget.Type), strings.Compare(before, otherBefore), strings.Compare(after, otherAfter))
}

// partsOf adds the words of a widget's name.
func partsOf(list []part, f *flow.Flow, w *flow.Widget) []part {
	if w.Name == "" || f.Only(w.Name) != w || !f.Reachable(w) {
		return list
	}
	name := w.Name
	if strings.IndexByte(name, '-') >= 0 || strings.IndexByte(name, '.') >= 0 || strings.IndexByte(name, ' ') >= 0 || strings.Contains(name, "__") || name[0] == '_' || name[len(name)-1] == '_' {
		name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' || r == '.' || r == ' ' }), "_")
	}
	start := 0
	for i := 0; i < 8 && start <= len(name); i++ {
		end := len(name)
		if at := strings.IndexByte(name[start:], '_'); at >= 0 {
			end = start + at
		}
		if word := name[start:end]; len(word) >= 2 && len(word) < len(name) && !hasDigit(word) {
			p := part{widget: w, name: name, start: int32(start), end: int32(end)}
			p.gap = p.hash()
			list = append(list, p)
		}
		start = end + 1
	}
	return list
}

func hasDigit(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return '0' <= r && r <= '9' }) >= 0
}

// likeness is two widgets that differ by a word each.
type likeness struct {
	words [2]string
	pair  [2]*flow.Widget
}

// families returns the families among what is alike that have some members, in the order of the two
// words.
func families(found []likeness) (all []*family) {
	const least = 3 // pairs
	slices.SortStableFunc(found, func(a, b likeness) int {
		return cmp.Or(strings.Compare(a.words[0], b.words[0]), strings.Compare(a.words[1], b.words[1]))
	})
	for len(found) > 0 {
		n := 1
		for n < len(found) && found[n].words == found[0].words {
			n++
		}
		if n >= least {
			one := &family{twin: make(map[*flow.Widget]*flow.Widget, 2*n), side: make(map[*flow.Widget]int, 2*n)}
			for _, l := range found[:n] {
				one.add(l.pair[0], l.pair[1])
			}
			if len(one.pairs) >= least {
				all = append(all, one)
			}
		}
		found = found[n:]
	}
	return all
}

// likenesses returns the pairs of widgets that are alike, those with the same rest of
// their names side by side.
func likenesses(f *flow.Flow) (found []likeness) {
	const most = 4 // copies
	list := make([]part, 0, 2*len(f.Widgets))
	for _, w := range f.Widgets {
		list = partsOf(list, f, w)
	}
	for _, parts := range sameGaps(list, most) { // more are a series rather than copies
		for i, a := range parts {
			for _, b := range parts[i+1:] {
				one, other := strings.ToLower(a.word()), strings.ToLower(b.word())
				switch strings.Compare(one, other) {
				case -1:
					found = append(found, likeness{[2]string{one, other}, [2]*flow.Widget{a.widget, b.widget}})
				case 1:
					found = append(found, likeness{[2]string{other, one}, [2]*flow.Widget{b.widget, a.widget}})
				}
			}
		}
	}
	return found
}

// sameGaps sorts parts, and returns those that have their gap in common with another one, but
// not with more than some: side by side, in the order of their gaps.
func sameGaps(list []part, most int) (groups [][]part) {
	slices.SortFunc(list, func(a, b part) int {
		if a.gap != b.gap {
			return cmp.Compare(a.gap, b.gap)
		}
		return cmp.Or(a.widget.Index-b.widget.Index, int(a.start-b.start))
	})
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].gap == list[0].gap {
			n++
		}
		if n > 1 && n <= most {
			group := list[:1:n]
			for i := 1; i < n; i++ {
				if compareGaps(&list[0], &list[i]) == 0 {
					group = append(group, list[i])
				}
			}
			groups = append(groups, group)
		}
		list = list[n:]
	}
	slices.SortStableFunc(groups, func(a, b []part) int { return compareGaps(&a[0], &b[0]) })
	return groups
}

func (f *family) add(a, b *flow.Widget) {
	if f.twin[a] == nil && f.twin[b] == nil {
		f.pairs = append(f.pairs, [2]*flow.Widget{a, b})
		f.twin[a], f.twin[b] = b, a
		f.side[a], f.side[b] = 0, 1
	}
}

// A crossing is a transition of a copy that leads into the other one, as its twin does,
// and the widget of its own copy.
type crossing struct {
	copied, original *flow.Transition
	own              *flow.Widget
}

// compare counts the transitions of twins that lead to twins, and returns those that
// lead to the same widget of one copy.
func (f *family) compare() (alike int, crossed []crossing) {
	for _, pair := range f.pairs {
		a, b := pair[0], pair[1]
		if len(a.Transitions) != len(b.Transitions) {
			continue
		}
		for i, t := range a.Transitions {
			u := b.Transitions[i]
			if t.Event != u.Event || t.To == nil || u.To == nil || f.twin[t.To] == nil {
				continue
			}
			switch { // who is led into a copy from outside may well be led from the other copy
			case f.twin[t.To] == u.To && f.side[t.To] == 0:
				alike++
			case t.To != u.To || !f.own(t):
			case f.side[t.To] == 0:
				crossed = append(crossed, crossing{u, t, f.twin[t.To]})
			default:
				crossed = append(crossed, crossing{t, u, f.twin[t.To]})
			}
		}
	}
	return alike, crossed
}

// own reports whether a transition is expected to stay in its copy: nobody comes from outside
// to where it leads, or the copies were chosen between before, and it asks again after
// silence or an answer that fits nowhere.
func (f *family) own(t *flow.Transition) bool {
	here, there := f.entered(t.To), f.entered(f.twin[t.To])
	return !here && !there || here && there && (t.Facts.Kind == schemas.KindNoMatch || t.Facts.Kind == schemas.KindTimeout)
}

// entered reports whether one comes to a widget from outside of the two copies.
func (f *family) entered(w *flow.Widget) bool {
	return slices.ContainsFunc(w.In, func(t *flow.Transition) bool { return f.twin[t.From] == nil })
}
