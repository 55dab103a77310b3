package diff

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/report"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// A Side is one of two flows, with all that lint finds in it.
type Side struct {
	Flow  *flow.Flow // nil when there is none
	Found []*finding.Diagnostic
}

// A Page is the difference of one flow.
type Page struct {
	Name      string // of the file, with that of the flow where it holds several
	Result    *Result
	New, Gone []*finding.Diagnostic

	secret []*finding.Diagnostic // of both flows

	// Note says what a reader has to know, such as that the file is new; "" for
	// nothing.
	Note string
}

// NewPage compares two flows. What lint says is a secret is in no report.
func NewPage(was, now Side) Page {
	p := Page{Result: Compare(was.Flow, now.Flow)}
	p.New, p.Gone = newAndGone(active(was.Found), active(now.Found), p.Result.names)
	for _, d := range slices.Concat(was.Found, now.Found) {
		if d.Sensitive {
			p.secret = append(p.secret, d)
		}
	}
	p.Result.hide(p.secret)
	return p
}

// active returns the findings without those that are accepted.
func active(found []*finding.Diagnostic) []*finding.Diagnostic {
	return slices.DeleteFunc(slices.Clone(found), func(d *finding.Diagnostic) bool { return d.Suppressed != nil })
}

// hide hides the values of changes that are a secret, or hold one.
func (r *Result) hide(secret []*finding.Diagnostic) {
	holds := map[source.Node]bool{}
	for _, d := range secret {
		for at := d.At.Node; at.Exists(); at = at.Parent() {
			holds[at] = true
		}
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Kind != Changed || !holds[c.Before.Node] && !holds[c.After.Node] {
			continue
		}
		for _, v := range []**string{&c.Old, &c.New} {
			if *v != nil {
				text := draw.Hidden
				*v = &text
			}
		}
	}
}

// Differs reports whether the flow means something else now.
func (p *Page) Differs() bool { return len(p.Result.Changes) > 0 }

// summary says in one line what changed.
func (p *Page) summary() string {
	r := p.Result
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{
		{r.Count(Added), "added"}, {r.Count(Removed), "removed"}, {r.Count(Renamed), "renamed"}, {r.Count(Rewired), "rewired"},
		{r.Count(BranchAdded), "branches new"}, {r.Count(BranchRemoved), "branches lost"}, {r.Count(Changed, OfFlow), "changed"},
	} {
		if part.n > 0 {
			parts = append(parts, strings.Replace(fmt.Sprintf("%d %s", part.n, part.what), "1 branches", "1 branch", 1))
		}
	}
	text := strings.Join(parts, ", ")
	if text == "" {
		text = "no change in meaning"
	}
	if r.Moved > 0 {
		text += fmt.Sprintf("; %s moved on the canvas", words.Plural(r.Moved, "widget"))
	}
	if p.Note != "" {
		text = p.Note + ": " + text
	}
	return text
}

// A style writes the parts of a line.
type style struct {
	name     func(string) string // of a widget, an event, a member
	plain    func(string) string // text of a stranger
	old, new func(string) string // text that is gone and that is new
}

