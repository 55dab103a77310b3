package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "menu-keys", Title: "A menu loses keys, or waits for more",
		Group: finding.Values, Severity: finding.Note, Fix: finding.UnsafeFix,
		Doc: `Finds four ways in which a menu or a question on a call is slow:

- it asks for one key and does not say so (number_of_digits): after each key the caller
  waits until the timeout, since more could follow; or it says that it waits for several, though
  it offers single keys ("press any key") and nothing makes use of more; the key may be kept in a variable that is
  set once;
- a Say/Play reads the menu, and the Gather Input after it is silent: keys that are
  pressed while it is read are lost, and after silence the menu is not read again; so it is with a
  key that the Say/Play offers and the Gather Input takes, but does not name itself;
- it asks for a number, says neither how long that is (number_of_digits) nor tells the caller
  by which key to end: after the last digit the caller waits out the timeout; or it tells the
  caller how many digits that are, and not the widget;
- it says that any key will do, and one ends the input (#, unless finish_on_key is another): pressed alone it is no
  key, and counts as silence, which leads elsewhere (once a flow).

The questions of a flow that want one key are one finding, and so are those that wait for several.

A question that takes longer input is left alone otherwise, and so is a Gather Input that offers the
keys once more.

Write "number_of_digits": 1, and the text of the menu into the Gather Input.`,
	},
	Check: func(p *lint.Pass) {
		menus, slow := map[*flow.Widget]*answers.Menu{}, slowMenus{Pass: p, told: map[*flow.Widget]bool{}}
		for _, m := range answers.Menus.Of(p) {
			menus[m.Question] = m
			if waitsForMore(p, m) {
				slow.add(m.Question, "asks for one key")
			}
		}
		for _, w := range p.Flow.Widgets {
			if asksForDigit(p, w) {
				slow.add(w, "asks for a number of one digit")
			} else if takesKeptKey(p, w) {
				slow.add(w, "takes one key")
			}
			if w.Facts.KeyEntry == nil || !p.Flow.Reachable(w) || w.OnKind(schemas.KindInput) == nil {
				continue
			}
			if shape.Sound(p, w.Properties) {
				checkLost(p, w, menus[w])
			}
			if takesSingleKeys(p, w) {
				slow.add(w, "offers single keys, and nothing uses more")
			}
		}
		checkEnd(p, menus)
		reportLostKey(p, slow.told)
		reportLengths(p)
	},
})

// checkEnd reports the questions for a number that does not end before the timeout, as far as
// callers know: once.
func checkEnd(p *lint.Pass, menus map[*flow.Widget]*answers.Menu) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		keys := w.Facts.KeyEntry
		if keys == nil || menus[w] != nil || !w.Properties.Exists() || !shape.Sound(p, w.Properties) || w.Property(keys.Count).Exists() ||
			shape.PropertyInstead(w, keys.Count).Exists() || !p.Flow.Reachable(w) || w.OnKind(schemas.KindInput) == nil {
			continue
		}
		text := effects.Prompt(w).Text()
		if n, _ := offer.Digits(text); n > 1 || !offer.AsksNumber(text) || liquid.HasTags(text) ||
			endIsTold(w) || len(offer.In(text)) > 0 || len(offer.Range(text)) > 0 {
			continue
		}
		if d == nil {
			d = p.Reportf(w, "%s does not say which key ends the number, so the caller waits out the timeout; add \"then press #\"", w.Label())
		} else {
			d.Also(w, "nor does "+w.Label())
		}
	}
}

// endIsTold reports whether a question, or what is told right before it, names the key that ends
// what is entered, or may.
func endIsTold(w *flow.Widget) bool {
	if offer.NamesFinish(effects.Prompt(w).Text()) {
		return true
	}
	for _, t := range effects.Into(w) {
		if says := effects.Says(t.From); effects.ActOf(t.From) == effects.Tells &&
			(len(says) > 0 && !effects.Prompt(t.From).Exists() || offer.NamesFinish(effects.Prompt(t.From).Text())) {
			return true
		}
	}
	return false
}

// waitsForMore reports whether a menu waits for more keys than one, though it wants one.
func waitsForMore(p *lint.Pass, m *answers.Menu) bool {
	keys := m.Question.Facts.KeyEntry
	if keys == nil || !shape.Sound(p, m.Question.Properties) ||
		shape.PropertyInstead(m.Question, keys.Count).Exists() {
		return false
	}
	n := m.Question.Property(keys.Count)
	if _, high, _, bounded := offer.Bounds(effects.Prompt(m.Question).Text()); bounded && high > 9 {
		return false // of two
	}
	const several = 2 // branches, which show it where it is written how many keys are waited for
	if !oneKey(m) && !(n.Exists() && m.SingleKeys() && len(m.Branches) >= several) || takesExtension(p, m) {
		return false
	}
	count, ok := n.Number()
	return !n.Exists() || ok && count > 1 && effects.Allowed(m.Question, keys.Count, count)
}

