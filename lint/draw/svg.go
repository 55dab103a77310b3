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
		title = line(pictures[0].Title, maxDoes)
	}
	if len(pictures) > 1 {
		title = words.Plural(len(pictures), "flow")
	}
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" class="flow" role="graphics-document document" aria-label="%s" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f">`+"\n<title>%s</title>\n<style>%s</style>\n",
		escape(title), width, height, width, height, escape(title), Style)
	fmt.Fprintf(out, `<rect class="ground" width="%.0f" height="%.0f"/>`+"\n", width, height)
	y := 0.0
	for i, p := range pictures {
		fmt.Fprintf(out, `<g transform="translate(0 %.0f)"><text class="title" x="24" y="32">%s</text>`+"\n", y, escape(line(p.Title, maxDoes)))
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

// captionLines are the sentences of the caption in lines that the picture has room for.
func (p *Picture) captionLines() []string {
	most := max(p.Width, 480) - 2*margin
	var list []string
	for _, s := range p.Caption() {
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

// WriteBody writes the arrows and boxes as SVG elements. With live they are marked for a
// page that makes them buttons; it finds them by their order.
func (p *Picture) WriteBody(out *bufio.Writer, live bool) {
	out.WriteString(markers)
	var b []byte
	for _, a := range p.Arrows {
		b = p.appendArrow(b[:0], a)
		out.Write(b)
	}
	for _, box := range p.Boxes {
		b = p.appendBox(b[:0], box, live)
		out.Write(b)
	}
}

func (p *Picture) appendArrow(b []byte, a *Arrow) []byte {
	b = append(b, `<path class="arrow`...)
	if a.Worst > 0 {
		b = append(append(b, ' '), a.Worst.String()...)
	}
	if a.Loop {
		b = append(b, " loop"...)
	}
	if p.Boxes[a.From].Unreachable {
		b = append(b, " pale"...)
	}
	if a.OnPath {
		b = append(b, " path"...)
	}
	if a.Mark != "" {
		b = append(append(b, ' '), a.Mark...)
	}
	b = append(b, '"')
	b = append(append(append(b, ` d="`...), a.path...), `" marker-end="url(#head)"><title>`...)
	b = append(b, escape(p.arrowTitle(a))...)
	return append(b, "</title></path>\n"...)
}

// arrowTitle says what an arrow is.
func (p *Picture) arrowTitle(a *Arrow) string {
	s := p.Boxes[a.From].Name + " → " + p.Boxes[a.To].Name
	if a.Label != "" {
		s += ": " + a.Label
	}
	if a.Mark != "" {
		s += "\n" + signs[a.Mark].sentence
	}
	for _, f := range p.said(a.Findings) {
		s += "\n" + f
	}
	return s
}

// boxTitle says what a box is.
func (p *Picture) boxTitle(b *Box) string {
	s := b.Name + ", " + b.Type
	if b.Does != "" {
		s += ": " + b.Does
	}
	if b.Mark != "" {
		s += "\n" + signs[b.Mark].sentence
	}
	if b.Unreachable {
		s += "\nNo execution comes here."
	}
	for _, e := range b.Ends {
		if e.Lost != "" {
			s += "\nOn " + e.Label + " it leads to " + line(e.Lost, maxLabel) + ", which is no widget."
		} else {
			s += "\nOn " + e.Label + " the execution ends."
		}
	}
	for _, f := range p.said(b.Findings) {
		s += "\n" + f
	}
	return s
}

