package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"studiolint/lint/finding"
)

// newGitLab writes a Code Quality report with the members that GitLab reads of one:
// doc/ci/testing/code_quality.md of GitLab, "Implement a custom tool". It shows only the
// first issue of a fingerprint, so that each needs its own; and it compares them between
// branches, so that lines must not be part of them.
func newGitLab(w io.Writer, o Options) Report {
	return &listReport{
		w: w,
		append: func(b []byte, d *finding.Diagnostic, seen occurrences) []byte {
			file := o.inRepository(d.File)
			fingerprint, number := seen.next(d)
			sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%d", file, fingerprint, number))
			b = appendMember(b, `{"description":`, clean(d.Message))
			b = appendMember(b, `,"check_name":`, d.Rule.ID)
			b = hex.AppendEncode(append(b, `,"fingerprint":"`...), sum[:16])
			b = appendMember(b, `","severity":`, gitlabSeverity(d))
			b = appendMember(b, `,"location":{"path":`, file)
			b = appendCount(b, `,"lines":{"begin":`, max(d.Range.Start.Line, 1))
			return append(b, "}}}"...)
		},
		frame: func(*finding.Result) (head, tail string, err error) { return "[", "]\n", nil },
	}
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
