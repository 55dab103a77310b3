package draw

import (
	"bufio"
	_ "embed" // the style
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// Style is the CSS of the pictures, for light and dark.
//
//go:embed style.css
var Style string

// WriteSVG writes the pictures below each other, as one image.
func WriteSVG(w io.Writer, pictures []*Picture) error {
	out := bufio.NewWriterSize(w, 1<<16)
	width, height := 0.0, 0.0
	heads := make([]float64, len(pictures))
	for i, p := range pictures {
		heads[i] = 44 + 18*float64(len(p.captionLines()))
		width, height = max(width, p.Width, 480), height+heads[i]+p.Height
	}
	title := "A flow"
	if len(pictures) > 0 {
		title = pictures[0].shownTitle()
	}
	if len(pictures) > 1 {
		title = words.Plural(len(pictures), "flow")
	}
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" class="flow" role="graphics-document document" aria-label="%s" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f">`+"\n<title>%s</title>\n<style>%s</style>\n",
		escape(title), width, height, width, height, escape(title), Style)
	fmt.Fprintf(out, `<rect class="ground" width="%.0f" height="%.0f"/>`+"\n", width, height)
	y := 0.0
	for i, p := range pictures {
		fmt.Fprintf(out, `<g transform="translate(0 %.0f)"><text class="title" x="24" y="32">%s</text>`+"\n", y, escape(p.shownTitle()))
		for j, s := range p.captionLines() {
			fmt.Fprintf(out, `<text class="caption" x="24" y="%d">%s</text>`+"\n", 52+18*j, escape(s))
		}
		fmt.Fprintf(out, `<g transform="translate(0 %.0f)">`+"\n", heads[i])
		p.WriteBody(out, false)
		out.WriteString("</g></g>\n")
		y += heads[i] + p.Height
	}
	out.WriteString("</svg>\n")
	return out.Flush()
}

// shownTitle is what a flow is called, in a line. Of a long path its end tells most.
func (p *Picture) shownTitle() string {
	s := line(p.Title, 8*maxDoes)
	if letters := []rune(s); len(letters) > maxDoes {
		return "…" + string(letters[len(letters)-maxDoes+1:])
	}
	return s
}

// captionLines are the sentences of the caption in lines that the picture has room for.
func (p *Picture) captionLines() []string {
	most := max(p.Width, 480) - 2*margin
	var list []string
	for _, s := range p.caption() {
		now := ""
		for _, word := range strings.Fields(s) {
			if now != "" && widthOf(now+" "+word)*12.5 > most {
				list = append(list, now)
				now = ""
			}
			if now != "" {
				now += " "
			}
			now += fit(word, 12.5, most)
		}
		list = append(list, now)
	}
	return list
}

// Markers are the heads of arrows, which an SVG needs once.
const markers = `<defs>` +
	`<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker>` +
	`</defs>` + "\n"

// escape writes a text for SVG and HTML.
func escape(s string) string { return html.EscapeString(s) }

// appendEscaped is escape for what is written many times.
func appendEscaped(b []byte, s string) []byte {
	done := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '<', '>', '&', '\'', '"':
			b = append(append(b, s[done:i]...), html.EscapeString(s[i:i+1])...)
			done = i + 1
		}
	}
	return append(b, s[done:]...)
}

// WriteBody writes the arrows and boxes as SVG elements. With live they are marked for a
// page that makes them buttons; it finds them by their order.
func (p *Picture) WriteBody(out *bufio.Writer, live bool) {
	out.WriteString(markers)
	var b ink
	for _, a := range p.Arrows {
		b.arrow(p, a)
		out.Write(b.text)
		b.text = b.text[:0]
	}
	for _, box := range p.Boxes {
		b.box(p, box, live)
		out.Write(b.text)
		b.text = b.text[:0]
	}
}

// An ink writes elements of a picture.
type ink struct{ text []byte }

// write writes parts of the markup.
func (b *ink) write(parts ...string) {
	for _, s := range parts {
		b.text = append(b.text, s...)
	}
}

// say writes a text of a stranger.
func (b *ink) say(s string) { b.text = appendEscaped(b.text, s) }

// number writes a number with so many digits after the point, or with -1 as it is.
func (b *ink) number(v float64, digits int) { b.text = strconv.AppendFloat(b.text, v, 'f', digits, 64) }

// attribute writes an attribute whose value is a whole number.
func (b *ink) attribute(name string, v float64) {
	b.write(" ", name, `="`)
	b.number(v, 0)
	b.text = append(b.text, '"')
}

func (b *ink) arrow(p *Picture, a *Arrow) {
	b.write(`<path class="arrow`)
	if a.Worst > 0 {
		b.write(" ", a.Worst.String())
	}
	if a.Loop {
		b.write(" loop")
	}
	if p.Boxes[a.From].Unreachable {
		b.write(" pale")
	}
	if a.OnPath {
		b.write(" path")
	}
	if a.Mark != "" {
		b.write(" ", string(a.Mark))
	}
	b.write(`" d="`, a.path, `" marker-end="url(#head)"><title>`)
	b.say(p.Boxes[a.From].Name)
	b.write(" → ")
	b.say(p.Boxes[a.To].Name)
	if a.Label != "" {
		b.write(": ")
		b.say(a.Label)
	}
	if a.Mark != "" {
		b.write("\n")
		b.say(signs[a.Mark].sentence)
	}
	for _, f := range p.said(a.Findings) {
		b.write("\n")
		b.say(f)
	}
	b.write("</title></path>\n")
}

// boxTitle writes what a box is.
func (b *ink) boxTitle(p *Picture, box *Box) {
	b.say(box.Name)
	b.write(", ")
	b.say(box.Type)
	if box.Does != "" {
		b.write(": ")
		b.say(box.Does)
	}
	if box.Mark != "" {
		b.write("\n")
		b.say(signs[box.Mark].sentence)
	}
	if box.Unreachable {
		b.write("\nNo execution comes here.")
	}
	for i := range box.Ends {
		e := &box.Ends[i]
		b.write("\nOn ")
		b.say(e.Label)
		if e.Lost != "" {
			b.write(" it leads to ")
			b.say(line(e.Lost, maxLabel))
			b.write(", which is no widget.")
		} else {
			b.write(" the execution ends.")
		}
	}
	for _, f := range p.said(box.Findings) {
		b.write("\n")
		b.say(f)
	}
}

func (b *ink) box(p *Picture, box *Box, live bool) {
	b.write(`<g class="box `, box.look().name)
	for _, c := range [...]struct {
		is   bool
		name string
	}{{box.Worst > 0, box.Worst.String()}, {box.Loop, "loop"}, {box.Unreachable, "pale"}, {box.OnPath, "path"}, {box.Mark != "", string(box.Mark)}} {
		if c.is {
			b.write(" ", c.name)
		}
	}
	b.write(`"`)
	if !live {
		b.write(` role="graphics-symbol img"`)
	}
	b.write(` transform="translate(`)
	b.number(box.X, 0)
	b.write(" ")
	b.number(box.Y, 0)
	b.write(`)">`)
	if !live {
		b.write("<title>")
		b.boxTitle(p, box)
		b.write("</title>")
	}
	b.write(`<rect class="card"`)
	b.attribute("width", box.W)
	b.attribute("height", box.H)
	b.write(` rx="6"`)
	if live { // the card alone is the button: what is written on it is not its name
		b.write(` tabindex="-1" role="button" aria-label="`)
		b.boxTitle(p, box)
		b.write(`"`)
	}
	b.write(`/><rect class="kind"`)
	b.attribute("width", stripW)
	b.attribute("height", box.H)
	b.write(` rx="3"/>`)
	edge := box.W - 6
	if box.Worst > 0 {
		text := letters[box.Worst]
		if n := len(box.Findings); n > 1 {
			text += strconv.Itoa(min(n, 99))
		}
		edge = b.badge("badge", text, edge)
	}
	if box.Mark != "" {
		edge = b.badge("sign", signs[box.Mark].letter, edge)
	}
	b.line("name", 21, fit(box.Name, 13, edge-18))
	if !p.onlyWidgets {
		b.line("type", 37, fit(box.Type, 11, box.W-24))
		if box.Does != "" {
			b.line("does", 55, fit(box.Does, 12, box.W-24))
		}
		b.tabs(box)
	}
	b.write("</g>\n")
}

// line writes a line of a box.
func (b *ink) line(class string, y float64, s string) {
	b.write(`<text class="`, class, `" x="14"`)
	b.attribute("y", y)
	b.write(">")
	b.say(s)
	b.write("</text>")
}

// badge writes a few letters in a badge that ends at an edge, and returns the edge for what
// is to the left of it.
func (b *ink) badge(class, text string, edge float64) float64 {
	w := 14 + 7*float64(utf8.RuneCountInString(text))
	edge -= w
	b.write(`<rect class="`, class, `"`)
	b.attribute("x", edge)
	b.write(` y="7"`)
	b.attribute("width", w)
	b.write(` height="18" rx="9"/>`)
	b.middle(class, edge+w/2, 20, text)
	return edge - 4
}

// middle writes a text around a place.
func (b *ink) middle(class string, x, y float64, s string) {
	b.write(`<text class="`, class, `" x="`)
	b.number(x, 1)
	b.write(`"`)
	b.attribute("y", y)
	b.write(">")
	b.say(s)
	b.write("</text>")
}

// rule writes a line from a point on; then says how it goes on.
func (b *ink) rule(x, y float64, then string, by float64) {
	b.write(`<path class="rule" d="M`)
	b.number(x, 0)
	b.write(" ")
	b.number(y, 0)
	b.write(then)
	b.number(by, 0)
	b.write(`"/>`)
}

func (b *ink) tabs(box *Box) {
	if len(box.tabs) == 0 {
		return
	}
	top := box.H - tabH
	b.rule(stripW, top, "H", box.W)
	for i := range box.tabs {
		t := &box.tabs[i]
		if i > 0 {
			b.rule(t.x, top, "v", tabH)
		}
		class := t.class(box)
		size := 11.0
		if class != "tab" {
			size *= boldWider
		}
		label := fit(t.label, size, t.w-8)
		if i == maxTabs-1 && len(box.out)+len(box.Ends) > maxTabs {
			label = "…"
		}
		b.middle(class, t.x+t.w/2, box.H-6, label)
	}
}

// class is that of the text of a tab.
func (t *tab) class(box *Box) string {
	worst, mark := finding.Off, Mark("")
	if t.arrow != nil {
		worst, mark = t.arrow.Worst, t.arrow.Mark
	} else {
		e := &box.Ends[t.end]
		if worst, mark = e.Worst, e.Mark; e.Lost != "" {
			worst = max(worst, finding.Error)
		}
	}
	class := "tab"
	if worst > 0 {
		class += " " + worst.String()
	}
	if mark != "" {
		class += " " + string(mark)
	}
	return class
}
