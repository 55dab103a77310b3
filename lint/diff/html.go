package diff

import (
	"fmt"
	"io"
	"slices"

	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/page"
	"studiolint/lint/source"
	"studiolint/lint/words"
)

// htmlStyle marks the parts of a line for a page.
func htmlStyle() style {
	in := func(tag string) func(string) string {
		return func(t string) string { return "<" + tag + ">" + page.Text(t) + "</" + tag + ">" }
	}
	strong := in("strong")
	return style{name: func(t string) string { return strong(words.Clip(t, maxName)) }, plain: page.Text, old: in("del"), new: in("ins")}
}

// WriteHTML writes one page: what changed beside the pictures of the flows, as they were
// and as they are. about is what the page says besides.
func WriteHTML(w io.Writer, pages []Page, about page.Page) error {
	about.Lists = page.Differences
	about.Summary = "no flow differs"
	if n := len(pages); n > 0 {
		about.Summary = fmt.Sprintf("%s in %s", words.Plural(count(pages), "change"), words.Plural(n, "flow"))
	}
	var sections []*page.Section
	for i := range pages {
		s, err := about.Pair(pages[i].pair())
		if err != nil {
			return err
		}
		sections = append(sections, s)
	}
	return about.Write(w, sections)
}

func count(pages []Page) int {
	n := 0
	for _, p := range pages {
		n += len(p.Result.Changes)
	}
	return n
}

// pair is what a page has of the difference.
func (p *Page) pair() page.Pair {
	r, s := p.Result, htmlStyle()
	pair := page.Pair{
		Title: p.Name, Note: p.summary(), Twins: r.twin,
		Was: page.Side{Flow: r.before}, Now: page.Side{Flow: r.after},
	}
	// What is secret is hidden, and no finding of the picture.
	var secret []*finding.Diagnostic
	for _, d := range p.secret {
		hidden := *d
		hidden.Suppressed = &finding.Suppression{Kind: "diff"}
		secret = append(secret, &hidden)
	}
	pair.Was.Found, pair.Now.Found = slices.Concat(p.Gone, secret), slices.Concat(p.New, secret)
	if r.before != nil && r.after != nil { // of what is wholly new every part would be marked
		pair.Was.Marks, pair.Now.Marks = r.marks()
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		pair.Items = append(pair.Items, page.Item{
			Kind: c.filter(), Line: c.where(),
			HTML: fmt.Sprintf(`<span class="sign">%s</span> %s`, c.sign(), c.line(s)),
			Was:  page.Spot{Widget: c.was, Transition: c.from}, Now: page.Spot{Widget: c.now, Transition: c.to},
		})
	}
	for _, d := range p.New {
		spot := spotOf(r.after, d)
		pair.Items = append(pair.Items, page.Item{
			Kind: d.Severity.String(), Rule: d.Rule.ID, Line: fmt.Sprintf("line %d", d.Range.Start.Line),
			Head: "new " + d.Severity.String(), HTML: s.plain(d.Message), Now: spot,
		})
	}
	for _, d := range p.Gone {
		spot := spotOf(r.before, d)
		pair.Items = append(pair.Items, page.Item{
			Kind: "gone", Rule: d.Rule.ID, Line: fmt.Sprintf("was line %d", d.Range.Start.Line),
			Head: "gone " + d.Severity.String(), HTML: s.plain(d.Message), Was: spot,
		})
	}
	return pair
}

// filter is the kind by which the page filters a change.
func (c *Change) filter() string {
	switch c.Kind {
	case BranchAdded, BranchRemoved:
		return "branch"
	case OfFlow:
		return string(Changed)
	}
	return string(c.Kind)
}

// spotOf is what a finding is about.
func spotOf(f *flow.Flow, d *finding.Diagnostic) page.Spot {
	spot := page.Spot{Widget: f.WidgetAt(d.At.Node)}
	if spot.Widget == nil {
		return spot
	}
	by := map[source.Node]*flow.Transition{}
	for _, t := range spot.Widget.Transitions {
		by[t.Node] = t
	}
	for at := d.At.Node; at.Exists() && spot.Transition == nil; at = at.Parent() {
		spot.Transition = by[at]
	}
	return spot
}

// marks are what the pictures of both flows mark.
func (r *Result) marks() (was, now draw.Marks) {
	was = draw.Marks{Widgets: map[*flow.Widget]draw.Mark{}, Transitions: map[*flow.Transition]draw.Mark{}}
	now = draw.Marks{Widgets: map[*flow.Widget]draw.Mark{}, Transitions: map[*flow.Transition]draw.Mark{}}
	for _, w := range r.moved {
		was.Widgets[r.twin[w]], now.Widgets[w] = draw.Moved, draw.Moved
	}
	whole := func(m draw.Marks, w *flow.Widget, mark draw.Mark) {
		m.Widgets[w] = mark
		for _, t := range w.Transitions {
			if t.To != nil { // that all its ends are new goes without saying
				m.Transitions[t] = mark
			}
		}
	}
	for _, c := range r.Changes {
		switch c.Kind {
		case OfFlow:
			continue
		case Added:
			whole(now, c.now, draw.Added)
			continue
		case Removed:
			whole(was, c.was, draw.Removed)
			continue
		}
		was.Widgets[c.was], now.Widgets[c.now] = draw.Changed, draw.Changed
		gone, new := draw.Removed, draw.Added
		if c.Kind == Changed {
			gone, new = draw.Changed, draw.Changed
		}
		if c.from != nil {
			was.Transitions[c.from] = gone
		}
		if c.to != nil {
			now.Transitions[c.to] = new
		}
	}
	return was, now
}
