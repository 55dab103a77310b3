package draw

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"sync"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// What GitHub, with Mermaid's own settings, takes of one drawing, with room to spare.
const (
	mermaidEdges = 500
	mermaidText  = 50_000 - 2_000 // characters; the head and the styles need some
)

// mermaidEscapes are the characters that mean something in a label, as decimal references.
// Without them texts vanish, turn into markup or end the drawing. The colon is one of them
// because behind "style:" a reference would lose its semicolon.
var mermaidEscapes = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, c := range "#%`\\\"$<>&:{}*~;" {
		pairs = append(pairs, string(c), fmt.Sprintf("#%d;", c))
	}
	return strings.NewReplacer(pairs...)
})

// mermaidPairs are read as a line end, formulas, icons and, before TB or LR, as the way a drawing is laid out, even where
// each character is escaped: an invisible character keeps them apart.
var mermaidPairs = strings.NewReplacer(`\n`, "\\\u200bn", "$$", "$\u200b$", ":fa-", ":\u200bfa-", "direction ", "direction\u200b ")

// quoteMermaid writes a label.
func quoteMermaid(lines ...string) string {
	escaped := make([]string, len(lines))
	for i, s := range lines {
		if strings.TrimSpace(s) == "" {
			s = "\u2013" // an empty label is a mistake
		}
		escaped[i] = mermaidEscapes().Replace(mermaidPairs.Replace(s))
	}
	return `"` + strings.Join(escaped, "<br/>") + `"`
}

// WriteMermaid writes the pictures for Mermaid. A single one that fits into a drawing of
// GitHub stands alone; else each is a fenced block of Markdown, in parts if need be, with
// what belongs to it as text before it.
func WriteMermaid(w io.Writer, pictures []*Picture) error {
	out := bufio.NewWriter(w)
	for i, p := range pictures {
		parts := p.mermaidParts()
		if len(pictures) == 1 && len(parts) == 1 {
			out.WriteString(p.mermaid(parts[0]))
			continue
		}
		if i > 0 {
			out.WriteByte('\n')
		}
		p.writeParts(out, parts)
	}
	return out.Flush()
}

// WriteFenced writes a picture as fenced blocks of Markdown, with a line before them.
func WriteFenced(w io.Writer, p *Picture) error {
	out := bufio.NewWriter(w)
	p.writeParts(out, p.mermaidParts())
	return out.Flush()
}

func (p *Picture) writeParts(out *bufio.Writer, parts []mermaidPart) {
	if len(parts) > 1 {
		fmt.Fprintf(out, "%s in %d parts, for GitHub draws no more than %d arrows and %s characters at once. Arrows into another part end at a box that names it.\n\n",
			markdownPlain(p.Title), len(parts), mermaidEdges, words.Grouped(mermaidText+2_000))
	} else {
		fmt.Fprintf(out, "%s\n\n", markdownPlain(p.Title))
	}
	for i, part := range parts {
		if i > 0 {
			out.WriteByte('\n')
		}
		if len(parts) > 1 {
			fmt.Fprintf(out, "Part %d of %d\n\n", i+1, len(parts))
		}
		out.WriteString("```mermaid\n" + p.mermaid(part) + "```\n")
	}
}

