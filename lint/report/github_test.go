package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/finding"
	"studiolint/lint/source"
)

// A command is a workflow command as GitHub's runner reads it.
type command struct {
	name       string
	properties map[string]string
	data       string
}

// parseCommand follows TryParseV2 of src/Runner.Common/ActionCommand.cs.
func parseCommand(line string) (c command, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), "::")
	if !ok {
		return c, false
	}
	info, data, ok := strings.Cut(rest, "::")
	if !ok {
		return c, false
	}
	name, list, _ := strings.Cut(info, " ")
	c = command{name, map[string]string{}, strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(data)}
	for part := range strings.SplitSeq(list, ",") {
		key, value, _ := strings.Cut(part, "=")
		c.properties[key] = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(value)
	}
	return c, true
}

func TestGitHub(t *testing.T) {
	for _, r := range []*finding.Result{sample(t), hostile(t)} {
		want := worstFirst(active(r.Diagnostics))
		got := lines(render(t, "github", r, Options{}))
		if len(got) != len(want) {
			t.Fatalf("%d lines, want %d:\n%s", len(got), len(want), strings.Join(got, "\n"))
		}
		for i, line := range got {
			c, ok := parseCommand(line)
			if !ok {
				t.Errorf("no command: %q", line)
			}
			d := want[i]
			kind := map[finding.Severity]string{finding.Error: "error", finding.Warning: "warning", finding.Note: "notice"}[d.Severity]
			message := clean(d.Message)
			if len(d.Path) > 0 {
				message += "\n" + pathText(d.Path)
			}
			if len(d.Fixes) > 0 {
				message += "\nFix: " + clean(d.Fixes[0].Title) + map[bool]string{true: " (studiolint fix)", false: " (studiolint fix --unsafe)"}[d.Fixes[0].Safe]
			}
			p := c.properties
			columns := fmt.Sprint(d.Range.Start.Column, d.Range.End.Column)
			if d.Range.Start.Line != d.Range.End.Line {
				columns = ""
			}
			if c.name != kind || c.data != message || p["title"] != "studiolint ("+d.Rule.ID+")" ||
				p["file"] != Visible(Options{}.inRepository(d.File)) || p["line"] != fmt.Sprint(d.Range.Start.Line) ||
				p["endLine"] != fmt.Sprint(d.Range.End.Line) || strings.TrimSpace(p["col"]+" "+p["endColumn"]) != columns {
				t.Errorf("%q is read as %q for %+v", line, c, d)
			}
		}
	}
}

func TestGitHubSeveralLines(t *testing.T) {
	f := source.Parse("a.json", []byte(ivr))
	got := render(t, "github", result(found(dangling, f.Root(), "all of it")), Options{})
	if want := "::error file=a.json,line=1,endLine=8,title=studiolint (dangling-transition)::all of it\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestGitHubLimit(t *testing.T) {
	r := many(100) // errors, warnings and notes by turns
	got := lines(render(t, "github", r, Options{}))
	kinds := map[string]int{}
	var order []string
	for _, line := range got[:len(got)-1] {
		c, _ := parseCommand(line)
		kinds[c.name]++
		order = append(order, c.name)
	}
	if kinds["error"] != 10 || kinds["warning"] != 10 || kinds["notice"] != 10 || len(kinds) != 3 {
		t.Errorf("annotations: %v, want ten of each kind", kinds)
	}
	if rank := []string{"error", "warning", "notice"}; !slices.IsSortedFunc(order, func(a, b string) int {
		return slices.Index(rank, a) - slices.Index(rank, b)
	}) {
		t.Errorf("not the worst first: %v", order)
	}
	want := fmt.Sprintf("Not annotated: %d more errors, %d more warnings, %d more notes. GitHub shows 10 of each kind.",
		r.Count(finding.Error)-10, r.Count(finding.Warning)-10, r.Count(finding.Note)-10)
	last := got[len(got)-1]
	if _, ok := parseCommand(last); ok || last != want {
		t.Errorf("the last line is %q, want %q", last, want)
	}
}