// takesExtension reports whether a menu takes a number, too, an extension, say: its prompt asks for
// one, and what fits no branch leads on with what was entered.
func takesExtension(p *lint.Pass, m *answers.Menu) bool {
	next := effects.PastSetting(m.Otherwise)
	if next == nil || m.Again() {
		return false
	}
	return offer.AsksForExtension(effects.Prompt(m.Question).Text()) && p.Flow.Reads(next, func(r flow.Ref) bool {
		return reads.IsAnswer(p.Flow, r) && reads.Widget(p.Flow, r) == m.Question
	})
}

// checkLost reports a question before which somebody else reads the menu.
func checkLost(p *lint.Pass, w *flow.Widget, m *answers.Menu) {
	silent := silentPrompt(w)
	if reportUnrepeated(p, w, m) {
		return
	}
	if !silent && (m == nil || len(offer.In(effects.Prompt(w).Text())) > 0 || !m.SingleKeys() || len(m.Branches) < 2) {
		return
	}
	for _, t := range effects.Into(w) {
		if t.From.Facts.Dialog != schemas.DialogTells {
			continue
		}
		text := effects.Prompt(t.From).Text()
		switch {
		case len(offer.In(text)) > 1:
			p.Reportf(w, "the menu is read by %s, and %s waits after it: keys pressed while it is read are lost; move the text into %s",
				t.From.Label(), w.Label(), w.Label()).Relate(t.From, "where the menu is read")
			return
		case silent && offer.AsksForKeys(text):
			p.Reportf(w, "%s says what to enter, and %s waits in silence after it: keys pressed while it speaks are lost; move the text into %s",
				t.From.Label(), w.Label(), w.Label()).Relate(t.From, "where it is said")
			return
		case silent && text == "" && m != nil && m.SingleKeys() && len(m.Branches) > 1 && len(effects.Says(t.From)) > 0:
			p.Reportf(w, "%s plays a recording, and %s waits in silence after it: if the recording is its menu, keys pressed while it plays are lost; play it in %s",
				t.From.Label(), w.Label(), w.Label()).Relate(t.From, "where it is played")
			return
		}
	}
}

// reportUnrepeated reports a key that is offered by what is said before a question, is taken by it
// and is not named in its own prompt, and whether there is one.
func reportUnrepeated(p *lint.Pass, w *flow.Widget, m *answers.Menu) bool {
	if m == nil {
		return false
	}
	own := offer.In(effects.Prompt(w).Text())
	for _, t := range effects.Into(w) {
		if t.From.Facts.Dialog != schemas.DialogTells {
			continue
		}
		offers := offer.In(effects.Prompt(t.From).Text())
		switch {
		case len(offers) == 0:
			continue
		case len(offers) > 1 && len(own) == 0, mayOffer(w), offer.WaitsForTone(effects.Prompt(t.From).Text()):
			return false // of the whole menu checkLost tells
		}
		for _, o := range offers {
			if !o.IsKey() || o.Listed || !m.TakesByName(o.Answer) || slices.ContainsFunc(own, func(again offer.Offer) bool { return again.Answer == o.Answer }) {
				continue
			}
			p.Reportf(w, "%s offers %s, but only %s after it takes the key: pressed before, it is lost; name it in %s",
				t.From.Label(), words.Quote(o.Answer), w.Label(), w.Label()).Relate(t.From, "where it is offered")
			return true
		}
	}
	return false
}

// mayOffer reports whether what a question says is a recording, or written by Liquid.
func mayOffer(w *flow.Widget) bool {
	n := effects.Prompt(w)
	return !n.Exists() && len(effects.Says(w)) > 0 || liquid.HasMarkup(n.Text())
}

// asksForDigit reports whether a question is for a number of one digit, and does not say so to the widget.
func asksForDigit(p *lint.Pass, w *flow.Widget) bool {
	keys := w.Facts.KeyEntry
	return keys != nil && !w.Property(keys.Count).Exists() && !shape.PropertyInstead(w, keys.Count).Exists() &&
		p.Flow.Reachable(w) && w.OnKind(schemas.KindInput) != nil && len(offer.Range(effects.Prompt(w).Text())) > 0
}

// oneKey reports whether a menu wants one key: it offers several, or asks again after any
// other, and all its branches take one key.
func oneKey(m *answers.Menu) bool {
	keys := 0
	for _, o := range m.Offers {
		if o.IsKey() && o.By == m.Question {
			keys++
		}
	}
	return m.SingleKeys() && (keys > 1 || m.Again() && (keys == 1 || len(m.Branches) > 1))
}

// silentPrompt reports whether a widget certainly says and plays nothing.
func silentPrompt(w *flow.Widget) bool {
	for _, name := range w.Facts.Content {
		n := w.Property(name)
		if n.Exists() && (!n.IsString() || strings.TrimSpace(n.Text()) != "") || shape.PropertyInstead(w, name).Exists() {
			return false
		}
	}
	return w.Properties.Exists()
}
