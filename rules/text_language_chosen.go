package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/words"
)

// A chooser looks for what everybody has chosen who comes to a widget.
type chooser struct {
	p       *lint.Pass
	tongues []string
	own     string // the language of the widget's text
	chosen  string // the other one, which is said before it
	before  *flow.Widget
	queue   []comingFrom
	seen    map[comingFrom]bool
}

// A comingFrom is a widget on the way, with whether the other language is said after it, and a
// split decides between.
type comingFrom struct {
	widget        *flow.Widget
	said, decided bool
}

// chosenTongue returns the language, other than that of its text, that everybody has chosen
// who comes to a widget, and what is said in it last; "" for none, or when the choice is far back.
func chosenTongue(p *lint.Pass, tongues []string, w *flow.Widget) (chosen string, before *flow.Widget) {
	const far = 200 // widgets on the way back that are looked at
	if words.NamesAnyTongue(effects.Prompt(w).Text()) {
		return "", nil
	}
	c := chooser{p: p, tongues: tongues, own: tongues[w.Index], queue: []comingFrom{{w, false, false}}, seen: map[comingFrom]bool{}}
	found := false
	for i := 0; i < len(c.queue) && len(c.queue) <= far; i++ {
		at := c.queue[i]
		for _, t := range effects.Into(at.widget) {
			if !p.Flow.Reachable(t.From) {
				continue
			}
			switch c.goBack(at, t) {
			case wasNotChosen:
				return "", nil
			case wasChosen:
				found = true
			}
		}
	}
	if !found || len(c.queue) > far {
		return "", nil
	}
	return c.chosen, c.before
}

// What a transition on the way back says of the choice of a language.
const (
	notKnown = iota // what comes before tells
	wasChosen
	wasNotChosen
)

// goBack looks at a transition that leads to a widget on the way.
func (c *chooser) goBack(at comingFrom, t *flow.Transition) int {
	from, text := t.From, effects.Prompt(t.From).Text()
	tongue := c.tongues[from.Index]
	switch {
	case at.decided && words.NamesTongue(text, c.chosen), at.said && from.Facts.Split && choosesTongue(t, c.chosen):
		return wasChosen
	case from.Facts.Starts, tongue == c.own, tongue != "" && c.chosen != "" && tongue != c.chosen:
		return wasNotChosen
	case words.NamesAnyTongue(text), from.Facts.Split && answers.TestsTongue.Of(c.p)[from.Index]:
		return wasNotChosen
	case tongue != "" && c.chosen == "":
		c.chosen, c.before = tongue, from
	}
	if next := (comingFrom{from, at.said || tongue != "", at.decided || at.said && from.Facts.Split}); !c.seen[next] {
		c.seen[next] = true
		c.queue = append(c.queue, next)
	}
	return notKnown
}

// choosesTongue reports whether a branch is taken for a language.
func choosesTongue(t *flow.Transition, code string) bool {
	return slices.ContainsFunc(t.Conditions, func(c flow.Condition) bool { return words.IsTongue(c.Value.Text(), code) })
}
