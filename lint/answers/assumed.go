package answers

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/values"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// An AssumedNo is a question by message, answered by yes or no, that takes whatever is no yes for a no,
// and then says goodbye.
type AssumedNo struct {
	*Menu
	Told *flow.Widget // what says so
	Yes  string       // what people write for a yes and the menu does not take
}

// AssumedNos are those of a flow.
var AssumedNos = lint.NewFact(func(d *project.Document) (all []AssumedNo) {
	for _, m := range Menus.Of(d) {
		if m.Question.Needs() == schemas.NeedsCall || len(m.Offers) > 0 || m.Otherwise == nil || m.Leads(m.Otherwise) == nil {
			continue
		}
		if text := strings.TrimSpace(effects.Prompt(m.Question).Text()); !strings.HasSuffix(text, "?") || strings.Count(text, "\n") > 2 {
			continue
		}
		told := effects.Next(m.Otherwise, effects.Tells)
		if told == nil || values.TalksOn.Of(d)[told.Index] || offer.SaysWrong(effects.Prompt(told).Text()) {
			continue
		}
		if yes := m.yesBeside(); yes != "" {
			all = append(all, AssumedNo{m, told, yes})
		}
	}
	return all
})

// yesBeside returns what people write for a yes besides the words of a menu that takes nothing but such
// words; "" when it takes more.
func (m *Menu) yesBeside() string {
	for yes, d := range words.Yeses() {
		if !slices.ContainsFunc(m.Branches, func(b reads.Branch) bool { return b.Comparison.Holds(yes) == split.Yes }) {
			continue
		}
		written := d.WrittenFor(yes)
		if slices.ContainsFunc(m.Branches, func(b reads.Branch) bool {
			texts, ok := b.Comparison.Texts()
			return !ok || slices.ContainsFunc(texts, func(text string) bool {
				return !strings.HasPrefix(text, yes[:1]) && !slices.Contains(written, text)
			})
		}) {
			return ""
		}
		for _, beside := range written {
			if !m.Takes(beside) {
				return beside
			}
		}
		return ""
	}
	return ""
}
