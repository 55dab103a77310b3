package rules

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"studiolint/lint"
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
	t.Parallel()
	for _, r := range every() {
		t.Run(r.ID, func(t *testing.T) {
			t.Parallel()
			a := archiveOf(t, r.ID)
			var want string
			var output bytes.Buffer
			folder, cases := a.extract(t)
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
			written := txtar.Archive{Comment: a.Comment}
			for _, f := range a.Files {
				if f.Name == "output.txt" {
					want = string(f.Data)
					continue
				}
				written.Files = append(written.Files, f)
			}
			if *update && want != output.String() {
				written.Files = append(written.Files, txtar.File{Name: "output.txt", Data: output.Bytes()})
				if err := os.WriteFile(a.path, txtar.Format(&written), 0o644); err != nil {
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
	for _, a := range archives(t) {
		if !seen[a.id()] {
			t.Errorf("%s belongs to no rule", a.name)
		}
	}
}
