package report

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"

	"studiolint/lint/script"
)

// CoverageFormats returns the names of the formats in which WriteCoverage writes.
func CoverageFormats() []string { return []string{"lcov", "html", "json"} }

// WriteCoverage writes in one of the CoverageFormats what the tests of a run have taken.
func WriteCoverage(w io.Writer, format string, all []*script.Coverage, o Options) error {
	switch format {
	case "lcov":
		return writeLcov(w, all)
	case "html":
		return writeCoverageHTML(w, all)
	}
	data := encoded(struct {
		Version  int            `json:"version"`
		Coverage []coverageJSON `json:"coverage"`
	}{1, coverageOf(all)})
	_, err := w.Write(append(data, '\n'))
	return err
}

// lcovName makes a name fit for lcov, whose records know no comma.
func lcovName(s string) string { return strings.ReplaceAll(Visible(s), ",", "_") }

// writeLcov writes the tracefile of lcov and genhtml: a widget is a function, its transitions
// are branches, and the lines are those of the flow's file on which they stand.
func writeLcov(w io.Writer, all []*script.Coverage) error {
	out := bufio.NewWriter(w)
	for _, c := range all {
		fmt.Fprintf(out, "TN:\nSF:%s\n", Visible(strings.SplitN(c.Flow, "#", 2)[0]))
		points := c.Points()
		lines, order := map[int]int{}, []int{}
		var functions, branches strings.Builder
		widget, branch := script.Point{}, 0
		found, hit, branchesFound, branchesHit := 0, 0, 0, 0
		for _, p := range points {
			if _, seen := lines[p.Line]; !seen {
				order = append(order, p.Line)
			}
			lines[p.Line] = max(lines[p.Line], p.Hits)
			if p.Of == "" {
				widget, branch = p, 0
				found++
				hit += min(p.Hits, 1)
				fmt.Fprintf(&functions, "FN:%d,%s\nFNDA:%d,%s\n", p.Line, lcovName(p.Name), p.Hits, lcovName(p.Name))
				continue
			}
			taken := fmt.Sprint(p.Hits)
			if widget.Hits == 0 {
				taken = "-"
			}
			fmt.Fprintf(&branches, "BRDA:%d,%d,%d,%s\n", widget.Line, p.Group, branch, taken)
			branch++
			branchesFound++
			branchesHit += min(p.Hits, 1)
		}
		linesHit := 0
		out.WriteString(functions.String())
		fmt.Fprintf(out, "FNF:%d\nFNH:%d\n%sBRF:%d\nBRH:%d\n", found, hit, branches.String(), branchesFound, branchesHit)
		for _, line := range order {
			fmt.Fprintf(out, "DA:%d,%d\n", line, lines[line])
			linesHit += min(lines[line], 1)
		}
		fmt.Fprintf(out, "LF:%d\nLH:%d\nend_of_record\n", len(order), linesHit)
	}
	return out.Flush()
}

const coverageHead = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coverage of flows by tests</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; }
th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid #ccc; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
tr.missed td, tr.missed th { background: #fde8e8; }
</style>
</head>
<body>
<h1>Coverage of flows by tests</h1>
`

// writeCoverageHTML writes a page with a table for each flow.
func writeCoverageHTML(w io.Writer, all []*script.Coverage) error {
	out := bufio.NewWriter(w)
	text := func(s string) string { return html.EscapeString(Visible(s)) }
	out.WriteString(coverageHead)
	for _, c := range all {
		fmt.Fprintf(out, "<h2>%s</h2>\n<table>\n<caption>%d of %d widgets and %d of %d transitions (%d&nbsp;%%) were taken.</caption>\n", text(c.Flow),
			c.Widgets.Taken, c.Widgets.Total, c.Transitions.Taken, c.Transitions.Total, c.Transitions.Percent())
		out.WriteString("<thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Widget</th><th scope=\"col\">Event</th><th scope=\"col\">Taken</th></tr></thead>\n<tbody>\n")
		for _, p := range c.Points() {
			name, event := p.Name, ""
			if p.Of != "" {
				name, event = p.Of, p.Name
			}
			class, taken := "", fmt.Sprint(p.Hits)
			if p.Hits == 0 {
				class, taken = ` class="missed"`, "never"
			}
			fmt.Fprintf(out, "<tr%s><td class=\"number\">%d</td><th scope=\"row\">%s</th><td>%s</td><td class=\"number\">%s</td></tr>\n", class, p.Line, text(name), text(event), taken)
		}
		out.WriteString("</tbody>\n</table>\n")
	}
	out.WriteString("</body>\n</html>\n")
	return out.Flush()
}
