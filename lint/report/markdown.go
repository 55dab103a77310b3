package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// Limits of the page.
const (
	maxMarkdown = 1_000_000 // bytes; GitHub drops the summary of a step above 1 MiB
	maxProblems = 20
)

// newMarkdown writes a page that tells at a glance how the run ended, the worst
// findings first.
func newMarkdown(w io.Writer, o Options) Report { return &markdownReport{w: w, o: o} }

type markdownReport struct {
	w io.Writer
	o Options

	rows rows
}

// rows are the rows of a table by severity, up to more than a page can hold of each.
type rows [finding.Error + 1]struct {
	texts []string
	size  int
}

func (r *rows) add(s finding.Severity, text string) {
	if of := &r[s]; of.size <= maxMarkdown {
		of.texts = append(of.texts, text)
		of.size += len(text)
	}
}

func (m *markdownReport) Render(found []*finding.Diagnostic) (part any, size int) {
	var r rows
	for _, d := range active(found) {
		r.add(d.Severity, markdownRow(d, m.o))
	}
	return &r, 0
}

func (m *markdownReport) Add(part any) error {
	for s, of := range part.(*rows) {
		for _, text := range of.texts {
			m.rows.add(finding.Severity(s), text)
		}
	}
	return nil
}

func (m *markdownReport) End(r *finding.Result) error {
	var b strings.Builder
	counted := r.Totals()
	fmt.Fprintf(&b, "## %s: %s\n\n", toolName, Summary(r))
	b.WriteString("| Errors | Warnings | Notes | Suppressed | Flows | Files |\n")
	b.WriteString("| ---: | ---: | ---: | ---: | ---: | ---: |\n")
	fmt.Fprintf(&b, "| %d | %d | %d | %d | %d | %d |\n", counted.Counting[finding.Error], counted.Counting[finding.Warning],
		counted.Counting[finding.Note], counted.Suppressed, r.Flows, r.Files)
	markdownProblems(&b, r)
	m.table(&b, counted.All()-counted.Suppressed)
	_, err := io.WriteString(m.w, b.String())
	return err
}

// markdownProblems writes why the run is not complete, and what it did not read.
func markdownProblems(b *strings.Builder, r *finding.Result) {
	if n := len(r.Problems); n > 0 {
		fmt.Fprintf(b, "\n### The run is not complete: %s\n\n", words.Plural(n, "problem"))
		for i, err := range r.Problems {
			if i == maxProblems {
				fmt.Fprintf(b, "- … and %d more\n", n-i)
				break
			}
			fmt.Fprintf(b, "- %s\n", MarkdownText(clean(err.Error())))
		}
	}
	if lines := UnreadLines(r, maxProblems); len(lines) > 0 {
		b.WriteString("\n### Not read\n\n")
		for _, line := range lines {
			fmt.Fprintf(b, "- %s\n", MarkdownText(line))
		}
	}
}

// table writes the findings, of which there are so many.
func (m *markdownReport) table(b *strings.Builder, findings int) {
	if findings > 0 {
		b.WriteString("\n### Findings\n\n| Severity | Where | What | Rule |\n| --- | --- | --- | --- |\n")
	}
	written := 0
	for _, of := range slices.Backward(m.rows[:]) {
		for _, row := range of.texts {
			if b.Len()+len(row) > maxMarkdown-200 { // room for the last line
				fmt.Fprintf(b, "\nNot shown, for want of room: %s.\n", words.Plural(findings-written, "more finding"))
				return
			}
			b.WriteString(row)
			written++
		}
	}
}

func markdownRow(d *finding.Diagnostic, o Options) string {
	rule := d.Rule.ID
	if url := o.ruleURL(rule); url != "" {
		rule = "[" + rule + "](" + url + ")"
	}
	what := MarkdownText(clean(d.Message))
	if path := pathText(d.Path); path != "" {
		what += "<br>" + MarkdownText(path)
	}
	where := fmt.Sprintf("%s:%d:%d", Visible(o.inRepository(d.File)), d.Range.Start.Line, d.Range.Start.Column)
	return fmt.Sprintf("| %s | %s | %s | %s |\n", d.Severity, MarkdownText(where), what, rule)
}

// MarkdownText writes text so that Markdown shows it as it is, in a cell of a
// table too. Character references never begin markup, whatever stands around
// them. Mentions, links and issue numbers are found in the text that Markdown has
// made of them, so those get an invisible character in their middle.
func MarkdownText(s string) string {
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
