package report

import (
	"fmt"
	"io"

	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/page"
	"studiolint/lint/script"
	"studiolint/lint/words"
)

// writeCoverageHTML writes one page: what tests take beside the pictures of the flows.
func writeCoverageHTML(w io.Writer, all []*script.Coverage, secrets func(file string) map[string]bool) error {
	p := page.Page{Title: "Coverage of flows by tests", Lists: page.Coverage, Summary: words.Plural(len(all), "flow")}
	var sections []*page.Section
	for _, c := range all {
		note := fmt.Sprintf("%d of %d widgets and %d of %d transitions (%d %%) were taken", c.Widgets.Taken, c.Widgets.Total, c.Transitions.Taken, c.Transitions.Total, c.Transitions.Percent())
		side := page.Side{
			Flow: c.Graph(), Found: hiddenIn(c.Graph(), secrets(c.Flow)),
			Marks: draw.Marks{Widgets: map[*flow.Widget]draw.Mark{}, Transitions: map[*flow.Transition]draw.Mark{}},
		}
		var items []page.Item
		for _, point := range c.Points() {
			mark, taken := draw.Taken, "taken "+words.Plural(point.Hits, "time")
			if point.Hits == 0 {
				mark, taken = draw.Missed, "never taken"
			}
			what := "<strong>" + page.Text(point.Name) + "</strong>"
			if point.Transition != nil {
				side.Marks.Transitions[point.Transition] = mark
				what = page.Text(point.Of) + " on " + what
			} else {
				side.Marks.Widgets[point.Widget] = mark
			}
			items = append(items, page.Item{
				Kind: string(mark), HTML: what + ": " + taken, Line: fmt.Sprintf("line %d", point.Line),
				Now: page.Spot{Widget: point.Widget, Transition: point.Transition},
			})
		}
		s, err := p.Marked(c.Flow, note, side, items)
		if err != nil {
			return err
		}
		sections = append(sections, s)
	}
	return p.Write(w, sections)
}

// hiddenIn marks the texts of a flow that nobody may show, as findings that are accepted:
// they are hidden and not listed.
func hiddenIn(f *flow.Flow, secrets map[string]bool) (found []*finding.Diagnostic) {
	if len(secrets) == 0 {
		return nil
	}
	for n := range f.Definition.Strings() {
		if secrets[n.Text()] {
			found = append(found, &finding.Diagnostic{At: n.Place(), Sensitive: true, Suppressed: &finding.Suppression{Kind: "coverage"}})
		}
	}
	return found
}