// markdownPlain writes a title so that Markdown shows it as it is.
func markdownPlain(s string) string {
	var b strings.Builder
	for _, r := range line(s, maxDoes) {
		if r < 0x80 && r != ' ' && !(r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z') {
			fmt.Fprintf(&b, "&#%d;", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// A mermaidPart is what one drawing holds.
type mermaidPart struct {
	number int
	boxes  []int
	arrows []int
	ends   [][2]int    // those that name no widget: a box and which of its Ends
	of     map[int]int // the part that a box is in first

	size int // in characters, at most
}

func (m *mermaidPart) full(size int) bool {
	return len(m.boxes) > 0 && (len(m.arrows)+len(m.ends) >= mermaidEdges || m.size+size > mermaidText)
}

// frame is how many characters a line has besides its labels at most: ids, and what is
// said of them in styles.
const frame = 70

// mermaidParts divides the picture, box after box as a walk from the beginning comes to
// them. A box with more arrows than a part can hold is in several.
func (p *Picture) mermaidParts() []mermaidPart {
	of := make(map[int]int, len(p.Boxes))
	arrows := make(map[*Arrow]int, len(p.Arrows))
	for i, a := range p.Arrows {
		arrows[a] = i
	}
	parts := []mermaidPart{{of: of}}
	for _, i := range p.walk() {
		b := p.Boxes[i]
		own := len(p.mermaidBox(i)) + frame
		again := true
		room := func(size int) *mermaidPart {
			part := &parts[len(parts)-1]
			if part.full(size) {
				parts = append(parts, mermaidPart{of: of, number: len(parts)})
				part, again = &parts[len(parts)-1], true
			}
			if again {
				part.boxes, part.size = append(part.boxes, i), part.size+own
				again = false
			}
			part.size += size
			return part
		}
		of[i] = room(own).number
		for _, a := range b.out {
			// The box that stands for another part is counted as well.
			part := room(len(quoteMermaid(a.lines(p)...)) + len(quoteMermaid(p.Boxes[a.To].Name)) + 2*frame)
			part.arrows = append(part.arrows, arrows[a])
		}
		for j, e := range b.Ends {
			if e.Lost != "" {
				part := room(len(quoteMermaid(e.Label)) + len(quoteMermaid(e.lost())) + 2*frame)
				part.ends = append(part.ends, [2]int{i, j})
			}
		}
	}
	return parts
}

// walk lists the boxes as a walk in breadth comes to them.
func (p *Picture) walk() []int {
	order := make([]int, 0, len(p.Boxes))
	seen := make([]bool, len(p.Boxes))
	for root := range p.Boxes {
		if seen[root] {
			continue
		}
		seen[root] = true
		order = append(order, root)
		for next := len(order) - 1; next < len(order); next++ {
			for _, a := range p.Boxes[order[next]].out {
				if !seen[a.To] {
					seen[a.To] = true
					order = append(order, a.To)
				}
			}
		}
	}
	return order
}

// mermaidBox writes a box: its shape tells splits from the rest.
func (p *Picture) mermaidBox(i int) string {
	b := p.Boxes[i]
	label := quoteMermaid(b.lines(p)...)
	switch b.look().name {
	case "splits":
		return fmt.Sprintf("n%d{{%s}}", i, label)
	case "begins":
		return fmt.Sprintf("n%d([%s])", i, label)
	}
	return fmt.Sprintf("n%d[%s]", i, label)
}

// mermaid writes one drawing.
func (p *Picture) mermaid(part mermaidPart) string {
	var b strings.Builder
	b.WriteString("flowchart TD\n")
	if part.number == 0 {
		for _, s := range append([]string{p.shownTitle()}, p.caption()...) {
			// %%{ begins a directive, and % would end the comment for some.
			fmt.Fprintf(&b, "%%%% %s\n", strings.NewReplacer("{", "(", "}", ")", "%", "").Replace(s))
		}
	}
	if len(part.boxes) == 0 {
		b.WriteString("empty[\"no widgets\"]\n")
	}
	for _, i := range part.boxes {
		fmt.Fprintf(&b, "%s\n", p.mermaidBox(i))
	}
	p.mermaidArrows(&b, part)
	p.mermaidClasses(&b, part)
	return b.String()
}

// mermaidClasses writes how the boxes look.
func (p *Picture) mermaidClasses(b *strings.Builder, part mermaidPart) {
	classes := map[string][]string{}
	add := func(class string, id string) { classes[class] = append(classes[class], id) }
	for _, i := range part.boxes {
		box := p.Boxes[i]
		id := fmt.Sprint("n", i)
		if box.Worst > 0 {
			add(box.Worst.String(), id)
		}
		if box.Unreachable {
			add("pale", id)
		}
		if box.OnPath {
			add("path", id)
		}
		if box.Mark == Added || box.Mark == Changed {
			add(string(box.Mark), id)
		}
	}
	for _, c := range []struct{ name, style string }{
		{"error", "fill:#fee2e2,stroke:#b91c1c,color:#111827"},
		{"warning", "fill:#fef3c7,stroke:#b45309,color:#111827"},
		{"note", "fill:#dbeafe,stroke:#1d4ed8,color:#111827"},
		{"pale", "fill:#f3f4f6,color:#6b7280,stroke-dasharray:4 3"},
		{"path", "stroke-width:4px"},
		{"added", "stroke:#166534,stroke-width:4px,stroke-dasharray:8 3"},
		{"changed", "stroke:#1d4ed8,stroke-width:4px"},
	} {
		if ids := classes[c.name]; len(ids) > 0 {
			fmt.Fprintf(b, "classDef %s %s\nclass %s %s\n", c.name, c.style, strings.Join(ids, ","), c.name)
		}
	}
}

// mermaidArrows writes the arrows of a part, and boxes for the widgets of other parts.
func (p *Picture) mermaidArrows(b *strings.Builder, part mermaidPart) {
	var styles []string
	links := 0
	link := func(colour, format string, args ...any) {
		fmt.Fprintf(b, format, args...)
		if colour != "" {
			styles = append(styles, fmt.Sprintf("linkStyle %d stroke:%s\n", links, colour))
		}
		links++
	}
	here := map[int]bool{}
	for _, i := range part.boxes {
		here[i] = true
	}
	other := map[int]bool{}
	for _, i := range part.arrows {
		a := p.Arrows[i]
		to := fmt.Sprint("n", a.To)
		if !here[a.To] {
			to = fmt.Sprint("p", a.To)
			if !other[a.To] {
				other[a.To] = true
				fmt.Fprintf(b, "%s[/%s/]\n", to, quoteMermaid(p.Boxes[a.To].Name, fmt.Sprintf("in part %d", part.of[a.To]+1)))
			}
		}
		label := ""
		if !p.onlyWidgets {
			label = "|" + quoteMermaid(a.lines(p)...) + "|"
		}
		link(a.mermaidColour(), "n%d %s%s %s\n", a.From, a.mermaidLine(p), label, to)
	}
	for _, at := range part.ends {
		e := &p.Boxes[at[0]].Ends[at[1]]
		link(findingColours[finding.Error][0], "n%d -.-x|%s| n%dx%d(%s)\n", at[0], quoteMermaid(e.Label), at[0], at[1], quoteMermaid(e.lost()))
	}
	for _, s := range styles {
		b.WriteString(s)
	}
}

func (a *Arrow) mermaidLine(p *Picture) string {
	switch {
	case a.OnPath:
		return "==>"
	case p.Boxes[a.From].Unreachable:
		return "-.->"
	}
	return "-->"
}

func (a *Arrow) mermaidColour() string {
	switch {
	case a.Mark == Added:
		return "#166534"
	case a.Mark == Changed:
		return "#1d4ed8"
	case a.Worst > 0:
		return findingColours[a.Worst][0]
	case a.Loop && !a.OnPath:
		return "#6d28d9"
	}
	return ""
}
