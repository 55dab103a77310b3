package inventory

import (
	"fmt"
	"io"
	"strings"

	"studiolint/lint/report"
	"studiolint/lint/words"
)

// groups are the headings for people, in order.
var groups = []string{
	"Subflows",
	"Functions and their services",
	"Workflows and task channels",
	"Content templates",
	"Other SIDs",
	"Phone numbers and other addresses",
	"Hosts",
	"URLs",
	"Variables from outside",
}

// groupOf returns which of the groups an item belongs to.
func groupOf(i *Item) int {
	switch i.Kind {
	case Subflow:
		return 0
	case Function:
		return 1
	case Content:
		return 3
	case SID:
		if i.SIDKind == "WW" || i.SIDKind == "TC" {
			return 2
		}
		return 4
	case Phone, Address:
		return 5
	case Host:
		return 6
	case URL:
		return 7
	}
	return 8
}

// how says in which way an item is named, where it is not as it stands.
func (i *Item) how() string {
	switch {
	case i.Kind == Variable:
		return ""
	case i.How == Constant:
		return " (set in the flow)"
	case i.How == Liquid:
		return " (Liquid)"
	}
	return ""
}

// String is the place as people write it.
func (p Place) String() string {
	what := p.Widget
	if p.Member != "" {
		if what != "" {
			what += ": "
		}
		what += strings.TrimPrefix(p.Member, "properties.")
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Range.Start.Line, p.Range.Start.Column, what)
}

// WriteText writes the items for people, grouped, each with its places.
func WriteText(w io.Writer, items []*Item) error {
	return writeGroups(w, items, "%s\n", func(b *strings.Builder, i *Item) {
		fmt.Fprintf(b, "  %s%s\n", report.Visible(i.Value), i.how())
		for _, p := range i.Places {
			fmt.Fprintf(b, "    %s\n", report.Visible(p.String()))
		}
	})
}

// maxListed is how many places of an item the table of Markdown lists.
const maxListed = 20

// WriteMarkdown writes a table for each group.
func WriteMarkdown(w io.Writer, items []*Item) error {
	cell := func(text string) string {
		return report.MarkdownText(report.Visible(text))
	}
	return writeGroups(w, items, "### %s\n\n| Value | Where |\n| --- | --- |\n", func(b *strings.Builder, i *Item) {
		var places []string
		for _, p := range i.Places[:min(len(i.Places), maxListed)] {
			places = append(places, cell(p.String()))
		}
		if more := len(i.Places) - maxListed; more > 0 {
			places = append(places, "and "+words.Plural(more, "more place"))
		}
		fmt.Fprintf(b, "| %s%s | %s |\n", report.MarkdownCode(report.Visible(i.Value)), i.how(), strings.Join(places, "<br>"))
	})
}

// writeGroups writes the items, each group below a heading with its name.
func writeGroups(w io.Writer, items []*Item, heading string, write func(*strings.Builder, *Item)) error {
	var b strings.Builder
	group := -1
	for _, i := range items {
		if g := groupOf(i); g != group {
			if group >= 0 {
				b.WriteByte('\n')
			}
			group = g
			fmt.Fprintf(&b, heading, groups[g])
		}
		write(&b, i)
	}
	if len(items) == 0 {
		b.WriteString("The flows depend on nothing outside themselves.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
