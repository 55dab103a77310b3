package answers

import (
	"math/bits"
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// A Joined is a text in one language, to which one comes from a step that is shared with people who were spoken to in
// another one, though the flow has the same text in that.
type Joined struct {
	Text, Twin *flow.Widget
	By         *flow.Transition // from the shared step
	Own, Other string           // the languages
}

// Joins are those of a flow, in the order of its widgets, one a text.
var Joins = lint.NewFact(func(d *project.Document) []Joined {
	s := speech(d)
	by := map[string][]*flow.Widget{} // by their names without a language
	for _, w := range d.Flow.Widgets {
		if s.own[w.Index] != "" {
			base := words.WithoutTongue(w.Name)
			by[base] = append(by[base], w)
		}
	}
	var all []Joined
	for _, w := range d.Flow.Widgets {
		if j, ok := s.joined(w, s.before, by); ok {
			all = append(all, j)
		}
	}
	return all
})

// speech works out in which languages people are spoken to, and were before.
func speech(d *project.Document) *spoken {
	s := &spoken{d: d, own: make([]string, len(d.Flow.Widgets))}
	tongues, names := Tongues.Of(d), NamedTongues.Of(d)
	for _, w := range d.Flow.Widgets {
		if !effects.Prompt(w).Exists() {
			continue
		}
		if s.own[w.Index] = tongues[w.Index]; s.own[w.Index] == "" {
			s.own[w.Index] = names[w.Index]
		}
	}
	s.tells = s.telling(s.walk(nil))
	s.before = s.walk(s.tells)
	return s
}

// spoken is in which languages people are spoken to.
type spoken struct {
	d     *project.Document
	own   []string // of what each widget says; "" for none that is clear
	tells []bool   // the splits that part people by it

	before []uint8 // in which one may have been spoken to when one comes to a widget
}

// anew reports whether a widget offers a language, or parts people by it.
func (s *spoken) anew(w *flow.Widget) bool {
	return s.tells[w.Index] || words.NamesAnyTongue(effects.Prompt(w).Text())
}

// unclear is the bit of those who were spoken to in no language that is known, after those of the languages.
const unclear = 1 << 7

func bitOf(code string) uint8 { return 1 << max(0, words.TongueNumber(code)) }

// walk returns for each widget in which languages one may have been spoken to last when one comes to it. What offers
// a language or tests it, and some splits, begin anew.
func (s *spoken) walk(anew []bool) []uint8 {
	before := make([]uint8, len(s.own))
	queue := slices.Clone(s.d.Flow.Widgets)
	for ; len(queue) > 0; queue = queue[1:] {
		w := queue[0]
		after := s.after(w, before[w.Index], anew)
		for _, t := range w.Transitions {
			if t.Meant != nil && s.d.Flow.Reachable(w) && before[t.Meant.Index]|after != before[t.Meant.Index] {
				before[t.Meant.Index] |= after
				queue = append(queue, t.Meant)
			}
		}
	}
	return before
}

// after returns in which languages one may have been spoken to when one leaves a widget.
func (s *spoken) after(w *flow.Widget, before uint8, anew []bool) uint8 {
	switch own := s.own[w.Index]; {
	case words.NamesAnyTongue(effects.Prompt(w).Text()), w.Facts.Starts, anew != nil && anew[w.Index]:
		return unclear
	case own != "":
		return bitOf(own)
	}
	return before
}

// telling returns the splits that may tell people of several languages apart: by the language, a variable, or what
// only some of them were asked.
func (s *spoken) telling(before []uint8) []bool {
	tells := make([]bool, len(before))
	for _, w := range s.d.Flow.Widgets {
		if !w.Facts.Split {
			continue
		}
		tells[w.Index] = TestsTongue.Of(s.d)[w.Index] || reads.ComparesUnknown(w) ||
			bits.OnesCount8(before[w.Index]) > 1 && slices.ContainsFunc(reads.Compared(s.d.Flow, w), func(r flow.Ref) bool {
				_, variable := reads.VariableOf(s.d.Flow, r)
				from := reads.Widget(s.d.Flow, r)
				return variable || from != nil && s.own[from.Index] != ""
			})
	}
	return tells
}

// joined tells of a text whether people who were spoken to in another language come to it from a shared step.
func (s *spoken) joined(w *flow.Widget, before []uint8, by map[string][]*flow.Widget) (j Joined, ok bool) {
	own := s.own[w.Index]
	if own == "" || before[w.Index]&^(bitOf(own)|unclear) == 0 || words.NamesAnyTongue(effects.Prompt(w).Text()) {
		return j, false
	}
	for _, twin := range by[words.WithoutTongue(w.Name)] {
		other := s.own[twin.Index]
		if twin == w || other == own || effects.ActOf(twin) != effects.ActOf(w) {
			continue
		}
		for _, t := range w.In {
			if at := before[t.From.Index]; s.own[t.From.Index] == "" && at&bitOf(other) != 0 && at&(bitOf(own)|unclear) != 0 &&
				!s.anew(t.From) && !s.parts(t, twin) {
				return Joined{w, twin, t, own, other}, true
			}
		}
	}
	return j, false
}

// parts reports whether the step from which a transition leads to a text, or a split before it, leads to the text's
// twin as well, by another branch: whatever it tests, somebody tells the two apart there.
func (s *spoken) parts(t *flow.Transition, twin *flow.Widget) bool {
	toText, toTwin := s.leading(t), s.leading(twin.In...)
	for i := range toText {
		w := toText[i].From
		if w.Facts.Split && slices.ContainsFunc(toTwin, func(o *flow.Transition) bool { return o.From == w && o != toText[i] }) {
			return true
		}
	}
	return false
}

// leading returns some transitions and those that lead to them over widgets that say nothing, the nearest ones.
func (s *spoken) leading(to ...*flow.Transition) []*flow.Transition {
	const far = 50
	all, seen := slices.Clone(to), map[*flow.Widget]bool{}
	for i := 0; i < len(all) && len(all) < far; i++ {
		if w := all[i].From; !seen[w] && !effects.Prompt(w).Exists() {
			seen[w] = true
			all = append(all, w.In...)
		}
	}
	return all
}

// TestsTongue are, by the index of a widget, the splits that test in which language one is spoken to.
var TestsTongue = lint.NewFact(func(d *project.Document) []bool {
	all := make([]bool, len(d.Flow.Widgets))
	for i, w := range d.Flow.Widgets {
		all[i] = w.Facts.Split && (slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
			return slices.ContainsFunc(t.Conditions, func(c flow.Condition) bool { return words.IsAnyTongue(c.Value.Text()) })
		}) || slices.ContainsFunc(reads.Compared(d.Flow, w), func(r flow.Ref) bool { return words.NamesLanguage(r.Reference.String()) }))
	}
	return all
})
