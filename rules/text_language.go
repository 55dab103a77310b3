package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
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
* as a note, once a flow, the ways of people who were spoken to in two languages join in a step, which then leads all of
  them to a text in one, though the flow has that of the same name in the other (goodbye_en, goodbye_es);
* as a note, a branch for a language that a menu offers ("1 English, 2 Español") leads to a text in
  another one of those;
* as a note, once a flow, one branch of a menu leads to a text in another language, and its others stay in that of the menu;
* as a note, whatever fits no answer to a question in one language, or silence after it, leads to a text in another;
* as a note, a question offers another language, and names it in its own alone ("for Spanish
  press 2"): who speaks Spanish may not understand that;
* as a note, once a flow, a question offers one of its choices in another language than the others.

* as a note, once a flow, a request, a task or a queue is given another language than people were spoken to in before it
  ("lang": "en" after Spanish), while the like in the other branch gives its own, or all texts of the flow are in one;
* as a note, where nothing in a flow speaks of languages, the texts that are in another one than at least four
  others, and three times as many.

Only texts whose language is clear are looked at: short ones and those in two languages are
left alone, and so are names where the flow has none after a second language. So are texts that speak of a language themselves ("for Spanish press 2"), and a
branch in which one may choose again, or a split tests the language.

In a text that is not English it finds a date that begins with the month ({{… | date: "%m.%d.%Y"}}), which people there
read as the day; and, as a note once a flow, the name of a month or a day of the week ("%A"), which is English.

As a note, once a flow, it finds the texts of a flow in German, Spanish or French that say du, tú or tu to people
whom others of its texts address with Sie, usted or vous, or the other way about.

Translate the text, or name the widget after its language.`,
	},
	Check: func(p *lint.Pass) {
		var branch *finding.Diagnostic
		tongues := answers.ShortTongues.Of(p)
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
			default:
				branch.Also(w, "and "+w.Label())
			}
		}
		var astray []*flow.Widget
		if mixed {
			astray = reportAstray(p, tongues, branch)
			reportAcross(p, tongues, branch)
		}
		reportOffered(p, tongues)
		reportParts(p)
		reportManner(p, tongues)
		reportHanded(p)
		reportDateForms(p, tongues)
		if mixed {
			reportExchanged(p, tongues)
			reportJoined(p)
			reportFew(p, tongues, astray)
		}
	},
})

// reportAstray reports the questions in one language from which a wrong answer or silence leads to
// a text in another, where none of the two speaks of languages: once. It returns those texts.
func reportAstray(p *lint.Pass, tongues []string, told *finding.Diagnostic) (all []*flow.Widget) {
	var d *finding.Diagnostic
	look := func(question *flow.Widget, t *flow.Transition) {
		next := effects.PastSetting(t)
		if next == nil || told != nil && told.Pointer() == effects.Prompt(next).Pointer() {
			return
		}
		from, to := tongues[question.Index], tongues[next.Index]
		if from == "" || to == "" || from == to || isMisread(p, next, to) ||
			words.NamesAnyTongue(effects.Prompt(question).Text()) ||
			words.NamesAnyTongue(effects.Prompt(next).Text()) {
			return
		}
		all = append(all, next)
		if d == nil {
			d = p.Reportf(t, "%s of %s leads to %s, but %s asks in %s, and that is %s; lead it to the like in %s",
				words.Quote(t.Event), t.From.Label(), next.Label(), question.Label(), words.TongueName(from),
				words.TongueName(to), words.TongueName(from)).As(finding.Note).Identify(t.From.Label())
		} else {
			d.Also(t, "so it is with "+t.From.Label())
		}
	}
	for _, m := range answers.AllMenus.Of(p) {
		look(m.Question, m.Otherwise)
		look(m.Question, m.Question.OnKind(schemas.KindTimeout))
	}
	return all
}

// checkMarked reports a widget that is named after one language, and reads in another, or keeps
// another one for later. When its text tells the language, voice-language has looked at that.
func checkMarked(p *lint.Pass, w *flow.Widget, marked, tongue string) {
	if s := w.Facts.Speech; s != nil && tongue == "" {
		n := w.Property(s.Language)
		if code, ok := shape.Literal(p, n); ok && words.IsAnyTongue(code) && !words.IsTongue(code, marked) &&
			!words.NamesAnyTongue(effects.Prompt(w).Text()) {
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
