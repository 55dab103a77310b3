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

	// Dropped counts what was found and is not among the Diagnostics, because nobody
	// kept it.
	Dropped Totals

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

// Totals count findings.
type Totals struct {
	Counting   [Error + 1]int // by severity: those that are not suppressed
	Suppressed int
	Files      int // in which some are not suppressed
}

// Of counts findings, of which those of a file need not stand together.
func Of(list []*Diagnostic) Totals {
	var t Totals
	files := map[string]bool{}
	last := ""
	for _, d := range list {
		if d.Suppressed != nil {
			t.Suppressed++
			continue
		}
		t.Counting[d.Severity]++
		if d.File != last || len(files) == 0 {
			last = d.File
			files[last] = true
		}
	}
	t.Files = len(files)
	return t
}

// Add adds the findings of other files.
func (t *Totals) Add(other Totals) {
	for s, n := range other.Counting {
		t.Counting[s] += n
	}
	t.Suppressed += other.Suppressed
	t.Files += other.Files
}

// All returns how many findings there are.
func (t Totals) All() int {
	n := t.Suppressed
	for _, of := range t.Counting {
		n += of
	}
	return n
}

// Totals counts what was found.
func (r *Result) Totals() Totals {
	t := Of(r.Diagnostics)
	t.Add(r.Dropped)
	return t
}

// Count returns how many findings of a severity count.
func (r *Result) Count(s Severity) int { return r.Totals().Counting[s] }

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
