package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportOtherCommas reports the lists in which commas of another script stand between words:
// once a flow, since one keyboard wrote them all.
func reportOtherCommas(p *lint.Pass) {
	const title = "Write commas that part the entries"
	var d *finding.Diagnostic
	for b := range reads.EachBranch(p) {
		if len(b.Comparison.Entries()) == 0 || !b.Literal {
			continue
		}
		value := b.Condition.Value.Text()
		at := split.OtherCommaAt(value)
		if at < 0 {
			continue
		}
		edit := b.Condition.Value.SetText(split.PlainCommas(value))
		if d == nil {
			entry := value[strings.LastIndexByte(value[:at], ',')+1:]
			entry, _, _ = strings.Cut(entry, ",")
			d = p.Reportf(b, "%s is one entry: only the ASCII comma parts a list; write that one", words.Quote(strings.TrimSpace(entry))).As(finding.Note)
		} else if !d.Full() {
			d.Relate(b, "here too")
		} else {
			continue
		}
		d.SuggestMore(false, title, edit)
	}
}
