package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/twins"
	"studiolint/lint/words"
)

// reportStamped reports the words for success that are kept, or handed on, after a failure: those of one name once.
func reportStamped(p *lint.Pass, stamped map[*flow.Widget]twins.Stamped) {
	var told map[string]*finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		s, ok := stamped[w]
		if !ok {
			continue
		}
		by := s.Mark.Widget
		if d := told[s.Mark.Key]; d != nil {
			d.Also(s.Mark.Place(), "so it is when "+w.Label()+" fails")
			continue
		}
		when := "when " + w.Label() + " fails (" + words.Quote(s.Failed.Event) + ")"
		if s.OneStep() {
			when = "also " + when
		}
		d := p.Reportf(s.Mark.Place(), "%s writes %s as %s %s: a failure read as a success; write what happened",
			by.Label(), words.Quote(s.Mark.Value), words.Quote(s.Mark.Key), when).
			Relate(s.Failed.NextNode, "where the failure leads").Identify(w.Label())
		if !s.OneStep() {
			d.As(finding.Warning)
			if s.Worked != nil {
				d.Relate(s.Worked.Place(), "what is written when it works")
			}
		}
		if told == nil {
			told = map[string]*finding.Diagnostic{}
		}
		told[s.Mark.Key] = d
	}
}
