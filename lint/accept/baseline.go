package accept

import (
	"cmp"
	"errors"
	"io/fs"
	"path/filepath"
	"sync"

	"studiolint/lint/files"
	"studiolint/lint/finding"
)

// A Baseline is a list of accepted findings: those that were there when a team
// began, so that only new ones count.
type Baseline struct {
	Tool     string // what wrote it
	Findings []Accepted

	root   files.Root
	folder string // absolute: where the files count from
	reason string // why they are accepted

	sort   sync.Once
	byFile map[string][]*Accepted
}

// Accepted is a finding that may occur so many times in a file. It is known by
// its fingerprint; rule, widget and message are there for people.
type Accepted struct {
	File        string `json:"file"` // from the folder of the baseline, with forward slashes
	Rule        string `json:"rule"`
	Widget      string `json:"widget,omitempty"`
	Message     string `json:"message,omitempty"`
	Fingerprint string `json:"fingerprint"`
	Count       int    `json:"count"`
}

type acceptedKey struct{ file, fingerprint string }

func (a *Accepted) key() acceptedKey { return acceptedKey{a.File, a.Fingerprint} }

// NewBaseline returns a baseline of the findings that count or counted but for an
// older baseline. It is to be written to the file path below root, from whose
// folder its files count.
func NewBaseline(root files.Root, path, tool string, found []*finding.Diagnostic) *Baseline {
	b := &Baseline{Tool: tool, root: root, folder: filepath.Dir(root.Abs(path))}
	name := b.names()
	at := map[acceptedKey]int{}
	for _, d := range found {
		if !mayBeAccepted(d) {
			continue
		}
		a := Accepted{File: name(d.File), Rule: d.Rule.ID, Widget: d.Widget, Message: d.Message, Fingerprint: d.Fingerprint(), Count: 1}
		if i, twice := at[a.key()]; twice {
			b.Findings[i].Count++
			continue
		}
		at[a.key()] = len(b.Findings)
		b.Findings = append(b.Findings, a)
	}
	return b
}

// Since returns a baseline of the findings that counted at a revision.
func Since(root files.Root, revision string, found []*finding.Diagnostic) *Baseline {
	b := NewBaseline(root, ".studiolint-since", "", found)
	b.reason = "it was there at " + revision
	return b
}

// mayBeAccepted reports whether a finding counts, or would without the baseline.
func mayBeAccepted(d *finding.Diagnostic) bool {
	return d.Suppressed == nil || d.Suppressed.Kind == "baseline"
}

// Count returns how many findings the baseline accepts.
func (b *Baseline) Count() int {
	n := 0
	for _, a := range b.Findings {
		n += a.Count
	}
	return n
}

// Prune returns the baseline without what a run no longer finds. What the run cannot
// tell stays: files that it did not look at, rules that were off or failed. Files
// that are gone are dropped.
func (b *Baseline) Prune(run *Run, found []*finding.Diagnostic) *Baseline {
	name := b.names()
	occurs := map[acceptedKey]int{}
	for _, d := range found {
		if mayBeAccepted(d) {
			occurs[acceptedKey{name(d.File), d.Fingerprint()}]++
		}
	}
	seen := map[string]*File{}
	for _, f := range run.Files {
		if f.Config != nil {
			seen[name(f.Path)] = f
		}
	}
	pruned := &Baseline{Tool: b.Tool, root: b.root, folder: b.folder}
	for _, a := range b.Findings {
		if b.known(a, seen[a.File], run) {
			a.Count = min(a.Count, occurs[a.key()])
		}
		if a.Count > 0 {
			pruned.Findings = append(pruned.Findings, a)
		}
	}
	return pruned
}

// known reports whether the run tells how often a finding occurs.
func (b *Baseline) known(a Accepted, f *File, run *Run) bool {
	if f == nil {
		return b.isGone(a.File) && b.isGone(fileOf(a.File))
	}
	rule := run.rule(a.Rule, f.Config)
	return rule == nil || f.Ran()[a.Rule] && (!rule.AcrossFiles || covers(run.Covered, b.folder))
}

// isGone reports whether a file of the baseline is there no more.
func (b *Baseline) isGone(file string) bool {
	_, err := b.root.Stat(filepath.Join(b.folder, filepath.FromSlash(file)))
	return errors.Is(err, fs.ErrNotExist)
}

// Apply marks the findings that the baseline accepts: of several with the same
// fingerprint in a file, as many as it counts. All findings of a file must be there. It
// is safe for several goroutines.
func (b *Baseline) Apply(found []*finding.Diagnostic) {
	b.sort.Do(func() {
		b.byFile = map[string][]*Accepted{}
		for i := range b.Findings {
			a := &b.Findings[i]
			b.byFile[a.File] = append(b.byFile[a.File], a)
		}
	})
	name := b.names()
	known := map[string]bool{} // files
	left := map[acceptedKey]int{}
	for _, d := range found {
		key := acceptedKey{name(d.File), d.Fingerprint()}
		if !known[key.file] {
			known[key.file] = true
			for _, a := range b.byFile[key.file] {
				left[a.key()] = max(left[a.key()], a.Count)
			}
		}
		if d.Suppressed == nil && left[key] > 0 {
			left[key]--
			d.Suppressed = &finding.Suppression{Kind: "baseline", Reason: cmp.Or(b.reason, "accepted in the baseline")}
		}
	}
}

// names returns the function that turns paths of a run into those of the
// baseline. It remembers them, since a file has many findings.
func (b *Baseline) names() func(path string) string {
	known := map[string]string{}
	return func(path string) string {
		name, ok := known[path]
		if !ok {
			name = b.relative(path)
			known[path] = name
		}
		return name
	}
}

func (b *Baseline) relative(path string) string {
	abs := b.root.Abs(path)
	if rel, err := filepath.Rel(b.folder, abs); err == nil {
		abs = rel
	}
	return nameOf(filepath.ToSlash(abs))
}
