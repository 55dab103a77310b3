package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/report"
	"studiolint/lint/words"
)

// maxStats is how many files --stats names; there are not that many rules.
const maxStats = 20

// A tally counts findings by severity.
type tally [finding.Error + 1]int

// A stats counts what was found, by rule and by file. Accepted findings do not count.
type stats struct{ rules, files map[string]*tally }

func newStats() *stats { return &stats{map[string]*tally{}, map[string]*tally{}} }

func (s *stats) count(found []*finding.Diagnostic) {
	for _, d := range found {
		if d.Suppressed == nil {
			of(s.rules, d.Rule.ID)[d.Severity]++
			of(s.files, d.File)[d.Severity]++
		}
	}
}

// add adds what was counted elsewhere.
func (s *stats) add(other *stats) {
	for _, each := range []struct{ to, from map[string]*tally }{{s.rules, other.rules}, {s.files, other.files}} {
		for name, t := range each.from {
			for severity, n := range t {
				of(each.to, name)[severity] += n
			}
		}
	}
}

// of returns the tally of a name.
func of(counted map[string]*tally, name string) *tally {
	t := counted[name]
	if t == nil {
		t = &tally{}
		counted[name] = t
	}
	return t
}

// write writes both tables: what has most errors first, then most warnings, then most
// notes.
func (s *stats) write(w io.Writer) {
	table(w, "rule", s.rules, len(s.rules))
	table(w, "file", s.files, maxStats)
}

func table(w io.Writer, what string, counted map[string]*tally, most int) {
	if len(counted) == 0 {
		return
	}
	names := make([]string, 0, len(counted))
	for name := range counted {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		x, y := counted[a], counted[b]
		return cmp.Or(y[finding.Error]-x[finding.Error], y[finding.Warning]-x[finding.Warning], y[finding.Note]-x[finding.Note], cmp.Compare(a, b))
	})
	fmt.Fprintf(w, "%8s %8s %8s  %s\n", "errors", "warnings", "notes", what)
	for i, name := range names {
		if i == most {
			fmt.Fprintf(w, "%26s  … and %s\n", "", words.Plural(len(names)-i, "more "+what))
			break
		}
		t := counted[name]
		fmt.Fprintf(w, "%8d %8d %8d  %s\n", t[finding.Error], t[finding.Warning], t[finding.Note], cmp.Or(report.Visible(name), "-"))
	}
}
