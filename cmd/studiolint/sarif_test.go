package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// TestSARIF has Microsoft's validator judge the SARIF of the program as people run
// it, by the rules of GitHub's code scanning.
func TestSARIF(t *testing.T) {
	multitool := tool(t, "STUDIOLINT_SARIF_MULTITOOL", "Sarif.Multitool")
	t.Parallel()
	r := repository(t, append(cleanEnv(t), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1"))
	if err := os.CopyFS(filepath.Join(r.dir, "flows"), os.DirFS("../../testdata/flows")); err != nil {
		t.Fatal(err)
	}
	strangeFlows(t, r)
	cases := []struct {
		name     string
		accepted bool // some findings are
		args     []string
	}{
		{"all", false, nil},
		{"accepted", true, []string{"--baseline", "b.json"}},
		{"accepted and left out", false, []string{"--baseline", "b.json", "--without-suppressed"}},
		{"below a folder", false, []string{"flows/broken"}},
		{"every rule", false, []string{"--severity", "default-name=note,environment-url=note,overlapping-widgets=note"}},
	}
	r.must(built(t), "baseline", "--quiet", "-o", "b.json", "flows/broken/reception.json")
	validate := []string{"validate"}
	for i, tt := range cases {
		name := fmt.Sprintf("%d.sarif", i)
		r.must(built(t), append([]string{"lint", "--quiet", "--fail-on", "never", "--format", "sarif=" + name}, tt.args...)...)
		validate = append(validate, name)
	}
	// The validator takes longer to start than to judge, so it judges all at once. It ends
	// with 0 whatever it finds; what it finds stands in a log of its own.
	r.must(multitool, append(validate, "--rule-kind", "Sarif;Ghas", "--output", "judged.sarif", "--log", "ForceOverwrite")...)
	judged := readLog(t, filepath.Join(r.dir, "judged.sarif"))
	if !judged.Invocations[0].ExecutionSuccessful {
		t.Fatal("the validator did not finish")
	}
	said := map[string]int{} // of each file
	for _, result := range judged.Results {
		file := ""
		for _, at := range result.Locations {
			file = path.Base(at.PhysicalLocation.ArtifactLocation.URI)
		}
		// The program has no home page and, unless it is a release, no version.
		if said[file]++; result.RuleID != "SARIF2005" || result.Level == "error" {
			t.Errorf("%s: %s: %s", file, result.RuleID, result.Message)
		}
	}
	for i, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			name := fmt.Sprintf("%d.sarif", i)
			if said[name] == 0 {
				t.Errorf("the validator has not judged %s", name)
			}
			log := readLog(t, filepath.Join(r.dir, name))
			accepted := false
			for _, result := range log.Results {
				accepted = accepted || len(result.Suppressions) > 0
			}
			if accepted != tt.accepted || len(log.Results) < 10 {
				t.Errorf("%d results, accepted: %t", len(log.Results), accepted)
			}
		})
	}
}

type sarifRun struct {
	Invocations []struct{ ExecutionSuccessful bool }
	Results     []struct {
		RuleID, Level string
		Message       json.RawMessage
		Locations     []struct {
			PhysicalLocation struct{ ArtifactLocation struct{ URI string } }
		}
		Suppressions []struct{ Kind string }
	}
}

func readLog(t testing.TB, name string) sarifRun {
	t.Helper()
	var log struct{ Runs []sarifRun }
	if err := json.Unmarshal([]byte(strings.TrimPrefix(readFile(t, name), "\ufeff")), &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 || len(log.Runs[0].Invocations) != 1 {
		t.Fatalf("%s holds no run that has ended", name)
	}
	return log.Runs[0]
}
