package report

import (
	"fmt"
	"io"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// Limits of the page.
const (
	maxMarkdown = 1_000_000 // bytes; GitHub drops the summary of a step above 1 MiB
	maxProblems = 20
)

// writeMarkdown writes a page that tells at a glance how the run ended, the worst
// findings first.
func writeMarkdown(w io.Writer, r *finding.Result, o Options) error {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s: %s\n\n", toolName, Summary(r))
	b.WriteString("| Errors | Warnings | Notes | Suppressed | Flows | Files |\n")
	b.WriteString("| ---: | ---: | ---: | ---: | ---: | ---: |\n")
	fmt.Fprintf(&b, "| %d | %d | %d | %d | %d | %d |\n", r.Count(finding.Error), r.Count(finding.Warning),
		r.Count(finding.Note), suppressed(r), r.Flows, r.Files)

	if n := len(r.Problems); n > 0 {
		fmt.Fprintf(&b, "\n### The run is not complete: %s\n\n", words.Plural(n, "problem"))
		for i, err := range r.Problems {
			if i == maxProblems {
				fmt.Fprintf(&b, "- … and %d more\n", n-i)
				break
			}
			fmt.Fprintf(&b, "- %s\n", markdownText(clean(err.Error())))
		}
	}

	if lines := UnreadLines(r, maxProblems); len(lines) > 0 {
		b.WriteString("\n### Not read\n\n")
		for _, line := range lines {
			fmt.Fprintf(&b, "- %s\n", markdownText(line))
		}
	}

	found := worstFirst(active(r))
	if len(found) > 0 {
		b.WriteString("\n### Findings\n\n| Severity | Where | What | Rule |\n| --- | --- | --- | --- |\n")
	}
	for i, d := range found {
		row := markdownRow(d, o)
		if b.Len()+len(row) > maxMarkdown-200 { // room for the last line
			fmt.Fprintf(&b, "\nNot shown, for want of room: %s.\n", words.Plural(len(found)-i, "more finding"))
			break
		}
		b.WriteString(row)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownRow(d *finding.Diagnostic, o Options) string {
	rule := d.Rule.ID
	if url := o.ruleURL(rule); url != "" {
		rule = "[" + rule + "](" + url + ")"
	}
	what := markdownText(clean(d.Message))
	if path := pathText(d.Path); path != "" {
		what += "<br>" + markdownText(path)
	}
	where := fmt.Sprintf("%s:%d:%d", Visible(o.inRepository(d.File)), d.Range.Start.Line, d.Range.Start.Column)
	return fmt.Sprintf("| %s | %s | %s | %s |\n", d.Severity, markdownText(where), what, rule)
}

// markdownText writes text so that Markdown shows it as it is, in a cell of a
// table too. Character references never begin markup, whatever stands around
// them. Mentions, links and issue numbers are found in the text that Markdown has
// made of them, so those get an invisible character in their middle.
func markdownText(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '@', r == '#':
			fmt.Fprintf(&b, "&#%d;&#8203;", r)
		case r == ':' && strings.HasPrefix(s[i:], "://"):
			b.WriteString("&#58;&#8203;")
		case r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"):
			b.WriteString("&#46;&#8203;")
		case strings.ContainsRune("\\`*_[]<>&|~$", r):
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
