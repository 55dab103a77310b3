package page

import (
	"cmp"
	"fmt"
	"sync"

	"studiolint/lint/draw"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
)

// A Side is one of the two flows of a pair.
type Side struct {
	Flow  *flow.Flow // nil when there is none, as before a new file
	Found []*finding.Diagnostic
	Marks draw.Marks
}

// A Pair is a flow as it was and as it is.
type Pair struct {
	Title, Note string
	Was, Now    Side
	Items       []Item

	// Twins are the widgets of the flow as it was by those that they are now.
	Twins map[*flow.Widget]*flow.Widget
}

// An Item is something that the list of a pair names.
type Item struct {
	Kind     string // by which it is filtered
	Rule     string // of a finding; "" for none
	Head     string // what is said before it, such as the severity of a finding; "" for nothing
	HTML     string // what it says; what comes from a flow is written by Text
	Line     string // where it is, such as "line 7"
	Was, Now Spot
}

// A Spot is what an item is about in one of the two flows.
type Spot struct {
	Widget     *flow.Widget     // nil for none
	Transition *flow.Transition // nil for none
}

// Pair returns the section of a pair.
func (p *Page) Pair(pair Pair) (*Section, error) {
	s := p.listOf(pair.Title, pair.Note, pair.Items)
	draw := func(own bool) (drawn [2]*draw.Picture) {
		var both sync.WaitGroup
		both.Go(func() { drawn[0] = pair.Was.draw(own) })
		drawn[1] = pair.Now.draw(own)
		both.Wait()
		return drawn
	}
	drawn := draw(false)
	if drawn[0].OwnLayout != drawn[1].OwnLayout && pair.Was.Flow != nil && pair.Now.Flow != nil {
		drawn = draw(true) // else the same widgets would be in places that nobody can compare
	}
	twins := map[*flow.Widget]*flow.Widget{}
	for a, b := range pair.Twins {
		twins[a], twins[b] = b, a
	}
	for i, side := range []Side{pair.Was, pair.Now} {
		name := [2]string{"before", "after"}[i]
		one, err := newPicture(drawn[i], pair.Title+", "+name, func() *data {
			data := side.data(drawn[i])
			other := boxesOf(drawn[1-i])
			for _, b := range drawn[i].Boxes {
				data.Twins = append(data.Twins, indexIn(other, twins[b.Widget]))
			}
			data.Items = itemsIn(drawn[i], pair.Items, i)
			return data
		})
		if err != nil {
			return s, err
		}
		s.pictures = append(s.pictures, one)
		for _, line := range drawn[i].LeftOut {
			s.leftOut = append(s.leftOut, name+": "+line)
		}
	}
	return s, nil
}

// Marked returns the section of one flow with a list of its own; of the items it is their
// Now that counts.
func (p *Page) Marked(title, note string, side Side, items []Item) (*Section, error) {
	s := p.listOf(title, note, items)
	drawn := side.draw(false)
	s.leftOut = drawn.LeftOut
	one, err := newPicture(drawn, title, func() *data {
		data := side.data(drawn)
		data.Items = itemsIn(drawn, items, 1)
		return data
	})
	s.pictures = []picture{one}
	return s, err
}

// listOf returns a section with the list of some items.
func (p *Page) listOf(title, note string, items []Item) *Section {
	s := &Section{title: title, note: note}
	for i, item := range items {
		s.list = p.appendPairItem(s.list, item, i)
		s.items = append(s.items, listed{item.Kind, item.Rule})
	}
	return s
}

// itemsIn says where the items are in the picture of the first or the second side.
func itemsIn(p *draw.Picture, items []Item, side int) []itemData {
	boxes := boxesOf(p)
	arrows := map[*flow.Transition]int{}
	for i, a := range p.Arrows {
		arrows[a.Transition] = i
	}
	var list []itemData
	for _, item := range items {
		at := [2]Spot{item.Was, item.Now}[side]
		list = append(list, itemData{Box: indexIn(boxes, at.Widget), Arrow: indexIn(arrows, at.Transition)})
	}
	return list
}

func (side Side) data(p *draw.Picture) *data {
	if side.Flow == nil {
		return &data{}
	}
	return dataOf(side.Flow, p)
}

// draw makes the picture of a side.
func (side Side) draw(own bool) *draw.Picture {
	if side.Flow == nil {
		return &draw.Picture{Width: 1, Height: 1}
	}
	return draw.New(side.Flow, side.Found, draw.Options{Live: true, OwnLayout: own, Marks: side.Marks})
}

func boxesOf(p *draw.Picture) map[*flow.Widget]int {
	index := map[*flow.Widget]int{}
	for i, b := range p.Boxes {
		index[b.Widget] = i
	}
	return index
}

// indexIn is the number of something that is drawn, -1 for what is not.
func indexIn[T any](index map[*T]int, of *T) int {
	if i, ok := index[of]; ok {
		return i
	}
	return -1
}

// appendPairItem writes an item for the list.
func (p *Page) appendPairItem(b []byte, item Item, n int) []byte {
	class := cmp.Or(item.Kind, "changed")
	b = fmt.Appendf(b, `<li class="%s" data-rule="%s"><button type="button" class="finding" data-n="%d"`, class, Text(item.Rule), n)
	if item.Was.Widget == nil && item.Now.Widget == nil {
		b = append(b, ` disabled`...)
	}
	b = append(b, '>')
	if item.Head != "" {
		b = fmt.Appendf(b, `<span class="severity">%s</span> `, Text(item.Head))
	}
	b = fmt.Appendf(b, `<span class="message">%s</span>`, item.HTML)
	if item.Line != "" {
		b = fmt.Appendf(b, ` <span class="where">%s</span>`, Text(item.Line))
	}
	b = append(b, "</button> "...)
	if item.Rule != "" {
		b = p.appendRule(b, item.Rule)
	}
	return append(b, "</li>\n"...)
}
