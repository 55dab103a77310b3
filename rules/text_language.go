package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "text-language", Title: "A text is in another language than its branch",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for a text in a branch, and for what is kept",
		Doc: `Finds texts, said or sent, in another language than they are meant to be:

* a widget is named after one language (goodbye_en), and its text is in another;
* as a note, a widget is named so and reads in another language, or keeps another one in a
  variable for the language;
* as a note, a text comes only after texts in another language, which the person has chosen
  ("para español, oprima dos"): all others of the branch are in that language;
* as a note, a branch for a language that a menu offers ("1 English, 2 Español") leads to a text in
  another one of those;
* as a note, whatever fits no answer to a question in one language, or silence after it, leads to a text in another;
* as a note, a question offers another language, and names it in its own alone ("for Spanish
  press 2"): who speaks Spanish may not understand that.

Only texts whose language is clear are looked at: short ones and those in two languages are
left alone, and so are names where the flow has none after a second language. So are texts that speak of a language themselves ("for Spanish press 2"), and a
branch in which one may choose again, or a split tests the language.

Translate the text, or name the widget after its language.`,
	},
	Check: func(p *lint.Pass) {
		var branch *finding.Diagnostic
		tongues := answers.Tongues.Of(p)
		mixed := isMixed(tongues)
		names := answers.NamedTongues.Of(p)
		for _, w := range p.Flow.Widgets {
			tongue, marked := tongues[w.Index], names[w.Index]
			if marked != "" && p.Flow.Reachable(w) {
				checkMarked(p, w, marked, tongue)
			}
			if tongue == "" || !p.Flow.Reachable(w) {
				continue
			}
			text := effects.Prompt(w)
			if marked != "" && marked != tongue {
				if !words.NamesAnyTongue(text.Text()) {
					p.Reportf(text, "%s is named after %s, but its text is %s; translate the text, or rename the widget",
						w.Label(), words.TongueName(marked), words.TongueName(tongue))
				}
				continue
			}
			if !mixed || isMisread(p, w, tongue) {
				continue
			}
			chosen, before := chosenTongue(p, tongues, w)
			switch {
			case chosen == "":
			case branch == nil:
				branch = p.Reportf(text, "%s says %s, and one comes here only from %s, which is chosen for %s; translate it",
					w.Label(), words.TongueName(tongue), before.Label(), words.TongueName(chosen)).As(finding.Note).Relate(before, "what comes before")
			case len(branch.Related) < lint.MaxRelated:
				branch.Relate(w, "and "+w.Label())
			}
		}
		if mixed {
			reportAstray(p, tongues, branch)
		}
		reportOffered(p, tongues)
		if mixed {
			reportExchanged(p, tongues)
		}
	},
})

// reportAstray reports the questions in one language from which a wrong answer or silence leads to
// a text in another, where none of the two speaks of languages: once.
func reportAstray(p *lint.Pass, tongues []string, told *finding.Diagnostic) {
	var d *finding.Diagnostic
	look := func(question *flow.Widget, t *flow.Transition) {
		if t == nil || t.Meant == nil || told != nil && told.Pointer() == effects.Prompt(t.Meant).Pointer() {
			return
		}
		from, to := tongues[question.Index], tongues[t.Meant.Index]
		if from == "" || to == "" || from == to || isMisread(p, t.Meant, to) || words.NamesAnyTongue(effects.Prompt(question).Text()) || words.NamesAnyTongue(effects.Prompt(t.Meant).Text()) {
			return
		}
		switch {
		case d == nil:
			d = p.Reportf(t, "%s of %s leads to %s, but %s asks in %s, and that is %s; lead it to the like in %s",
				words.Quote(t.Event), t.From.Label(), t.Meant.Label(), question.Label(), words.TongueName(from), words.TongueName(to), words.TongueName(from)).As(finding.Note).Identify(t.From.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(t, "so it is with "+t.From.Label())
		}
	}
	for _, menus := range [][]answers.Menu{answers.Menus.Of(p), answers.SpokenMenus.Of(p)} {
		for i := range menus {
			look(menus[i].Question, menus[i].Otherwise)
			look(menus[i].Question, menus[i].Question.OnKind(schemas.KindTimeout))
		}
	}
}

// isMisread reports whether a voice of another language reads a text, of which voice-language tells.
func isMisread(p *lint.Pass, w *flow.Widget, tongue string) bool {
	reads := answers.ReadIn(p, w)
	return len(reads) > 0 && !slices.Contains(reads, tongue)
}

// checkMarked reports a widget that is named after one language, and reads in another, or keeps
// another one for later. When its text tells the language, voice-language has looked at that.
func checkMarked(p *lint.Pass, w *flow.Widget, marked, tongue string) {
	if s := w.Facts.Speech; s != nil && tongue == "" {
		n := w.Property(s.Language)
		if code, ok := shape.Literal(p, n); ok && words.IsAnyTongue(code) && !words.IsTongue(code, marked) && !words.NamesAnyTongue(effects.Prompt(w).Text()) {
			p.Reportf(n, "%s is named after %s, but its language is %s; correct one of the two", w.Label(), words.TongueName(marked), words.Quote(code)).As(finding.Note)
		}
	}
	for _, write := range p.Flow.Writes(w) {
		text, ok := shape.Literal(p, write.Value)
		if ok && words.NamesLanguage(write.Key.Text()) && words.IsAnyTongue(text) && !words.IsTongue(text, marked) {
			p.Reportf(write.Value, "%s is named after %s, but keeps %s; correct one of the two", w.Label(), words.TongueName(marked), words.Quote(text)).As(finding.Note)
		}
	}
}

// reportOffered reports the questions that offer a language without a word of it: once. A
// recording may name it, and so may any other text.
func reportOffered(p *lint.Pass, tongues []string) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		tongue, text := tongues[w.Index], effects.Prompt(w)
		if effects.ActOf(w) != effects.Asks || tongue == "" || len(offer.In(text.Text())) == 0 || !words.MayNameTongue(text.Text()) || !p.Flow.Reachable(w) {
			continue
		}
		offered := offeredTongue(text.Text(), tongue)
		switch {
		case offered == "" || calledItself(p, offered):
		case d == nil:
			d = p.Reportf(text, "%s offers %s in %s alone, which who needs it may not understand; say it in %s, too",
				w.Label(), words.TongueName(offered), words.TongueName(tongue), words.TongueName(offered)).As(finding.Note).Identify(w.Label())
		case len(d.Related) < lint.MaxRelated:
			d.Relate(text, "so does "+w.Label())
		}
	}
}

