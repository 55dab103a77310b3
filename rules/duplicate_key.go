package rules

import (
	"bytes"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "duplicate-key", Title: "The same member stands twice in one object",
		Group: finding.Text, Severity: finding.Error, Fix: finding.SafeFix, Scope: finding.PerFile,
		Doc: `Finds a member whose name stands again later in the same object, also when one
of the two is written with escapes.

Nobody refuses this: all but the last are lost without a word, and with them
whatever was meant by it.

Remove one of the two, or rename it.`,
	},
	Check: func(p *lint.Pass) {
		for _, text := range p.File.Texts {
			if !text.Readable() || text.IsForm() {
				continue
			}
			for _, d := range text.Duplicates {
				found := p.Reportf(d.Lost.KeyPlace(), "%s stands again later in this object, so this one is lost; remove one of the two", words.Quote(d.Lost.Key())).
					Relate(d.Kept.KeyPlace(), "this one is kept")
				if bytes.Equal(d.Lost.Raw(), d.Kept.Raw()) {
					found.Suggest(true, "Remove it: both are the same", d.Lost.Remove())
				}
			}
		}
	},
})
