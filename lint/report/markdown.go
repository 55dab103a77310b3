package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// MaxMarkdown is how large a page of Markdown may be, in bytes: GitHub drops the summary
// of a step above 1 MiB.
const MaxMarkdown = 1_000_000

const maxProblems = 20

// newMarkdown writes a page that tells at a glance how the run ended, the worst
// findings first.
func newMarkdown(w io.Writer, o Options) Report { return &markdownReport{w: w, o: o, by: byRule{}} }

type markdownReport struct {
	w io.Writer
	o Options

	rows rows
	by   byRule
}

// A markdownPart is what the page has of some findings.
type markdownPart struct {
	rows rows
	by   byRule
}

// byRule counts findings by rule and severity.
type byRule map[string]*[finding.Error + 1]int

func (b byRule) add(rule string, s finding.Severity, n int) {
	if b[rule] == nil {
		b[rule] = &[finding.Error + 1]int{}
	}
	b[rule][s] += n
}

// write writes a table of the rules, those with the worst and the most findings first.
func (b byRule) write(out *strings.Builder, o Options) {
	if len(b) == 0 {
		return
	}
	out.WriteString("\n| Rule | Findings |\n| --- | --- |\n")
	order := slices.SortedFunc(maps.Keys(b), func(x, y string) int {
		for s := range slices.Backward(b[x][:]) {
			if c := cmp.Compare(b[y][s], b[x][s]); c != 0 {
				return c
			}
		}
		return cmp.Compare(x, y)
	})
	for _, rule := range order {
		fmt.Fprintf(out, "| %s | %s |\n", markdownRule(rule, o), tally("", func(s finding.Severity) int { return b[rule][s] }))
	}
}

// rows are the rows of a table by severity, up to more than a page can hold of each.
type rows [finding.Error + 1]struct {
	texts []string
	size  int
}

func (r *rows) add(s finding.Severity, text string) {
	if of := &r[s]; of.size <= MaxMarkdown {
		of.texts = append(of.texts, text)
		of.size += len(text)
	}
}

func (m *markdownReport) Render(found []*finding.Diagnostic) (part any, size int) {
	p := &markdownPart{by: byRule{}}
	for _, d := range active(found) {
		p.rows.add(d.Severity, markdownRow(d, m.o))
		p.by.add(d.Rule.ID, d.Severity, 1)
	}
	return p, 0
}

func (m *markdownReport) Add(part any) error {
	p := part.(*markdownPart)
	for s, of := range p.rows {
		for _, text := range of.texts {
			m.rows.add(finding.Severity(s), text)
		}
	}
	for rule, counts := range p.by {
		for s, n := range counts {
			m.by.add(rule, finding.Severity(s), n)
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
	m.by.write(&b, m.o)
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
			if b.Len()+len(row) > MaxMarkdown-200 { // room for the last line
				fmt.Fprintf(b, "\nNot shown, for want of room: %s.\n", words.Plural(findings-written, "more finding"))
				return
			}
			b.WriteString(row)
			written++
		}
	}
}

func markdownRow(d *finding.Diagnostic, o Options) string {
	what := MarkdownText(clean(d.Message))
	if path := pathText(d.Path); path != "" {
		what += "<br>" + MarkdownText(path)
	}
	file, line := o.inRepository(d.File), d.Range.Start.Line
	where := MarkdownText(fmt.Sprintf("%s:%d:%d", Visible(file), line, d.Range.Start.Column))
	return fmt.Sprintf("| %s | %s | %s | %s |\n", d.Severity, MarkdownLink(where, Address(o.SourceURL, file, line)), what, markdownRule(d.Rule.ID, o))
}

func markdownRule(id string, o Options) string { return MarkdownLink(id, o.ruleURL(id)) }

// MarkdownLink makes a link of Markdown; without an address the text alone.
func MarkdownLink(text, address string) string {
	if address == "" {
		return text
	}
	return "[" + text + "](" + address + ")"
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

// MarkdownCode writes a text of one line as code, in a cell of a table too: nothing in it becomes markup or a link, and
// it is copied as it is.
func MarkdownCode(s string) string {
	if s == "" || strings.Contains(s, `\|`) { // whose backslash that is, not all readers agree
		return MarkdownText(s)
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	edge := ""
	if s[0] == '`' || s[len(s)-1] == '`' || s[0] == ' ' && s[len(s)-1] == ' ' && strings.Trim(s, " ") != "" {
		edge = " " // one at both ends is taken off
	}
	return fence + edge + strings.ReplaceAll(s, "|", `\|`) + edge + fence
}
