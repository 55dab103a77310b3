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
	counted := r.Totals()
	switch {
	case total > 0 || counted.All() > 0:
	case len(r.Problems) > 0: // there may be flows
		return "nothing was checked" + unread(r)
	default:
		return "no flows found" + unread(r)
	}
	where := words.Plural(total, noun)
	if n := min(counted.Files, total); n > 0 && n < total {
		where = fmt.Sprintf("%d of %s", n, where)
	}
	found := tally("", func(s finding.Severity) int { return counted.Counting[s] })
	if found == "" {
		found = "no findings"
	}
	line := found + " in " + where
	if n := counted.Suppressed; n > 0 {
		line += fmt.Sprintf(" (%d suppressed)", n)
	}
	return line + unread(r)
}

// unread says how many files seem to hold a flow and were not read, as the end of a
// line; "" for none.
func unread(r *finding.Result) string {
	if n := len(r.Unread); n == 1 {
		return "; 1 file that seems to hold a flow was not read"
	} else if n > 1 {
		return fmt.Sprintf("; %d files that seem to hold a flow were not read", n)
	}
	return ""
}

// UnreadLines says of each file that seems to hold a flow that it was passed over; of
// more than most files, how many more there are. The lines have no endings.
func UnreadLines(r *finding.Result, most int) []string {
	var lines []string
	for i, file := range r.Unread {
		if i == most {
			return append(lines, fmt.Sprintf("passed over: %s", words.Plural(len(r.Unread)-most, "more file")))
		}
		lines = append(lines, "passed over: "+Visible(file)+" seems to hold a flow")
	}
	return lines
}
