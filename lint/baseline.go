package lint

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// baselineVersion is the form of baselines that this program reads and writes.
const baselineVersion = 1

// maxBaseline is the size in bytes up to which a baseline is read.
const maxBaseline = 64 << 20

// A Baseline is a list of accepted findings: those that were there when a team
// began, so that only new ones count.
type Baseline struct {
	Tool     string // what wrote it
	Findings []Accepted

	folder string // absolute: where the files count from
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

// NewBaseline returns a baseline of what counts in a run or counted but for an
// older baseline. It is to be written to the file path, from whose folder its
// files count.
func NewBaseline(path, tool string, r *Result) *Baseline {
	b := &Baseline{Tool: tool, folder: folderOf(path)}
	name := b.names()
	at := map[acceptedKey]int{}
	for _, d := range r.Diagnostics {
		if !mayBeAccepted(d) {
			continue
		}
		a := Accepted{File: name(d.File), Rule: d.Rule.ID, Widget: d.Widget, Message: d.Message, Fingerprint: d.Fingerprint, Count: 1}
		if i, twice := at[a.key()]; twice {
			b.Findings[i].Count++
			continue
		}
		at[a.key()] = len(b.Findings)
		b.Findings = append(b.Findings, a)
	}
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

// Prune returns the baseline without what no longer occurs. What the run cannot
// tell stays: files that it did not look at, rules that were off or failed. Files
// that are gone are dropped.
func (b *Baseline) Prune(r *Result) *Baseline {
	name := b.names()
	occurs := map[acceptedKey]int{}
	for _, d := range r.Diagnostics {
		if mayBeAccepted(d) {
			occurs[acceptedKey{name(d.File), d.Fingerprint}]++
		}
	}
	units := map[string]*unit{}
	for _, u := range r.units {
		if u.file != nil {
			units[name(u.path())] = u
		}
	}
	pruned := &Baseline{Tool: b.Tool, folder: b.folder}
	for _, a := range b.Findings {
		if b.known(a, units[a.File], r) {
			a.Count = min(a.Count, occurs[a.key()])
		}
		if a.Count > 0 {
			pruned.Findings = append(pruned.Findings, a)
		}
	}
	return pruned
}

// known reports whether the run tells how often a finding occurs.
func (b *Baseline) known(a Accepted, u *unit, r *Result) bool {
	if u == nil {
		_, err := os.Stat(filepath.Join(b.folder, filepath.FromSlash(a.File)))
		return errors.Is(err, fs.ErrNotExist)
	}
	i := slices.IndexFunc(r.Rules, func(known *finding.Rule) bool { return known.ID == a.Rule })
	return i < 0 || u.ran[a.Rule] && (!r.Rules[i].AcrossFiles || covers(r.covered, b.folder))
}

// accept marks the findings that the baseline accepts: of several with the same
// fingerprint in a file, as many as it counts.
func (b *Baseline) accept(units []*unit, more []*finding.Diagnostic) {
	name := b.names()
	left := map[acceptedKey]int{}
	for _, a := range b.Findings {
		left[a.key()] = max(left[a.key()], a.Count)
	}
	mark := func(found []*finding.Diagnostic) {
		for _, d := range found {
			key := acceptedKey{name(d.File), d.Fingerprint}
			if d.Suppressed == nil && left[key] > 0 {
				left[key]--
				d.Suppressed = &finding.Suppression{Kind: "baseline", Reason: "accepted in the baseline"}
			}
		}
	}
	for _, u := range units {
		mark(u.found)
	}
	mark(more)
}

func folderOf(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.Dir(path)
	}
	return filepath.Dir(abs)
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
	abs, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		return path
	}
	if rel, err := filepath.Rel(b.folder, abs); err == nil {
		abs = rel
	}
	return filepath.ToSlash(abs)
}

// Write puts the baseline into a file, at once: a reader sees the old one or the
// new one, and after an error the old one is still there.
func (b *Baseline) Write(path string) error {
	if err := replaceFile(path, b.encode()); err != nil {
		return fmt.Errorf("write baseline: %w", err)
	}
	return nil
}

