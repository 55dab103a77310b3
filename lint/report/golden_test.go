package report

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"studiolint/lint/finding"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var programs = regexp.MustCompile(`(?s)<style>.*?</style>|<script>.*?</script>|'sha256-[^']*'`)

// alone leaves out the program and the style of a page.
func alone(text string) string { return programs.ReplaceAllString(text, "…") }

// TestGolden compares every format of the sample with what it was when someone
// last looked at it.
func TestGolden(t *testing.T) {
	o := Options{
		Version: "1.2.3",
		FailOn:  finding.Warning,
		URL:     "https://studiolint.example",
		RuleURL: func(id string) string { return "https://studiolint.example/rules#" + id },
	}
	const name = "testdata/sample.txtar"
	var got txtar.Archive
	for _, f := range Formats() {
		got.Files = append(got.Files, txtar.File{Name: f.Name, Data: []byte(alone(render(t, f.Name, sample(t), o)))})
	}
	colored := o
	colored.Color = true
	got.Files = append(got.Files,
		txtar.File{Name: "text in colour", Data: []byte(strings.ReplaceAll(render(t, "text", sample(t), colored), "\x1b", "ESC"))},
		txtar.File{Name: "summary", Data: []byte(Summary(sample(t)) + "\n")})

	if *update {
		if err := os.WriteFile(name, txtar.Format(&got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if len(want.Files) != len(got.Files) {
		t.Fatalf("%s holds %d files, not %d; run go test -update", name, len(want.Files), len(got.Files))
	}
	for i, f := range got.Files {
		if f.Name != want.Files[i].Name {
			t.Errorf("%s holds %q in place of %q", name, want.Files[i].Name, f.Name)
		}
		if diff := cmp.Diff(string(want.Files[i].Data), string(f.Data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
}
