package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"studiolint/lint/script"
)

// CoverageFormats returns the names of the formats in which WriteCoverage writes.
func CoverageFormats() []string { return []string{"lcov", "html", "json"} }

// WriteCoverage writes in one of the CoverageFormats what the tests of a run have taken.
// secrets returns the texts of a flow's file that nobody may show.
func WriteCoverage(w io.Writer, format string, all []*script.Coverage, secrets func(file string) map[string]bool) error {
	switch format {
	case "lcov":
		return writeLcov(w, all)
	case "html":
		return writeCoverageHTML(w, all, secrets)
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
		fmt.Fprintf(out, "TN:\nSF:%s\n", Visible(c.Flow))
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