func (p *Picture) appendBox(b []byte, box *Box, live bool) []byte {
	b = append(append(b, `<g class="box `...), box.look().name...)
	for _, c := range []struct {
		is   bool
		name string
	}{{box.Worst > 0, box.Worst.String()}, {box.Loop, "loop"}, {box.Unreachable, "pale"}, {box.OnPath, "path"}, {box.Mark != "", string(box.Mark)}} {
		if c.is {
			b = append(append(b, ' '), c.name...)
		}
	}
	b = append(b, '"')
	title := escape(p.boxTitle(box))
	card := ""
	if live { // the card alone is the button: what is written on it is not its name
		card = ` tabindex="-1" role="button" aria-label="` + title + `"`
	} else {
		b = append(b, ` role="graphics-symbol img"`...)
	}
	b = fmt.Appendf(b, ` transform="translate(%.0f %.0f)">`, box.X, box.Y)
	if !live {
		b = append(append(append(b, "<title>"...), title...), "</title>"...)
	}
	b = fmt.Appendf(b, `<rect class="card" width="%.0f" height="%.0f" rx="6"%s/><rect class="kind" width="6" height="%.0f" rx="3"/>`, box.W, box.H, card, box.H)
	edge := box.W - 6
	if box.Worst > 0 {
		text := letters[box.Worst]
		if n := len(box.Findings); n > 1 {
			text += strconv.Itoa(min(n, 99))
		}
		b, edge = appendBadge(b, "badge", text, edge)
	}
	if box.Mark != "" {
		b, edge = appendBadge(b, "sign", signs[box.Mark].letter, edge)
	}
	b = appendText(b, "name", 14, 21, fit(box.Name, 13, edge-18))
	if !p.onlyWidgets {
		b = appendText(b, "type", 14, 37, fit(box.Type, 11, box.W-24))
		if box.Does != "" {
			b = appendText(b, "does", 14, 55, fit(box.Does, 12, box.W-24))
		}
		b = p.appendTabs(b, box)
	}
	return append(b, "</g>\n"...)
}

func appendText(b []byte, class string, x, y float64, s string) []byte {
	b = append(append(append(b, `<text class="`...), class...), `" x="`...)
	b = strconv.AppendFloat(b, x, 'f', -1, 64)
	b = append(b, `" y="`...)
	b = strconv.AppendFloat(b, y, 'f', -1, 64)
	b = append(append(append(b, `">`...), escape(s)...), "</text>"...)
	return b
}

// appendBadge writes a few letters in a badge that ends at an edge, and returns the edge
// for what is to the left of it.
func appendBadge(b []byte, class, text string, edge float64) ([]byte, float64) {
	w := 14 + 7*float64(utf8.RuneCountInString(text))
	edge -= w
	b = fmt.Appendf(b, `<rect class="%s" x="%.0f" y="7" width="%.0f" height="18" rx="9"/>`, class, edge, w)
	return fmt.Appendf(b, `<text class="%s" x="%.1f" y="20">%s</text>`, class, edge+w/2, text), edge - 4
}

func (p *Picture) appendTabs(b []byte, box *Box) []byte {
	if len(box.tabs) == 0 {
		return b
	}
	top := box.H - tabH
	b = fmt.Appendf(b, `<path class="rule" d="M6 %.0fH%.0f"/>`, top, box.W)
	for i, t := range box.tabs {
		if i > 0 {
			b = fmt.Appendf(b, `<path class="rule" d="M%.0f %.0fv%.0f"/>`, t.x, top, tabH)
		}
		class := "tab"
		worst, mark := finding.Off, Mark("")
		if t.arrow != nil {
			worst, mark = t.arrow.Worst, t.arrow.Mark
		} else {
			e := box.Ends[t.end]
			if worst, mark = e.Worst, e.Mark; e.Lost != "" {
				worst = max(worst, finding.Error)
			}
		}
		if worst > 0 {
			class += " " + worst.String()
		}
		if mark != "" {
			class += " " + string(mark)
		}
		size := 11.0
		if class != "tab" {
			size *= boldWider
		}
		label := fit(t.label, size, t.w-8)
		if i == maxTabs-1 && len(box.out)+len(box.Ends) > maxTabs {
			label = "…"
		}
		b = fmt.Appendf(b, `<text class="%s" x="%.1f" y="%.0f">%s</text>`, class, t.x+t.w/2, box.H-6, escape(label))
	}
	return b
}
