package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// reportSlips reports the entries of lists that hold a quote without the other one, or two words
// between which a comma is missing: once a flow.
func reportSlips(p *lint.Pass) {
	var d *finding.Diagnostic
	for b := range reads.EachBranch(p) {
		if b.Comparison.Operator() != split.MatchesAnyOf || !b.Literal || !strings.ContainsAny(b.Condition.Value.Text(), "\"“”.") {
			continue
		}
		for _, slip := range slipsIn(strings.Split(b.Condition.Value.Text(), ",")) {
			entry, cure := words.Quote(slip.entry), words.Quote(slip.meant)
			if d == nil {
				d = p.Reportf(b, "the entry %s fits only who writes just that; write %s", entry, cure).As(finding.Note).Identify(slip.entry)
			} else {
				d.Also(b, entry+", too: write "+cure)
			}
		}
	}
}

// A listSlip is an entry that is slightly wrong, and what was meant.
type listSlip struct{ entry, meant string }

func slipsIn(entries []string) (all []listSlip) {
	if len(entries) < 2 || len(entries) > split.Max {
		return nil
	}
	for i := range entries {
		entries[i] = strings.TrimSpace(entries[i])
	}
	for _, entry := range entries {
		if words.HasLoneQuote(entry) {
			if bare := strings.Trim(entry, "\"“”"); bare != "" {
				all = append(all, listSlip{entry, bare})
			}
		} else if first, second, ok := strings.Cut(entry, ". "); ok && lacksComma(first+".", strings.TrimSpace(second), entries) {
			all = append(all, listSlip{entry, first + "., " + strings.TrimSpace(second)})
		}
	}
	return all
}

// lacksComma reports whether two words with a full stop between them are two entries: one word in two
// cases, or two that the list has elsewhere.
func lacksComma(first, second string, entries []string) bool {
	if strings.Contains(strings.TrimSpace(first), " ") || strings.Contains(second, " ") || len(first) < 2 || second == "" {
		return false
	}
	bare := func(s string) string { return strings.ToLower(strings.TrimSuffix(s, ".")) }
	listed := func(word string) bool {
		return slices.ContainsFunc(entries, func(entry string) bool { return bare(entry) == bare(word) })
	}
	return bare(first) == bare(second) || listed(first) && listed(second)
}
