package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"testing"

	"studiolint/lint/finding"
)

// tool returns the program that an environment variable names. Without one the
// test is skipped, or fails when the environment says that nothing may be.
func tool(t *testing.T, variable, what string) string {
	t.Helper()
	program := os.Getenv(variable)
	if program == "" {
		if os.Getenv("STUDIOLINT_NO_SKIP") == "1" {
			t.Fatalf("%s does not name %s", variable, what)
		}
		t.Skipf("%s does not name %s", variable, what)
	}
	return program
}

// TestMultitool has Microsoft's validator judge the SARIF, with GitHub's rules.
func TestMultitool(t *testing.T) {
	program := tool(t, "STUDIOLINT_SARIF_MULTITOOL", "the program Sarif.Multitool")
	released := Options{Version: "1.2.3", URL: "https://studiolint.example",
		RuleURL: func(id string) string { return "https://studiolint.example/rules/" + id }}
	based := Options{Version: "1.2.3", BaseDir: "/home/ann/über repo", WorkDir: "/home/ann/über repo/flows"}
	cases := []struct {
		name    string
		result  *finding.Result
		o       Options
		warning string // the only one that may be given
	}{
		{"empty", &finding.Result{}, released, ""},
		{"rules only", &finding.Result{Rules: catalogue}, Options{}, "SARIF2005"}, // no version, no home page
		{"sample", sample(t), released, ""},
		{"sample with a folder", sample(t), based, "SARIF2005"},
		{"hostile", hostile(t), released, ""},
		{"many", many(300), released, ""},
	}
	// The validator takes longer to start than to judge, so it judges all at once.
	dir := t.TempDir()
	args := []string{"validate"}
	for i, tt := range cases {
		name := fmt.Sprintf("%d.sarif", i)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(render(t, "sarif", tt.result, tt.o)), 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	cmd := exec.Command(program, append(args, "--rule-kind", "Sarif;Ghas", "--output", "judged", "--log", "ForceOverwrite")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1")
	printed, err := cmd.CombinedOutput()
	if err != nil || !bytes.Contains(printed, fmt.Appendf(nil, " %d files scanned.", len(cases))) {
		t.Fatalf("%v\n%s", err, printed)
	}
	judged := validated(t, filepath.Join(dir, "judged"))
	for i, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			for _, f := range judged[fmt.Sprintf("%d.sarif", i)] {
				if f.Level == "error" || f.RuleID != tt.warning {
					t.Errorf("%s: %s\n%s", f.RuleID, f.Message, printed)
				}
			}
		})
	}
}

type validation struct {
	RuleID  string          `json:"ruleId"`
	Level   string          `json:"level"` // "" for warning
	Message json.RawMessage `json:"message"`

	Locations []struct {
		PhysicalLocation struct {
			ArtifactLocation struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
		} `json:"physicalLocation"`
	} `json:"locations"`
}

// validated reads what the validator found in each file. A report of a run that failed half-way
// does not pass for one without findings.
func validated(t *testing.T, name string) map[string][]validation {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			Invocations []struct {
				ExecutionSuccessful bool `json:"executionSuccessful"`
			} `json:"invocations"`
			Results []validation `json:"results"`
		} `json:"runs"`
	}
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 || len(log.Runs[0].Invocations) != 1 || !log.Runs[0].Invocations[0].ExecutionSuccessful {
		t.Fatalf("the validator did not finish: %s", data)
	}
	found := map[string][]validation{}
	for _, f := range log.Runs[0].Results {
		if len(f.Locations) != 1 {
			t.Fatalf("the validator does not say where: %s", data)
		}
		file := path.Base(f.Locations[0].PhysicalLocation.ArtifactLocation.URI)
		found[file] = append(found[file], f)
	}
	return found
}
