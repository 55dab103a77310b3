package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkProcess times the whole program on a flow of 20 KB, turn about with a
// program that only imports the three libraries it is built on, and reports the
// ratio of the two. One alone would say more about the machine than about the
// program. The best of all rounds is the time that the work takes; the rest is
// what else the machine was doing.
func BenchmarkProcess(b *testing.B) {
	dir := b.TempDir()
	flow := twice(b, shared(b, "flows/good/ivr.json"))
	file := filepath.Join(dir, "flow.json")
	if err := os.WriteFile(file, flow, 0o666); err != nil {
		b.Fatal(err)
	}
	// As an editor calls it, with a configuration to be found by the name.
	if err := os.WriteFile(filepath.Join(dir, ".studiolint.yaml"), []byte("rules: {default-name: note}\n"), 0o666); err != nil {
		b.Fatal(err)
	}
	base, program := importsOnly(b), built(b)
	for _, bb := range []struct {
		name  string
		stdin []byte
		args  []string
	}{
		{"file", nil, []string{"--no-config", file}},
		{"stdin", flow, []string{"--stdin-filename", file, "-"}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			ours, theirs := time.Hour, time.Hour
			for b.Loop() {
				theirs = min(theirs, timed(b, nil, base))
				ours = min(ours, timed(b, bb.stdin, program, append([]string{"lint", "--quiet"}, bb.args...)...))
			}
			b.ReportMetric(float64(ours)/float64(theirs), "ratio")
			b.ReportMetric(float64(ours.Microseconds())/1000, "ms")
			b.ReportMetric(float64(len(flow)), "bytes")
		})
	}
}

// importsOnly builds the program to compare with.
func importsOnly(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	source, name := filepath.Join(dir, "imports.go"), filepath.Join(dir, "imports")
	if err := os.WriteFile(source, []byte(`package main

import (
	_ "github.com/owenrumney/go-sarif/v2/sarif"
	_ "github.com/santhosh-tekuri/jsonschema/v5"
	_ "github.com/tidwall/gjson"
)

func main() {}
`), 0o666); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-o", name, source).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return name
}

// timed runs a program that must find nothing.
func timed(t testing.TB, stdin []byte, name string, args ...string) time.Duration {
	t.Helper()
	cmd := exec.Command(name, args...)
	if stdin != nil {
		cmd.Stdin = bytes.NewReader(stdin)
	}
	begin := time.Now()
	out, err := cmd.CombinedOutput()
	took := time.Since(begin)
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return took
}

// twice makes a flow with every widget of another one twice: what an incoming call
// starts, a subflow's parent starts too.
func twice(t testing.TB, text string) []byte {
	t.Helper()
	var flow map[string]any
	if err := json.Unmarshal([]byte(text), &flow); err != nil {
		t.Fatal(err)
	}
	var renames []string
	states := flow["states"].([]any)
	for _, s := range states[1:] {
		name := s.(map[string]any)["name"].(string)
		renames = append(renames, `"`+name+`"`, `"`+name+`_2"`, "widgets."+name+".", "widgets."+name+"_2.")
	}
	rest, err := json.Marshal(states[1:])
	if err != nil {
		t.Fatal(err)
	}
	var copied []any
	if err := json.Unmarshal([]byte(strings.NewReplacer(renames...).Replace(string(rest))), &copied); err != nil {
		t.Fatal(err)
	}
	transitions := map[string]map[string]any{}
	for _, tr := range states[0].(map[string]any)["transitions"].([]any) {
		transitions[tr.(map[string]any)["event"].(string)] = tr.(map[string]any)
	}
	transitions["incomingParent"]["next"] = transitions["incomingCall"]["next"].(string) + "_2"
	flow["states"] = append(states, copied...)
	data, err := json.MarshalIndent(flow, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return data
}
