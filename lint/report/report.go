// Package report writes what a run found: one file per output format.
//
// Every report is the same, byte for byte, for the same result. Findings that are
// suppressed are left out, except from SARIF, which has words for them, and from
// the counts.
//
// Names, messages and source lines come from files that a stranger may have
// written. Text that a person reads goes through clean or Visible first; what is
// left is escaped by the rules of the format.
package report

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// toolName is how the program calls itself in every format.
const toolName = "studiolint"

// Options are what a report needs beside the result. The zero value will do.
type Options struct {
	Version string // of the program; "" when it is not known
	URL     string // the program's home page; "" when it has none

	// Color lets the text format use ANSI escapes. The other formats never do.
	Color bool

	// Columns is what the text formats count columns in; the zero value is UTF-16
	// units. The other formats count as they are defined.
	Columns Columns

	// BaseDir is the absolute folder that a reader counts paths from: the root
	// of the repository. Formats that are read in a repository (github, sarif,
	// gitlab, junit, checkstyle, markdown) give paths below it, and absolute ones
	// for files elsewhere. When it is empty they give paths as they stand in the
	// result, like all other formats.
	BaseDir string

	// WorkDir is the absolute folder that the relative paths of the result count
	// from. When it is empty, that is BaseDir.
	WorkDir string

	// WithoutSuppressed leaves suppressed findings out of SARIF as they are left
	// out elsewhere. GitHub knows no suppressions and would show them as open.
	WithoutSuppressed bool

	// FailOn is the least severity that fails the run; Off for none. JUnit has words
	// for what fails nothing.
	FailOn finding.Severity

	// SourceURL is the address of the repository's files at a commit, for formats that
	// link to lines of them; "" when there is none.
	SourceURL string

	// RuleURL returns the address of a rule's page. It may be nil.
	RuleURL func(id string) string
}

// A Format is one way to write a result.
type Format struct {
	Name  string // as given to --format
	Title string // what it is for, a clause without a full stop

	// New begins a report.
	New func(w io.Writer, o Options) Report

	Fixes bool // it shows fixes
}

// Write writes a result that holds all its findings.
func (f Format) Write(w io.Writer, r *finding.Result, o Options) error {
	report := f.New(w, o)
	if len(r.Diagnostics) > 0 {
		part, _ := report.Render(r.Diagnostics)
		if err := report.Add(part); err != nil {
			return err
		}
	}
	return report.End(r)
}

// A Report is written file by file, so that nobody has to keep findings until all are
// found.
type Report interface {
	// Render makes a part of the report of findings, all those of one or several files.
	// It keeps nothing else of them, and says how many bytes of memory the part gives
	// back when it is added. It may be called by several goroutines.
	Render(found []*finding.Diagnostic) (part any, size int)

	// Add adds a part. They are added in the order of the files.
	Add(part any) error

	// End writes what depends on all parts. Of the result it needs everything but the
	// Diagnostics: those that were rendered count as dropped, too.
	End(r *finding.Result) error
}

// Formats returns all formats in the order in which help lists them.
func Formats() []Format {
	return []Format{
		{Name: "text", Title: "for people: each finding with its source line", New: newText},
		{Name: "short", Title: "one line a finding and nothing else", New: newShort},
		{Name: "json", Title: "everything, in a stable and versioned form", New: newJSON, Fixes: true},
		{Name: "sarif", Title: "SARIF 2.1.0, for code scanning", New: newSARIF, Fixes: true},
		{Name: "github", Title: "annotations of GitHub Actions", New: newGitHub, Fixes: true},
		{Name: "junit", Title: "JUnit XML, for test reports of any CI", New: newJUnit},
		{Name: "checkstyle", Title: "Checkstyle XML, for Jenkins and others", New: newCheckstyle},
		{Name: "gitlab", Title: "Code Quality report of GitLab", New: newGitLab},
		{Name: "rdjson", Title: "Reviewdog Diagnostic Format", New: newRDJSON, Fixes: true},
		{Name: "markdown", Title: "a page of Markdown, for job summaries", New: newMarkdown},
		{Name: "html", Title: "one page: the findings beside the picture of each flow, to click and to search", New: newHTML},
	}
}

// Find returns the format of that name.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

func (o Options) ruleURL(id string) string {
	if o.RuleURL == nil {
		return ""
	}
	return o.RuleURL(id)
}

// fails reports whether a finding fails the run.
func (o Options) fails(d *finding.Diagnostic) bool {
	return o.FailOn != finding.Off && d.Severity >= o.FailOn
}

// active returns the findings that are not suppressed.
func active(found []*finding.Diagnostic) []*finding.Diagnostic {
	list := make([]*finding.Diagnostic, 0, len(found))
	for _, d := range found {
		if d.Suppressed == nil {
			list = append(list, d)
		}
	}
	return list
}

// worstFirst sorts findings by severity and leaves their order as it is otherwise.
func worstFirst(list []*finding.Diagnostic) []*finding.Diagnostic {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *finding.Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) })
	return list
}

// byFile groups findings by file, the files in order of their first finding.
func byFile(list []*finding.Diagnostic) [][]*finding.Diagnostic {
	var groups [][]*finding.Diagnostic
	index := map[string]int{}
	for _, d := range list {
		i, ok := index[d.File]
		if !ok {
			i = len(groups)
			index[d.File] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], d)
	}
	return groups
}

// An occurrence tells apart findings of one file that have the same fingerprint.
type occurrence struct{ file, fingerprint string }

// occurrences numbers findings of the same fingerprint from 1, file by file, in
// the order of the text: unlike line numbers, that survives most edits.
type occurrences map[occurrence]int

// next returns the fingerprint as well, which is not to be worked out twice.
func (o occurrences) next(d *finding.Diagnostic) (fingerprint string, number int) {
	k := occurrence{d.File, d.Fingerprint()}
	o[k]++
	return k.fingerprint, o[k]
}

// fileOf returns the file a person opens to see a place; nil when there is none.
func fileOf(at source.Place) *source.File {
	if at.File == nil {
		return nil
	}
	return at.File.Outermost()
}

// severities are those a finding can have, worst first.
var severities = []finding.Severity{finding.Error, finding.Warning, finding.Note}

// tally counts findings by severity, worst first: "3 errors, 1 note"; "" for none.
// The prefix stands before each noun.
func tally(prefix string, number func(finding.Severity) int) string {
	var parts []string
	for _, s := range severities {
		if n := number(s); n > 0 {
			parts = append(parts, words.Plural(n, prefix+s.String()))
		}
	}
	return strings.Join(parts, ", ")
}
