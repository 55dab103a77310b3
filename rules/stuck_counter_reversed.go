package rules

import (
	"strconv"

	"studiolint/lint"
	"studiolint/lint/answers"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

// reportPremature reports the splits on a counter that leave their loop in the first round and would stay in it later.
func reportPremature(p *lint.Pass) {
	for _, r := range answers.Prematures.Of(p) {
		ref, ok := reads.OnlyRead(p.Flow, r.Branch.Condition)
		if !ok {
			continue
		}
		when := r.Branch.Words()
		if r.Leaves != r.Branch.Transition {
			when = "whatever is not " + r.Branch.Words()
		}
		p.Reportf(r.Leaves, "%s is %s in the first round, so %s ends the loop; exchange the two ways",
			words.Shorten(reads.Path(ref)), strconv.Itoa(r.First), when).Relate(r.Stays, "the way round, which is never taken")
	}
}
