package rules

import (
	"slices"
	"strings"
	"unicode"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkUntold reports the branches that no prompt of a menu offers.
func checkUntold(p *lint.Pass, m *answers.Menu) {
	for _, b := range untold(p, m) {
		p.Reportf(b, "%s takes %s, but no prompt of %s offers it; name it there, or remove the branch",
			b.Transition.From.Label(), words.Quote(b.Condition.Value.Text()),
			m.Question.Label()).Relate(m.Question, "the question")
	}
}

// untold returns the branches for one key that no prompt names, though it names others, and
// those for a word that no text of the flow names.
func untold(p *lint.Pass, m *answers.Menu) []reads.Branch {
	offered, led := map[string]bool{}, map[*flow.Widget]bool{}
	for _, o := range m.Offers {
		offered[o.Answer] = o.IsKey()
	}
	if !m.Fixed {
		return nil
	}
	led[nil] = true // nobody would name a way that leads nowhere
	if m.Otherwise != nil {
		led[effects.PastSetting(m.Otherwise)] = true
	}
	keys, named := 0, 0
	for _, b := range m.Branches {
		i := slices.IndexFunc(m.Offers, func(o answers.Offer) bool { return b.Comparison.Holds(strings.ToLower(o.Answer)) == split.Yes })
		switch {
		case i < 0:
			continue
		case m.Offers[i].IsKey():
			keys++
		default:
			named++
		}
		led[effects.PastSetting(b.Transition)] = true
	}
	var all []reads.Branch
	for _, b := range m.Branches {
		if led[effects.PastSetting(b.Transition)] {
			continue
		}
		texts, ok := b.Comparison.Texts()
		switch {
		case ok && len(texts) == 1 && len(texts[0]) == 1 && texts[0] >= "1" && texts[0] <= "9":
			if keys+named > 1 && !offered[texts[0]] && !keyMissing(m, texts[0]) {
				all = append(all, b)
			}
		case named > 1 && keys == 0 && isUntold(p, b):
			all = append(all, b)
		}
	}
	return all
}

// keyMissing reports whether another word stands in a prompt where a key is to stand ("press to to hear it"), or one of
// its keys stands there twice, which is told of its own.
func keyMissing(m *answers.Menu, key string) bool {
	if offeredTwice(m.Question) != nil {
		return true
	}
	text := effects.Prompt(m.Question).Text()
	start, end, _ := offer.BrokenAt(text)
	return end > 0 && offer.KeyLeftOut(text, start) == key
}

// isUntold reports whether a branch takes words of which no text of the flow speaks, and
// that nobody writes unasked.
func isUntold(p *lint.Pass, b reads.Branch) bool {
	texts, ok := b.Comparison.Texts()
	if !ok {
		if !split.TakesLonger(b.Comparison.Operator()) {
			return false
		}
		texts = []string{b.Comparison.Value()}
	}
	return !slices.ContainsFunc(texts, func(text string) bool {
		return len(text) < 3 || schemas.IsForTwilio(text) || offer.IsUnasked(text) ||
			strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' }) || told(p, text)
	})
}

// told reports whether something that the flow says or sends has a text in it.
func told(p *lint.Pass, text string) bool { return strings.Contains(allTold.Of(p), text) }

// allTold is all that a flow says or sends, in small letters, each text once in a line of its own.
var allTold = lint.NewFact(func(d *project.Document) string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, w := range d.Flow.Widgets {
		for _, n := range effects.Says(w) {
			if text := n.Text(); !seen[text] {
				seen[text] = true
				b.WriteString(strings.ToLower(text))
				b.WriteByte(0) // no word goes on in another text
			}
		}
	}
	return b.String()
})

// checkUntoldWords reports a message that waits for certain words, though it asks nothing and
// neither it nor what comes before it names one of them.
func checkUntoldWords(p *lint.Pass, m *answers.Menu) {
	text := effects.Prompt(m.Question).Text()
	if m.Spoken || m.Question.Facts.KeyEntry != nil || text == "" || len(m.Offers) > 0 ||
		offer.AsksAnything(text) || writtenElsewhere(p, m.Question) {
		return
	}
	var wanted []string
	for _, b := range m.Branches {
		texts, ok := b.Comparison.Texts()
		if !ok || slices.ContainsFunc(texts, func(text string) bool {
			return schemas.IsForTwilio(text) || strings.ContainsAny(text, "0123456789") || told(p, text)
		}) {
			return
		}
		wanted = append(wanted, texts[0])
	}
	if len(wanted) > 3 {
		wanted = wanted[:3]
	}
	p.Reportf(m.Question, "%s waits for %s, but its text asks nothing, and none names an answer: nobody knows what to write; name it there",
		m.Question.Label(), words.List(wanted)).Relate(m.Split, "the split on the answer")
}

// writtenElsewhere reports whether a text is written, at least in part, by a server or another
// widget, so that it may well ask.
func writtenElsewhere(p *lint.Pass, w *flow.Widget) bool {
	t := p.Flow.TemplateAt(effects.Prompt(w))
	return t == nil || !t.Liquid.Readable() || slices.ContainsFunc(t.Refs(), func(r flow.Ref) bool { return r.Root() == "widgets" || r.Name(1) == "variables" })
}
