package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// SpokenNos are the questions of a call that are answered by yes or no in one's own words, and take whatever is not the
// word yes for a no: "yeah", too. One that names its answers is heard in those, as a rule.
var SpokenNos = lint.NewFact(func(d *project.Document) (all []AssumedNo) {
	menus := SpokenMenus.Of(d)
	for i := range menus {
		m := &menus[i]
		if m.Question.Needs() != schemas.NeedsCall || len(m.Offers) > 0 || m.Otherwise == nil || m.Otherwise.Meant == nil || m.Again() {
			continue
		}
		text := strings.TrimSpace(effects.Prompt(m.Question).Text())
		told := effects.PastSetting(m.Otherwise)
		if !strings.HasSuffix(text, "?") || told == nil || told == m.Question || told.Facts.Split || offer.SaysWrong(effects.Prompt(told).Text()) ||
			offer.AsksAnew(effects.Prompt(told).Text()) {
			continue
		}
		if yes := m.spokenYes(); yes != "" {
			all = append(all, AssumedNo{m, told, yes})
		}
	}
	return all
})

// spokenYes returns what people say for a yes besides the words of a menu that takes nothing but such words; "" when it
// takes more.
func (m *Menu) spokenYes() string {
	for _, l := range spokenYeses {
		other := slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
			texts, ok := b.Comparison.Texts()
			if split.TakesLonger(b.Comparison.Operator()) {
				texts, ok = []string{b.Comparison.Value()}, true
			}
			return !ok || slices.ContainsFunc(texts, func(text string) bool { return text != l.word && !slices.Contains(l.beside, text) })
		})
		if other || !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Holds(l.word) == split.Yes }) {
			continue
		}
		i := slices.IndexFunc(l.beside, func(beside string) bool { return !m.Takes(beside) })
		if i < 0 {
			return ""
		}
		return l.beside[i]
	}
	return ""
}

// spokenYeses are words for a yes, with what people say for it, too.
var spokenYeses = []struct {
	word   string
	beside []string
}{
	{"yes", []string{"yeah", "yep", "correct", "sure", "right"}},
	{"sí", []string{"claro", "correcto", "así es", "si"}},
	{"si", []string{"claro", "correcto", "así es", "sí"}},
	{"sim", []string{"claro", "isso", "correto"}},
	{"ja", []string{"genau", "richtig", "jawohl"}},
	{"oui", []string{"ouais", "bien sûr", "exact"}},
}
