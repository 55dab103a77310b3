package rules

import (
	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// checkForeign reports a question that takes its yes in another language than it asks in.
func checkForeign(p *lint.Pass, m *answers.Menu) {
	if word, tongue := m.Foreign(p.Document); word != "" {
		p.Reportf(m.Split, "%s asks in %s, but %s takes \"yes\" and not %s, which people answer; add it",
			m.Question.Label(), words.TongueName(tongue), m.Split.Label(), words.Quote(word)).As(finding.Warning).Relate(m.Question, "the question")
	}
}

// checkRefused reports a question that is answered by yes or no and asks whoever declines again.
func checkRefused(p *lint.Pass, m *answers.Menu) {
	if no, only := m.Refused(); no != "" {
		p.Reportf(m.Split, "%s asks for a yes or a no, and no branch of %s takes %s: whoever declines is asked again; add a branch",
			m.Question.Label(), m.Split.Label(), words.Quote(no)).Relate(m.Question, "the question")
	} else if only != "" {
		p.Reportf(m.Split, "%s asks for a yes or a no, and %s takes only %s: whoever declines is asked again, also after silence; add a branch",
			m.Question.Label(), m.Split.Label(), words.Quote(only)).Relate(m.Question, "the question")
	} else if no := m.Insists(); no != "" {
		p.Reportf(m.Split, "%s asks for a yes, and %s brings it again as it is; add a branch, or say what was not understood",
			m.Question.Label(), words.Quote(no)).Relate(m.Question, "the question").As(finding.Note)
	}
}
