package draw

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"studiolint/lint/finding"
)

// Colours of findings, for Graphviz and Mermaid: of the line, and of the ground.
var findingColours = [...][2]string{
	finding.Error: {"#b91c1c", "#fee2e2"}, finding.Warning: {"#b45309", "#fef3c7"}, finding.Note: {"#1d4ed8", "#dbeafe"},
}

// quoteDOT writes a text between quotes, so that Graphviz shows it as it is.
func quoteDOT(lines ...string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, s := range lines {
		if i > 0 {
			b.WriteString(`\n`)
		}
		// An ampersand would begin a character reference.
		b.WriteString(strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;").Replace(s))
	}
	b.WriteByte('"')
	return b.String()
}

// WriteDOT writes the pictures for Graphviz, a graph each. dot lays them out by itself;
// neato -n2 puts the widgets where Studio has them. All nodes come before all edges, for
// their order decides on the layout.
func WriteDOT(w io.Writer, pictures []*Picture) error {
	out := bufio.NewWriter(w)
	for i, p := range pictures {
		if i > 0 {
			out.WriteByte('\n')
		}
		p.writeDOT(out)
	}
	return out.Flush()
}

func (p *Picture) writeDOT(out *bufio.Writer) {
	for _, s := range p.caption() {
		fmt.Fprintf(out, "// %s\n", s)
	}
	fmt.Fprintf(out, "digraph %s {\n", quoteDOT(p.shownTitle()))
	// As statements of their own: not every reader of DOT takes a list of them after "graph".
	fmt.Fprintf(out, "  label=%s; labelloc=t; fontname=\"sans-serif\"; rankdir=TB;\n", quoteDOT(append([]string{p.shownTitle()}, p.LeftOut...)...))
	out.WriteString("  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\", fontsize=11];\n")
	out.WriteString("  edge [fontname=\"sans-serif\", fontsize=9, color=\"#4b5563\"];\n")
	for i, b := range p.Boxes {
		fmt.Fprintf(out, "  n%d [label=%s, color=%q, pos=\"%.0f,%.0f\"%s];\n", i, quoteDOT(b.lines(p)...), b.look().light, b.X+b.W/2, -(b.Y + b.H/2), b.dotStyle(p))
		for j, e := range b.Ends {
			if e.Lost != "" {
				fmt.Fprintf(out, "  n%dx%d [label=%s, shape=plaintext, fontcolor=\"#b91c1c\"];\n", i, j, quoteDOT(e.lost()))
			}
		}
	}
	for _, a := range p.Arrows {
		fmt.Fprintf(out, "  n%d -> n%d [label=%s%s];\n", a.From, a.To, quoteDOT(a.lines(p)...), a.dotStyle(p))
	}
	for i, b := range p.Boxes {
		for j, e := range b.Ends {
			if e.Lost != "" {
				fmt.Fprintf(out, "  n%d -> n%dx%d [label=%s, style=dashed, color=\"#b91c1c\", arrowhead=none];\n", i, i, j, quoteDOT(e.Label))
			}
		}
	}
	out.WriteString("}\n")
}

// lost says that the transition names no widget.
func (e *End) lost() string { return "no widget " + line(e.Lost, maxLabel) }

// lines are what stands in a box, for those that draw it themselves.
func (b *Box) lines(p *Picture) []string {
	if p.onlyWidgets {
		return []string{b.Name}
	}
	name := b.Name
	if b.Mark != "" {
		name += " (" + signs[b.Mark].word + ")"
	}
	lines := []string{name, b.Type}
	if b.Does != "" {
		lines = append(lines, b.Does)
	}
	if len(b.Findings) > 0 {
		lines = append(lines, strings.Join(p.rules(b.Findings), ", "))
	}
	return lines
}

// lines are what stands at an arrow.
func (a *Arrow) lines(p *Picture) []string {
	lines := []string{a.Label}
	if len(a.Findings) > 0 {
		lines = append(lines, strings.Join(p.rules(a.Findings), ", "))
	}
	return lines
}

// rules names what was found by severity and rule, each once.
func (p *Picture) rules(findings []int) []string {
	var list []string
	seen := map[string]bool{}
	for _, n := range findings {
		f := p.Findings[n]
		if s := f.Severity.String() + " " + f.Rule.ID; !seen[s] {
			seen[s] = true
			list = append(list, s)
		}
	}
	const most = 4
	if len(list) > most {
		list = append(list[:most:most], fmt.Sprintf("%d more", len(list)-most))
	}
	return list
}

func (b *Box) dotStyle(p *Picture) string {
	s := ""
	if b.Worst > 0 {
		s += fmt.Sprintf(", fillcolor=%q, tooltip=%s", findingColours[b.Worst][1], quoteDOT(p.said(b.Findings)...))
	}
	if b.Unreachable {
		s += `, style="rounded,filled,dashed", fontcolor="#6b7280"`
	}
	if b.OnPath {
		s += ", penwidth=3"
	}
	return s
}

func (a *Arrow) dotStyle(p *Picture) string {
	s := ""
	switch {
	case a.Worst > 0:
		s += fmt.Sprintf(", color=%q, fontcolor=%q", findingColours[a.Worst][0], findingColours[a.Worst][0])
	case p.Boxes[a.From].Unreachable:
		s += `, color="#b6bcc6", fontcolor="#6b7280"`
	case a.Loop:
		s += `, color="#6d28d9"`
	}
	if a.OnPath {
		s += ", penwidth=3"
	}
	return s
}
