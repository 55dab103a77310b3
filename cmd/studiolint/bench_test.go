package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkProcess times the whole program on a flow, turn about with a program
// that only imports the three libraries it is built on, and reports the ratio
// of the two. One alone would say more about the machine than about the program.
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	build := func(name string, args ...string) string {
		out := filepath.Join(dir, name)
		if msg, err := exec.Command("go", append([]string{"build", "-o", out}, args...)...).CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, msg)
		}
		return out
	}
	bare := filepath.Join(dir, "bare.go")
	if err := os.WriteFile(bare, []byte(`package main

import (
	_ "github.com/owenrumney/go-sarif/v2/sarif"
	_ "github.com/santhosh-tekuri/jsonschema/v5"
	_ "github.com/tidwall/gjson"
)

func main() {}
`), 0o666); err != nil {
		b.Fatal(err)
	}
	base := build("bare", bare)
	program := build("studiolint", ".")
	flow, err := os.ReadFile("../../testdata/flows/good/ivr.json")
	if err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(dir, "flow.json")
	if err := os.WriteFile(file, flow, 0o666); err != nil {
		b.Fatal(err)
	}
	timed := func(name string, args ...string) time.Duration {
		begin := time.Now()
		if err := exec.Command(name, args...).Run(); err != nil {
			b.Fatal(err)
		}
		return time.Since(begin)
	}
	var ours, theirs time.Duration
	for b.Loop() {
		theirs += timed(base)
		ours += timed(program, "lint", "--no-config", "--fail-on", "never", file)
	}
	b.ReportMetric(float64(ours)/float64(theirs), "ratio")
	b.ReportMetric(float64(len(flow)), "bytes")
}
