package diff

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"studiolint/lint/draw"
	"studiolint/lint/report"
	"studiolint/lint/words"
)

// Markdown is how a page of Markdown is written.
type Markdown struct {
	Pictures  bool     // draw each flow that differs, as it is now
	SourceURL string   // the address of the repository's files at the new commit; "" for none
	Problems  []string // why something is not compared
}

// markdownStyle marks the parts of a line.
func markdownStyle() style {
	mark := func(sign string) func(string) string {
		return func(t string) string {
			text := report.MarkdownText(strings.TrimSpace(report.Visible(t)))
			if text == "" {
				return " "
			}
			return t[:len(t)-len(strings.TrimLeft(t, " "))] + sign + text + sign + t[len(strings.TrimRight(t, " ")):]
		}
	}
	bold := mark("**")
	return style{name: func(t string) string { return bold(words.Clip(t, maxName)) }, plain: plainMarkdown, old: mark("~~"), new: mark("**")}
}

func plainMarkdown(t string) string { return report.MarkdownText(report.Visible(t)) }

// WriteMarkdown writes what changed for the page of a pull request, as much as a page has
// room for.
func WriteMarkdown(w io.Writer, pages []Page, how Markdown) error {
	out := limited{left: report.MaxMarkdown - 1000} // room for what is said of the rest
	if len(how.Problems) > 0 {
		out.add("### Not compared: " + words.Plural(len(how.Problems), "problem") + "\n\n")
		for _, s := range how.Problems {
			out.add("- " + plainMarkdown(s) + "\n")
		}
		out.add("\n")
	}
	pictures := 0
	for i := range pages {
		p := &pages[i]
		if !out.add(p.markdown(how)) {
			fmt.Fprintf(&out.text, "\nNot shown, for want of room: the differences of %s.\n", words.Plural(len(pages)-i, "flow"))
			break
		}
		if how.Pictures && !out.add(p.drawn()) {
			pictures++
		}
	}
	if pictures > 0 {
		fmt.Fprintf(&out.text, "\nNot drawn, for want of room: %s. \"studiolint graph FILE\" draws a flow.\n", words.Plural(pictures, "flow"))
	}
	_, err := w.Write(out.text.Bytes())
	return err
}

// limited is a text of which no more than so many bytes are written.
type limited struct {
	text bytes.Buffer
	left int
}

// add adds a part if there is room for it.
func (l *limited) add(part string) bool {
	if len(part) > l.left {
		return false
	}
	l.left -= len(part)
	l.text.WriteString(part)
	return true
}

// markdown is the difference of a flow.
func (p *Page) markdown(how Markdown) string {
	s := markdownStyle()
	at := func(text string, line int) string {
		if text == "" {
			return ""
		}
		return report.MarkdownLink(text, report.Address(how.SourceURL, p.Path, line))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "### %s\n\n%s\n", plainMarkdown(p.Name), plainMarkdown(p.summary()))
	if len(p.Result.Changes)+len(p.New)+len(p.Gone) > 0 {
		b.WriteString("\n")
	}
	for i := range p.Result.Changes {
		c := &p.Result.Changes[i]
		where := c.where()
		if line, is := c.lineNumber(); is {
			where = at(where, line)
		}
		fmt.Fprintf(&b, "- %s%s\n", c.line(s), inBrackets(where))
	}
	for _, d := range p.New {
		line := d.Range.Start.Line
		fmt.Fprintf(&b, "- New %s: %s (%s, %s)\n", d.Severity, plainMarkdown(d.Message), d.Rule.ID, at(fmt.Sprintf("line %d", line), line))
	}
	for _, d := range p.Gone {
		fmt.Fprintf(&b, "- Gone: %s (%s)\n", plainMarkdown(d.Message), d.Rule.ID)
	}
	b.WriteString("\n")
	return b.String()
}

// drawn is the picture of the flow as it is now, with its findings; "" when it means what
// it meant.
func (p *Page) drawn() string {
	r := p.Result
	if r.after == nil || !p.Differs() && len(p.New) == 0 {
		return ""
	}
	o := draw.Options{Title: p.Name + ", as it is now"}
	if r.before != nil {
		_, o.Marks = r.marks()
	}
	picture := draw.New(r.after, p.found, o)
	var b bytes.Buffer
	draw.WriteFenced(&b, picture)
	for _, s := range picture.LeftOut {
		fmt.Fprintf(&b, "\n%s\n", plainMarkdown(s))
	}
	b.WriteString("\n")
	return b.String()
}
