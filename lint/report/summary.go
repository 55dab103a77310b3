package report

import (
	"fmt"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// Summary says in one line how a run ended: "3 errors, 1 warning in 2 of 5 flows".
// It has no line ending.
func Summary(r *finding.Result) string {
	// Findings are known by file. Where each file holds one flow, as most do, the
	// word that people use is right too.
	total, noun := r.Files, "file"
	if r.Files == r.Flows {
		noun = "flow"
	}
	if total == 0 && len(r.Diagnostics) == 0 {
		return "no flows found"
	}
	files := map[string]bool{}
	for _, d := range active(r) {
		files[d.File] = true
	}
	where := words.Plural(total, noun)
	if n := min(len(files), total); n > 0 && n < total {
		where = fmt.Sprintf("%d of %s", n, where)
	}
	found := tally("", r.Count)
	if found == "" {
		found = "no findings"
	}
	line := found + " in " + where
	if n := suppressed(r); n > 0 {
		line += fmt.Sprintf(" (%d suppressed)", n)
	}
	return line
}