// encode writes one finding a line, sorted, so that version control merges it.
func (b *Baseline) encode() []byte {
	list := slices.SortedFunc(slices.Values(b.Findings), func(x, y Accepted) int {
		return cmp.Or(
			cmp.Compare(x.File, y.File), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Widget, y.Widget),
			cmp.Compare(x.Message, y.Message), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\"version\": %d, \"tool\": %s, \"findings\": [", baselineVersion, line(b.Tool))
	for i, a := range list {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		out.Write(line(a))
	}
	out.WriteString("\n]}\n")
	return out.Bytes()
}

// line encodes a value of texts and numbers on one line.
func line(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // texts and numbers can be encoded
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// replaceFile puts data in the place of a file, keeping its mode. A link is
// followed.
func replaceFile(path string, data []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	mode := fs.FileMode(0o644)
	switch info, err := os.Stat(path); {
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a file", path)
	case err == nil:
		mode = info.Mode().Perm()
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".studiolint-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // when it has not become the file
	_, err = temp.Write(data)
	if err := errors.Join(err, temp.Chmod(mode), temp.Sync(), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}

// ReadBaseline reads a baseline. Where two were merged, a finding may stand there
// twice; the larger count holds. The error is a *ConfigError where the content is
// wrong.
func ReadBaseline(path string) (*Baseline, error) { return ReadBaselineFrom(path, path) }

// ReadBaselineFrom reads a baseline whose text is found in another file, such as
// that of another branch. Its files count from the folder of path all the same.
func ReadBaselineFrom(path, from string) (*Baseline, error) {
	info, err := os.Stat(from)
	if err == nil && info.Size() > maxBaseline {
		err = fmt.Errorf("%s is larger than %d bytes", from, maxBaseline)
	}
	if err != nil {
		return nil, fmt.Errorf("read baseline: %w", err)
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return nil, fmt.Errorf("read baseline: %w", err)
	}
	b, err := parseBaseline(filepath.ToSlash(path), data)
	if err != nil {
		return nil, err
	}
	b.folder = folderOf(path)
	return b, nil
}

// writeAnew is how to mend a baseline.
const writeAnew = `write it anew with "studiolint baseline"`

func parseBaseline(name string, data []byte) (*Baseline, error) {
	f := source.Parse(name, data)
	if f.Syntax != nil {
		if again := source.Parse(name, mendMerged(data)); again.Syntax == nil {
			f = again
		}
	}
	wrong := func(n source.Node, format string, args ...any) error {
		return configError(f, n.Span(), fmt.Sprintf(format, args...))
	}
	root := f.Root()
	version, isNumber := root.Get("version").Number()
	switch {
	case f.Syntax != nil && mergeMark(data) >= 0:
		return nil, configError(f, source.Span{Start: mergeMark(data)}, "a conflict of a merge stands here; keep the findings of both sides and remove its marks, or "+writeAnew)
	case f.Syntax != nil:
		return nil, configError(f, f.Syntax.Span, "this is no baseline: "+f.Syntax.Cause+"; "+writeAnew)
	case !root.IsObject() || !root.Get("findings").Exists() && !root.Get("version").Exists():
		return nil, wrong(root, "this is no baseline: it has no \"version\" and no \"findings\"; %s", writeAnew)
	case !isNumber || version < baselineVersion || version != float64(int(version)):
		return nil, wrong(root.Get("version"), "the version of this baseline is not one that is known (known is %d); %s", baselineVersion, writeAnew)
	case version > baselineVersion:
		return nil, wrong(root.Get("version"), "this baseline was written by a newer studiolint (version %.0f, known is %d); update studiolint, or %s", version, baselineVersion, writeAnew)
	case !root.Get("findings").IsArray():
		return nil, wrong(root.Get("findings"), "\"findings\" is not a list; %s", writeAnew)
	}
	b := &Baseline{Tool: root.Get("tool").Text()}
	at := map[acceptedKey]int{}
	for _, n := range root.Get("findings").Elements() {
		a := Accepted{
			File: n.Get("file").Text(), Rule: n.Get("rule").Text(), Widget: n.Get("widget").Text(),
			Message: n.Get("message").Text(), Fingerprint: n.Get("fingerprint").Text(),
		}
		count, ok := n.Get("count").Number()
		switch {
		case !n.IsObject():
			return nil, wrong(n, "a finding is expected here; %s", writeAnew)
		case a.File == "" || a.Rule == "" || a.Fingerprint == "":
			return nil, wrong(n, "this finding needs the texts \"file\", \"rule\" and \"fingerprint\"; remove it, or %s", writeAnew)
		case !ok || count < 1 || count > 1e9 || count != float64(int(count)):
			return nil, wrong(n, "this finding needs a \"count\" from 1 on; mend it, or %s", writeAnew)
		}
		a.Count = int(count)
		if i, twice := at[a.key()]; twice {
			b.Findings[i].Count = max(b.Findings[i].Count, a.Count)
			continue
		}
		at[a.key()] = len(b.Findings)
		b.Findings = append(b.Findings, a)
	}
	return b, nil
}

// mendMerged sets right what merging two baselines leaves behind: a line without
// its comma, or a comma behind the last line. No text holds a line break as such.
func mendMerged(data []byte) []byte {
	missing := regexp.MustCompile(`\}[ \t\r]*\n\s*\{`)
	trailing := regexp.MustCompile(`\}[ \t]*,[ \t\r]*\n\s*\]`)
	return trailing.ReplaceAll(missing.ReplaceAll(data, []byte("},\n{")), []byte("}\n]"))
}

// mergeMark returns where git has marked a conflict, -1 for nowhere.
func mergeMark(data []byte) int {
	if at := regexp.MustCompile(`(?m)^(<{7}|={7}|>{7}|\|{7})`).FindIndex(data); at != nil {
		return at[0]
	}
	return -1
}
