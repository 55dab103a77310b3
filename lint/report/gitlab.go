package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"studiolint/lint/finding"
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

// writeGitLab writes a Code Quality report. GitLab shows only the first issue of a
// fingerprint, so that each needs its own; and it compares them between branches,
// so that lines must not be part of them.
func writeGitLab(w io.Writer, r *finding.Result, o Options) error {
	seen := occurrences{}
	return writeList(w, "[", active(r), func(d *finding.Diagnostic) any {
		file := o.inRepository(d.File)
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%d", file, d.Fingerprint, seen.next(d)))
		return gitlabIssue{
			Description: clean(d.Message),
			CheckName:   d.Rule.ID,
			Fingerprint: hex.EncodeToString(sum[:16]),
			Severity:    gitlabSeverity(d),
			Location:    gitlabLocation{file, gitlabLines{max(d.Range.Start.Line, 1)}},
		}
	}, "]\n")
}

func gitlabSeverity(d *finding.Diagnostic) string {
	switch {
	case d.Severity == finding.Error && d.Rejected():
		return "blocker" // the flow cannot be deployed
	case d.Severity == finding.Error:
		return "critical"
	case d.Severity == finding.Warning:
		return "major"
	}
	return "info"
}
