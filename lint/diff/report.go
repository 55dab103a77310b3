package diff

import (
	"cmp"
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

	found  []*finding.Diagnostic // in the new flow
	secret []*finding.Diagnostic // of both flows

	// Path is that of the new file from the top of the repository; "" when it is not
	// known.
	Path string

	// Note says what a reader has to know, such as that the file is new; "" for
	// nothing.
	Note string
}

// NewPage compares two flows. What lint says is a secret is in no report.
func NewPage(was, now Side) Page {
	p := Page{Result: Compare(was.Flow, now.Flow), found: now.Found}
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

// shownName is a name with nothing hidden in it, and no longer than anybody reads.
func shownName(t string) string { return report.Visible(words.Clip(t, maxName)) }

// WriteText writes what changed for a terminal: a line each. color lets it use ANSI
// escapes; without them, words that are gone stand in [-…-] and new ones in {+…+}.
func WriteText(w io.Writer, pages []Page, color bool) error {
	s := style{
		name:  shownName,
		plain: report.Visible,
		old:   func(t string) string { return "[-" + report.Visible(t) + "-]" },
		new:   func(t string) string { return "{+" + report.Visible(t) + "+}" },
	}
	if color {
		s.name = func(t string) string { return "\x1b[1m" + shownName(t) + "\x1b[0m" }
		s.old = func(t string) string { return "\x1b[31m" + report.Visible(t) + "\x1b[0m" }
		s.new = func(t string) string { return "\x1b[32m" + report.Visible(t) + "\x1b[0m" }
	}
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, "%s: %s\n", s.name(p.Name), s.plain(p.summary()))
		for _, c := range p.Result.Changes {
			fmt.Fprintf(&b, "  %s %s%s\n", c.sign(), c.line(s), inBrackets(c.where()))
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

// lineNumber is where a change is, in the new text if it is there; 0 for nowhere.
func (c *Change) lineNumber() (line int, is bool) {
	at, is := c.After, true
	if at == (source.Place{}) {
		at, is = c.Before, false
	}
	if at == (source.Place{}) {
		return 0, false
	}
	file, span := at.Locate()
	return file.Position(span.Start).Line, is
}

// where is the line of a change in words; "" for nowhere.
func (c *Change) where() string {
	switch line, is := c.lineNumber(); {
	case line == 0:
		return ""
	case is:
		return fmt.Sprintf("line %d", line)
	default:
		return fmt.Sprintf("was line %d", line)
	}
}

// inBrackets is what follows a sentence; "" for nothing.
func inBrackets(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// line says what changed.
func (c *Change) line(s style) string {
	of := ""
	if c.Widget != "" {
		of = s.name(c.Widget) + ": "
	}
	on := s.name(c.Event)
	if c.Branch != "" {
		on = s.plain(words.Quote(words.Clip(c.Branch, maxName)))
	}
	switch c.Kind {
	case Added, Removed:
		return fmt.Sprintf("%s (%s) %s", s.name(c.Widget), s.plain(cmp.Or(words.Clip(c.Type, maxName), "no type")), c.Kind)
	case Renamed:
		return fmt.Sprintf("%s was called %s", s.name(c.Widget), s.old(words.Clip(c.Was, maxName)))
	case Rewired:
		switch {
		case c.Old == nil:
			return fmt.Sprintf("%s%s leads to %s; it had no transition before", of, on, target(s, *c.New))
		case c.New == nil:
			return fmt.Sprintf("%s%s has no transition any more; it led to %s", of, on, target(s, *c.Old))
		}
		return fmt.Sprintf("%s%s leads to %s, no more to %s", of, on, target(s, *c.New), target(s, *c.Old))
	case BranchAdded:
		return fmt.Sprintf("%sa branch for %s leads to %s", of, on, target(s, *c.New))
	case BranchRemoved:
		return fmt.Sprintf("%sthe branch for %s is gone; it led to %s", of, on, target(s, *c.Old))
	}
	member := words.Clip(strings.TrimPrefix(c.Member, "properties."), maxName)
	if c.Branch != "" {
		member += " of a branch"
	}
	return fmt.Sprintf("%s%s: %s", of, s.plain(member), values(s, c.Old, c.New))
}

// target names what something leads to.
func target(s style, name string) string {
	switch {
	case name == "":
		return "the end"
	case strings.EqualFold(name, "end"), strings.EqualFold(name, "the end"): // it may be anything but that
		return s.name(words.Quote(name))
	}
	return s.name(name)
}

// How much of a text is shown.
const (
	maxShown = 400 // of a value, in characters
	maxName  = 120 // of a name
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
