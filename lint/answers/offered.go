package answers

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/schemas"
)

// A NotTaken is an answer that a question offers, beside one that a branch takes, and that none does.
type NotTaken struct {
	Question *flow.Widget
	Answer   string
	More     bool // there are others
}

// OfferedToNone are the first of those of each menu, by its split. On a call what ends it is none: there is
// nothing more to say.
var OfferedToNone = lint.NewFact(func(d *project.Document) map[*flow.Widget]NotTaken {
	all := map[*flow.Widget]NotTaken{}
	for _, m := range Menus.Of(d) {
		if all[m.Split].Answer == "" {
			if answer, more := m.notTaken(); answer != "" {
				all[m.Split] = NotTaken{m.Question, answer, more}
			}
		}
	}
	return all
})

func (m *Menu) notTaken() (answer string, more bool) {
	taken := false
	for _, o := range m.Offers {
		switch {
		case m.Takes(o.Answer):
			taken = true
		case o.By != m.Question || !o.IsKey() || m.Question.Needs() == schemas.NeedsCall && offer.EndsCall(o.Before+" "+o.After):
		case answer == "":
			answer = o.Answer
		case o.Answer != answer:
			more = true
		}
	}
	if !taken {
		return "", false
	}
	return answer, more
}
