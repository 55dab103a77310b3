package accept

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"studiolint/lint/files"
	"studiolint/lint/form"
	"studiolint/lint/source"
)

// baselineVersion is the form of baselines that this program reads and writes.
const baselineVersion = 1

// maxBaseline is the size in bytes up to which a baseline is read.
const maxBaseline = 64 << 20

// Encode writes one finding a line, sorted, so that version control merges it.
func (b *Baseline) Encode() []byte {
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

// nameOf is how a baseline calls a file: JSON can hold no bytes that are not UTF-8, so they are written as in
// messages, bad\xff.json.
func nameOf(file string) string {
	if utf8.ValidString(file) {
		return file
	}
	var b strings.Builder
	for i, r := range file {
		if r == utf8.RuneError && !strings.HasPrefix(file[i:], "\uFFFD") {
			fmt.Fprintf(&b, `\x%02x`, file[i])
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// writtenByte is a byte that nameOf has written.
var writtenByte = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\\x[89a-f][0-9a-f]`) })

// fileOf is the file that nameOf called so.
func fileOf(name string) string {
	if !strings.Contains(name, `\x`) {
		return name
	}
	return writtenByte().ReplaceAllStringFunc(name, func(written string) string {
		b, err := strconv.ParseUint(written[2:], 16, 8)
		if err != nil {
			return written
		}
		return string([]byte{byte(b)})
	})
}

// ReadBaseline reads a baseline, whose files are below root. Where two were merged, a
// finding may stand there twice; the larger count holds. Its text is that of the file in
// settings, which may be another branch; nil for where its files are. The error is a
// *form.Error where the content is wrong.
func ReadBaseline(root files.Root, path string, settings files.FS) (*Baseline, error) {
	from := root
	if settings != nil {
		from.FS = settings
	}
	data, err := from.ReadFile(path, maxBaseline)
	if err != nil {
		return nil, fmt.Errorf("read baseline: %w", err)
	}
	b, err := parseBaseline(filepath.ToSlash(path), data)
	if err != nil {
		return nil, err
	}
	b.root, b.folder = root, filepath.Dir(root.Abs(path))
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
	if err := checkBaseline(f, data); err != nil {
		return nil, err
	}
	b := &Baseline{Tool: f.Root().Get("tool").Text()}
	at := map[acceptedKey]int{}
	for _, n := range f.Root().Get("findings").Elements() {
		a, err := parseAccepted(f, n)
		if err != nil {
			return nil, err
		}
		if i, twice := at[a.key()]; twice {
			b.Findings[i].Count = max(b.Findings[i].Count, a.Count)
			continue
		}
		at[a.key()] = len(b.Findings)
		b.Findings = append(b.Findings, a)
	}
	return b, nil
}

// checkBaseline says why a text is no baseline of a known version; nil when it is.
func checkBaseline(f *source.File, data []byte) error {
	switch {
	case f.Syntax != nil && mergeMark(data) >= 0:
		return form.ErrorAt(f, source.Span{Start: mergeMark(data)}, "a conflict of a merge stands here; keep the findings of both sides and remove its marks, or %s", writeAnew)
	case f.Syntax != nil:
		return form.ErrorAt(f, f.Syntax.Span, "this is no baseline: %s; %s", f.Syntax.Cause, writeAnew)
	}
	root := f.Root()
	version, isNumber := root.Get("version").Number()
	switch {
	case !root.IsObject() || !root.Get("findings").Exists() && !root.Get("version").Exists():
		return wrongAt(f, root, "this is no baseline: it has no \"version\" and no \"findings\"; %s", writeAnew)
	case !isNumber || version < baselineVersion || version != float64(int(version)):
		return wrongAt(f, root.Get("version"), "the version of this baseline is not one that is known (known is %d); %s", baselineVersion, writeAnew)
	case version > baselineVersion:
		return wrongAt(f, root.Get("version"), "this baseline was written by a newer studiolint (version %.0f, known is %d); update studiolint, or %s", version, baselineVersion, writeAnew)
	case !root.Get("findings").IsArray():
		return wrongAt(f, root.Get("findings"), "\"findings\" is not a list; %s", writeAnew)
	}
	return nil
}

// parseAccepted reads one finding of a baseline.
func parseAccepted(f *source.File, n source.Node) (Accepted, error) {
	a := Accepted{
		File: n.Get("file").Text(), Rule: n.Get("rule").Text(), Widget: n.Get("widget").Text(),
		Message: n.Get("message").Text(), Fingerprint: n.Get("fingerprint").Text(),
	}
	count, ok := n.Get("count").Number()
	a.Count = int(count)
	switch {
	case !n.IsObject():
		return a, wrongAt(f, n, "a finding is expected here; %s", writeAnew)
	case a.File == "" || a.Rule == "" || a.Fingerprint == "":
		return a, wrongAt(f, n, "this finding needs the texts \"file\", \"rule\" and \"fingerprint\"; remove it, or %s", writeAnew)
	case !ok || count < 1 || count > 1e9 || count != float64(a.Count):
		return a, wrongAt(f, n, "this finding needs a \"count\" from 1 on; mend it, or %s", writeAnew)
	}
	return a, nil
}

// wrongAt returns a mistake at a node of a file; at its beginning when the node is absent.
func wrongAt(f *source.File, n source.Node, format string, args ...any) error {
	return form.ErrorAt(f, n.Span(), format, args...)
}

// mendMerged sets right what merging two baselines leaves behind: a line without
// its comma, or a comma after the last line. No text holds a line break as such.
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
