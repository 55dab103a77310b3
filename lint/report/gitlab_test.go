package report

import (
	"encoding/json"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// A gitlabIssue holds the members that GitLab reads of a Code Quality report:
// doc/ci/testing/code_quality.md of GitLab, "Implement a custom tool".
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

func issues(t *testing.T, r *finding.Result, o Options) []gitlabIssue {
	t.Helper()
	var list []gitlabIssue
	if err := json.Unmarshal([]byte(render(t, "gitlab", r, o)), &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// TestGitLab checks what GitLab asks of each entry.
func TestGitLab(t *testing.T) {
	for _, r := range []*finding.Result{sample(t), hostile(t), many(1000)} {
		list := issues(t, r, Options{})
		if len(list) != len(active(r.Diagnostics)) {
			t.Errorf("%d entries, want %d", len(list), len(active(r.Diagnostics)))
		}
		seen := map[string]bool{}
		for _, i := range list {
			if seen[i.Fingerprint] {
				t.Errorf("the fingerprint %s stands twice", i.Fingerprint)
			}
			seen[i.Fingerprint] = true
			if i.Description == "" || i.CheckName == "" || len(i.Fingerprint) != 32 || i.Location.Path == "" ||
				strings.HasPrefix(i.Location.Path, "./") || i.Location.Lines.Begin < 1 {
				t.Errorf("incomplete: %+v", i)
			}
		}
	}
}

// TestGitLabMoved checks that a fingerprint survives lines that are added above.
func TestGitLabMoved(t *testing.T) {
	fingerprints := func(text string) string {
		f := source.Parse("a.json", []byte(text))
		next := f.Root().Get("states").At(1).Get("transitions").At(0).Get("next")
		list := issues(t, result(found(dangling, next, "one"), found(dangling, next, "two")), Options{})
		return list[0].Fingerprint + " " + list[1].Fingerprint
	}
	if before, after := fingerprints(ivr), fingerprints("\n\n\n"+ivr); before != after {
		t.Errorf("%s becomes %s", before, after)
	}
}

func TestGitLabSeverity(t *testing.T) {
	for severity, want := range map[finding.Severity]string{finding.Error: "critical", finding.Warning: "major", finding.Note: "info"} {
		if got := gitlabSeverity(&finding.Diagnostic{Rule: voice, Severity: severity}); got != want {
			t.Errorf("%s is %s, want %s", severity, got, want)
		}
	}
	if got := gitlabSeverity(&finding.Diagnostic{Rule: dangling, Severity: finding.Error}); got != "blocker" {
		t.Errorf("what Twilio rejects is %s", got)
	}
}
