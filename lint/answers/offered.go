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
}

// OfferedToNone are the first of those of each menu, by its split. On a call what ends it is none: there is
// nothing more to say.
var OfferedToNone = lint.NewFact(func(d *project.Document) map[*flow.Widget]NotTaken {
	all := map[*flow.Widget]NotTaken{}
	menus := Menus.Of(d)
	for i := range menus {
		if m := &menus[i]; all[m.Split].Answer == "" {
			if answer := m.notTaken(); answer != "" {
				all[m.Split] = NotTaken{m.Question, answer}
			}
		}
	}
	return all
})

func (m *Menu) notTaken() (answer string) {
	taken := false
	for _, o := range m.Offers {
		switch {
		case m.Takes(o.Answer):
			taken = true
		case answer == "" && o.By == m.Question && o.IsKey() && !(m.Question.Needs() == schemas.NeedsCall && offer.EndsCall(o.Before+" "+o.After)):
			answer = o.Answer
		}
	}
	if !taken {
		return ""
	}
	return answer
}
