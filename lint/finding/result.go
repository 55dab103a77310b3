package finding

import "fmt"

// A Result is what a run found.
type Result struct {
	Rules   []*Rule // those that the run knew, in the order of the catalogue
	Files   int     // files that were read and held a document, or were broken
	Flows   int     // definitions among them
	Skipped int     // files that were found in a folder and hold none

	// Unread are the files that seem to hold a flow and were not read, in order.
	Unread []string

	// Diagnostics are in the order of the files and then of the text, those that
	// are suppressed included.
	Diagnostics []*Diagnostic

	// Mended are the findings that were mended before, where that was asked for, in
	// the order in which that was done. Their places are those of the text before.
	Mended []Mended

	// Problems are why the run is not complete: files that cannot be read,
	// configurations that are wrong, rules that failed.
	Problems []error
}

// A Mended finding is gone, by a fix of it.
type Mended struct {
	Finding *Diagnostic
	Fix     Fix
}

// Count returns how many findings of a severity count.
func (r *Result) Count(s Severity) int {
	n := 0
	for _, d := range r.Diagnostics {
		if d.Severity == s && d.Suppressed == nil {
			n++
		}
	}
	return n
}

// An InternalError is a rule that failed on a document. The other rules have run.
type InternalError struct {
	Rule  string
	File  string
	Cause any
	Stack []byte
}

// Error names the rule and the file.
func (e *InternalError) Error() string {
	return fmt.Sprintf("internal error: the rule %s failed on %s: %v; please report this", e.Rule, e.File, e.Cause)
}
