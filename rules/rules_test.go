package rules

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"studiolint/lint"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/report"
)

var update = flag.Bool("update", false, "rewrite the output in testdata/rules")

// Each rule has an archive testdata/rules/ID.txtar. Its files bad*.json break
// the rule and good*.json keep it; a folder bad*/ or good*/ is several files
// that are checked in one run, a .studiolint.yaml in it being the configuration.
// output.txt is what is printed for the bad ones, one after the other.
//
// Lines of the archive's comment of the form "pad FILE BYTES" lengthen the
// file's description until the file has that many bytes, and "repeat FILE N"
// repeats its last state until there are N: for limits that nobody wants to read.
func TestArchives(t *testing.T) {
	root, err := filepath.Abs("../testdata/rules")
	if err != nil {
		t.Fatal(err)
	}
	t.Parallel()
	for _, r := range every() {
		t.Run(r.ID, func(t *testing.T) {
			t.Parallel()
			name := filepath.Join(root, r.ID+".txtar")
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var want string
			var output bytes.Buffer
			folder, cases := extract(t, archive)
			for _, c := range cases {
				result := lintPath(t, folder, c, r.ID)
				found := map[string]int{}
				for _, d := range result.Diagnostics {
					found[d.File]++
				}
				total := 0
				for _, n := range found {
					total += n
				}
				switch {
				case strings.HasPrefix(c, "good") && total > 0:
					t.Errorf("%s keeps the rule, but is reported:", c)
					writeText(t, os.Stderr, result)
				case strings.HasPrefix(c, "bad") && total == 0:
					t.Errorf("%s breaks the rule, but nothing is reported", c)
				}
				if strings.HasPrefix(c, "bad") {
					writeText(t, &output, result)
				}
			}
			for i, f := range archive.Files {
				if f.Name == "output.txt" {
					want = string(f.Data)
					archive.Files = slices.Delete(archive.Files, i, i+1)
					break
				}
			}
			if *update && want != output.String() {
				archive.Files = append(archive.Files, txtar.File{Name: "output.txt", Data: output.Bytes()})
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, output.String()); diff != "" {
				t.Errorf("the output differs (run go test ./rules -update if it is right): -want +got\n%s", diff)
			}
		})
	}
}

// extract writes the archive's files to a folder and returns that and the cases in order.
func extract(t *testing.T, archive *txtar.Archive) (files.Root, []string) {
	t.Helper()
	folder := files.Root{FS: files.OS{}, Dir: t.TempDir()}
	var cases []string
	bad, good := false, false
	for _, f := range archive.Files {
		if f.Name == "output.txt" {
			continue
		}
		c, _, _ := strings.Cut(f.Name, "/")
		if !slices.Contains(cases, c) {
			cases = append(cases, c)
		}
		bad, good = bad || strings.HasPrefix(c, "bad"), good || strings.HasPrefix(c, "good")
		if err := os.MkdirAll(filepath.Dir(folder.Abs(f.Name)), 0o777); err != nil {
			t.Fatal(err)
		}
		// An archive can hold neither a byte order mark at the start of a file nor
		// other bytes that are not text; quoted, it can.
		data := f.Data
		if name, ok := strings.CutSuffix(f.Name, ".quoted"); ok {
			f.Name = name
			cases[len(cases)-1] = strings.TrimSuffix(cases[len(cases)-1], ".quoted")
			s, err := strconv.Unquote(strings.TrimSpace(string(data)))
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			data = []byte(s)
		}
		for line := range strings.SplitSeq(string(archive.Comment), "\n") {
			var file string
			var n int
			if _, err := fmt.Sscanf(line, "pad %s %d", &file, &n); err == nil && file == f.Name {
				data = pad(t, data, n)
			}
			if _, err := fmt.Sscanf(line, "repeat %s %d", &file, &n); err == nil && file == f.Name {
				data = repeat(t, data, n)
			}
		}
		if err := os.WriteFile(folder.Abs(f.Name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if !bad || !good {
		t.Error("the archive needs a bad*.json and a good*.json")
	}
	return folder, cases
}

func pad(t *testing.T, data []byte, size int) []byte {
	const key = `"description": "`
	i := bytes.Index(data, []byte(key))
	if i < 0 || len(data) > size {
		t.Fatal("nothing to pad")
	}
	fill := bytes.Repeat([]byte("x"), size-len(data))
	return slices.Insert(slices.Clone(data), i+len(key), fill...)
}

var lastState = regexp.MustCompile(`(?s)\{[^{}]*"name": "last"(?:[^{}]|\{[^{}]*\})*\}`)

func repeat(t *testing.T, data []byte, n int) []byte {
	at := lastState.FindIndex(data)
	if at == nil {
		t.Fatal(`no state named "last" to repeat`)
	}
	state := string(data[at[0]:at[1]])
	var out bytes.Buffer
	out.Write(data[:at[1]])
	for i := bytes.Count(data, []byte(`"type"`)); i < n; i++ {
		fmt.Fprintf(&out, ",\n%s", strings.Replace(state, `"last"`, fmt.Sprintf(`"last_%d"`, i), 1))
	}
	out.Write(data[at[1]:])
	return out.Bytes()
}

// heading is what the text format writes above the findings of a file.
var heading = regexp.MustCompile(`^\S.*: \d+ (error|warning|note)s?(, \d+ (warning|note)s?)*\n$`)

// writeText writes the findings as the text format does, without the headings that part
// files: a case has few.
func writeText(t *testing.T, w interface{ Write([]byte) (int, error) }, r *lint.Result) {
	t.Helper()
	text, ok := report.Find("text")
	if !ok {
		t.Fatal("no text format")
	}
	var whole bytes.Buffer
	if err := text.Write(&whole, &r.Result, report.Options{}); err != nil {
		t.Fatal(err)
	}
	findings, _, _ := strings.Cut(whole.String(), "\nthe errors again:\n")
	for line := range strings.Lines(findings) {
		if line != "\n" && !heading.MatchString(line) {
			w.Write([]byte(line))
		}
	}
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func TestDeclarations(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range All() {
		if !kebab.MatchString(r.ID) || seen[r.ID] {
			t.Errorf("%s: the ID is not in kebab-case, or taken", r.ID)
		}
		seen[r.ID] = true
		file := strings.ReplaceAll(r.ID, "-", "_") + ".go"
		src, err := os.ReadFile(file)
		if err != nil || !bytes.Contains(src, []byte(strconv.Quote(r.ID))) {
			t.Errorf("%s: not declared in %s", r.ID, file)
		}
		if r.Title == "" || strings.HasSuffix(r.Title, ".") {
			t.Errorf("%s: the title is missing or ends with a full stop", r.ID)
		}
		if len(r.Doc) < 80 {
			t.Errorf("%s: the text says too little", r.ID)
		}
		if !slices.Contains(finding.Groups(), r.Group) {
			t.Errorf("%s: unknown group %q", r.ID, r.Group)
		}
		if r.Check == nil {
			t.Errorf("%s: has no check", r.ID)
		}
	}
	archives, _ := filepath.Glob("../testdata/rules/*.txtar")
	for _, a := range archives {
		if id := strings.TrimSuffix(filepath.Base(a), ".txtar"); !seen[id] {
			t.Errorf("%s belongs to no rule", a)
		}
	}
}