// WriteText writes what changed for a terminal: a line each. color lets it use ANSI
// escapes; without them, words that are gone stand in [-…-] and new ones in {+…+}.
func WriteText(w io.Writer, pages []Page, color bool) error {
	s := style{
		name:  report.Visible,
		plain: report.Visible,
		old:   func(t string) string { return "[-" + report.Visible(t) + "-]" },
		new:   func(t string) string { return "{+" + report.Visible(t) + "+}" },
	}
	if color {
		s.name = func(t string) string { return "\x1b[1m" + report.Visible(t) + "\x1b[0m" }
		s.old = func(t string) string { return "\x1b[31m" + report.Visible(t) + "\x1b[0m" }
		s.new = func(t string) string { return "\x1b[32m" + report.Visible(t) + "\x1b[0m" }
	}
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, "%s: %s\n", s.name(p.Name), s.plain(p.summary()))
		for _, c := range p.Result.Changes {
			fmt.Fprintf(&b, "  %s %s%s\n", c.sign(), c.line(s), c.where())
		}
		for _, d := range p.New {
			fmt.Fprintf(&b, "  %s %s: %s [%s] (line %d)\n", s.new("new"), d.Severity, s.plain(d.Message), d.Rule.ID, d.Range.Start.Line)
		}
		for _, d := range p.Gone {
			fmt.Fprintf(&b, "  %s %s: %s [%s]\n", s.old("gone"), d.Severity, s.plain(d.Message), d.Rule.ID)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteMarkdown writes what changed for the page of a pull request.
func WriteMarkdown(w io.Writer, pages []Page) error {
	mark := func(sign string) func(string) string {
		return func(t string) string {
			text := report.MarkdownText(strings.TrimSpace(report.Visible(t)))
			if text == "" {
				return " "
			}
			return t[:len(t)-len(strings.TrimLeft(t, " "))] + sign + text + sign + t[len(strings.TrimRight(t, " ")):]
		}
	}
	plain := func(t string) string { return report.MarkdownText(report.Visible(t)) }
	s := style{name: mark("**"), plain: plain, old: mark("~~"), new: mark("**")}
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, "### %s\n\n%s\n", plain(p.Name), plain(p.summary()))
		if len(p.Result.Changes)+len(p.New)+len(p.Gone) > 0 {
			b.WriteString("\n")
		}
		for _, c := range p.Result.Changes {
			fmt.Fprintf(&b, "- %s%s\n", c.line(s), c.where())
		}
		for _, d := range p.New {
			fmt.Fprintf(&b, "- New %s: %s (%s, line %d)\n", d.Severity, plain(d.Message), d.Rule.ID, d.Range.Start.Line)
		}
		for _, d := range p.Gone {
			fmt.Fprintf(&b, "- Gone: %s (%s)\n", plain(d.Message), d.Rule.ID)
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sign tells at a glance what sort of change it is.
func (c *Change) sign() string {
	switch c.Kind {
	case Added, BranchAdded:
		return "+"
	case Removed, BranchRemoved:
		return "-"
	}
	return "~"
}

// where is the line of a change, in the new text if it stands there.
func (c *Change) where() string {
	for _, p := range []struct {
		at   source.Place
		text string
	}{{c.After, " (line %d)"}, {c.Before, " (was line %d)"}} {
		if p.at != (source.Place{}) {
			file, span := p.at.Locate()
			return fmt.Sprintf(p.text, file.Position(span.Start).Line)
		}
	}
	return ""
}

// line says what changed.
func (c *Change) line(s style) string {
	of := ""
	if c.Widget != "" {
		of = s.name(c.Widget) + ": "
	}
	on := s.name(c.Event)
	if c.Branch != "" {
		on = s.plain(words.Quote(c.Branch))
	}
	switch c.Kind {
	case Added, Removed:
		return fmt.Sprintf("%s (%s) %s", s.name(c.Widget), s.plain(c.Type), c.Kind)
	case Renamed:
		return fmt.Sprintf("%s was called %s", s.name(c.Widget), s.old(c.Was))
	case Rewired:
		return fmt.Sprintf("%s%s leads to %s, no more to %s", of, on, target(s, c.New), target(s, c.Old))
	case BranchAdded:
		return fmt.Sprintf("%sa branch for %s leads to %s", of, on, target(s, c.New))
	case BranchRemoved:
		return fmt.Sprintf("%sthe branch for %s is gone; it led to %s", of, on, target(s, c.Old))
	}
	member := strings.TrimPrefix(c.Member, "properties.")
	if c.Branch != "" {
		member += " of a branch"
	}
	return fmt.Sprintf("%s%s: %s", of, s.plain(member), values(s, c.Old, c.New))
}

// target names what something leads to.
func target(s style, name *string) string {
	switch {
	case name == nil:
		return "anything (the transition is missing)"
	case *name == "":
		return "the end"
	}
	return s.name(*name)
}

// How much of a text is shown.
const (
	maxShown = 400 // of a value, in characters
	context  = 30  // of what stays before and after a change
)

// values shows two values: texts word by word.
func values(s style, old, new *string) string {
	switch {
	case old == nil && new == nil:
		return ""
	case old == nil:
		return s.new(words.Clip(*new, maxShown))
	case new == nil:
		return s.old(words.Clip(*old, maxShown))
	}
	var b strings.Builder
	list := words.Compare(*old, *new)
	for i, p := range list {
		switch {
		case p.Old && p.New:
			b.WriteString(s.plain(shorten(p.Text, i > 0, i < len(list)-1)))
		case p.Old:
			b.WriteString(s.old(words.Clip(p.Text, maxShown)))
		default:
			b.WriteString(s.new(words.Clip(p.Text, maxShown)))
		}
	}
	return b.String()
}

// shorten leaves of a text that stays what is next to a change before it, after it, or
// both.
func shorten(text string, before, after bool) string {
	letters := []rune(text)
	if len(letters) <= 2*context+1 {
		return text
	}
	switch {
	case before && after:
		return string(letters[:context]) + "…" + string(letters[len(letters)-context:])
	case before:
		return string(letters[:context]) + "…"
	}
	return "…" + string(letters[len(letters)-context:])
}