// offeredTongue returns the language that one may choose by an answer, which a text in another
// one calls by its name there; "" for none.
func offeredTongue(text, tongue string) string {
	const few = 5 // words: "to continue in Spanish"
	for _, o := range offer.In(text) {
		if purpose := o.Purpose(); len(words.In(purpose)) <= few {
			if offered := words.TongueOffered(purpose, tongue); offered != "" {
				return offered
			}
		}
	}
	return ""
}

// calledItself reports whether a text of a flow names a language as who speaks it does, or may.
func calledItself(p *lint.Pass, code string) bool {
	return slices.ContainsFunc(p.Flow.Widgets, func(w *flow.Widget) bool {
		return words.CallsItself(effects.Prompt(w).Text(), code) || len(effects.Says(w)) > 0 && !effects.Prompt(w).Exists()
	})
}

// isMixed reports whether there are texts in more than one language.
func isMixed(tongues []string) bool {
	first := ""
	for _, tongue := range tongues {
		if first == "" {
			first = tongue
		}
		if tongue != "" && tongue != first {
			return true
		}
	}
	return false
}

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
// who comes to a widget, and what is said in it last; "" for none.
func chosenTongue(p *lint.Pass, tongues []string, w *flow.Widget) (chosen string, before *flow.Widget) {
	if words.NamesAnyTongue(effects.Prompt(w).Text()) {
		return "", nil
	}
	c := chooser{p: p, tongues: tongues, own: tongues[w.Index], queue: []comingFrom{{w, false, false}}, seen: map[comingFrom]bool{}}
	found := false
	for i := 0; i < len(c.queue); i++ {
		at := c.queue[i]
		for _, t := range at.widget.In {
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
	if !found {
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
	case words.NamesAnyTongue(text), from.Facts.Split && testsTongue(c.p, from):
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

// testsTongue reports whether a split tests in which language one is spoken to.
func testsTongue(p *lint.Pass, w *flow.Widget) bool {
	return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
		return slices.ContainsFunc(t.Conditions, func(c flow.Condition) bool { return words.IsAnyTongue(c.Value.Text()) })
	}) || slices.ContainsFunc(reads.Compared(p.Flow, w), func(r flow.Ref) bool {
		return words.NamesLanguage(r.Reference.String())
	})
}

// reportExchanged reports the menus of languages of which a branch leads to a text in another
// language that is offered: once.
func reportExchanged(p *lint.Pass, tongues []string) {
	for _, menus := range [][]answers.Menu{answers.Menus.Of(p), answers.SpokenMenus.Of(p)} {
		for i := range menus {
			if reportExchangedIn(p, &menus[i], tongues) {
				return
			}
		}
	}
}

func reportExchangedIn(p *lint.Pass, m *answers.Menu, tongues []string) bool {
	if !words.NamesAnyTongue(effects.Prompt(m.Question).Text()) {
		return false
	}
	for _, o := range m.Offers {
		offered := words.OnlyTongue(o.Purpose())
		if offered == "" {
			continue
		}
		for _, b := range m.Branches {
			to := b.Transition.Meant
			if b.Comparison.Holds(strings.ToLower(o.Answer)) != split.Yes || to == nil {
				continue
			}
			said := tongues[to.Index]
			if said == "" || said == offered || isMisread(p, to, said) || words.NamesAnyTongue(effects.Prompt(to).Text()) ||
				!slices.ContainsFunc(m.Offers, func(other answers.Offer) bool { return words.OnlyTongue(other.Purpose()) == said }) {
				break // the first branch that takes it
			}
			p.Reportf(b.Transition.NextNode, "%s offers %s for %s, and %s, which comes then, is %s; exchange the branches",
				m.Question.Label(), words.Quote(o.Answer), words.TongueName(offered), to.Label(), words.TongueName(said)).As(finding.Note).Relate(m.Question, "the menu").Relate(to, "the text")
			return true
		}
	}
	return false
}
