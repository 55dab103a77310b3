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
	"studiolint/lint/words"
	"studiolint/schemas"
)

// SpokenNos are the questions of a call that are answered by yes or no in one's own words, and take whatever is not the
// word yes for a no: "yeah", too. One that names its answers is heard in those, as a rule.
var SpokenNos = lint.NewFact(func(d *project.Document) (all []AssumedNo) {
	for _, m := range SpokenMenus.Of(d) {
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
	for yes, d := range words.Yeses() {
		spoken := d.SpokenFor(yes)
		other := slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
			texts, ok := b.Comparison.Texts()
			if split.TakesLonger(b.Comparison.Operator()) {
				texts, ok = []string{b.Comparison.Value()}, true
			}
			return !ok || slices.ContainsFunc(texts, func(text string) bool { return text != yes && !slices.Contains(spoken, text) })
		})
		if other || !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Holds(yes) == split.Yes }) {
			continue
		}
		i := slices.IndexFunc(spoken, func(beside string) bool { return !m.Takes(beside) })
		if i < 0 {
			return ""
		}
		return spoken[i]
	}
	return ""
}
