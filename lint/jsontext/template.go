// Package jsontext reads templates that should become JSON when Studio fills them in:
// where the JSON around the Liquid breaks, whichever branch is taken, and where in it
// each output stands.
package jsontext

import (
	"maps"
	"strings"
	"unicode/utf8"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
)

// A Template is one that should become JSON. What it becomes is not known, but what
// stands around the Liquid is: with an x for each output inside of a JSON string and
// some value for each one outside, the text can be read.
//
// A block of Liquid has branches, and only some ways of choosing among them ever
// happen. So the text is read several times, and a mistake counts only when it is
// there in every reading that could have been without it.
type Template struct {
	*flow.Template
	blocks  map[*liquid.Block]*block
	choices []*choice
	ways    [2]way
}

// A block is one if, unless, case or loop.
type block struct {
	sides    [][]liquid.Node // what is printed on each
	choice   *choice         // nil when there is one side
	reversed bool            // an unless whose condition an if has as well
}

// A choice is a condition of which a reading takes one side. Blocks with the same
// condition share it.
type choice struct {
	sides int // how many there are; the last one is else, or nothing
	names []string
}

// At returns the template of a string of a widget, also of one without Liquid.
func At(f *flow.Flow, w *flow.Widget, n source.Node) *flow.Template {
	if t := f.TemplateAt(n); t != nil {
		return t
	}
	text := n.Text()
	plain := liquid.Node{Span: liquid.Span{End: len(text)}, Kind: liquid.TextNode, Index: -1}
	return &flow.Template{Widget: w, Node: n, Text: text, Liquid: &liquid.Template{Nodes: []liquid.Node{plain}}}
}

// Parse prepares a template. It is nil when the Liquid is broken, and so where the
// blocks end is not known.
func Parse(t *flow.Template) *Template {
	if !t.Liquid.Readable() || t.Liquid.HasUnknownTag() {
		return nil
	}
	j := &Template{Template: t, blocks: map[*liquid.Block]*block{}}
	j.addBlocks(t.Liquid.Nodes, map[string]*choice{})
	return j
}

// addBlocks reads the blocks among some nodes and those within them.
func (j *Template) addBlocks(nodes []liquid.Node, shared map[string]*choice) {
	for _, n := range nodes {
		if n.Kind != liquid.BlockNode {
			continue
		}
		j.addBlock(n.Block, shared)
		for _, b := range n.Block.Branches {
			j.addBlocks(b.Nodes, shared)
		}
	}
}

// addBlock reads the branches of a block.
func (j *Template) addBlock(of *liquid.Block, shared map[string]*choice) {
	b := &block{}
	var names []string
	otherwise := false
	for _, branch := range of.Branches {
		tag := j.Liquid.Tags[branch.Tag]
		switch tag.Name {
		case "case", "capture", "comment": // nothing is printed before the first when, or at all
			continue
		case "else", "raw":
			otherwise = true
		}
		b.sides = append(b.sides, branch.Nodes)
		names = append(names, strings.TrimSpace(tag.Name+" "+tag.Args.In(j.Text)))
	}
	if !otherwise {
		b.sides = append(b.sides, nil)
		names = append(names, "")
	}
	j.blocks[of] = b
	if len(b.sides) == 1 {
		return
	}
	opening := j.Liquid.Tags[of.Branches[0].Tag]
	key := ""
	if len(b.sides) == 2 && (opening.Name == "if" || opening.Name == "unless") {
		key = strings.Join(strings.Fields(opening.Args.In(j.Text)), " ")
		b.reversed = opening.Name == "unless"
	}
	if c := shared[key]; c != nil && key != "" {
		b.choice = c
		return
	}
	b.choice = &choice{sides: len(b.sides), names: names}
	if b.reversed {
		b.choice.names = []string{"if " + key, "unless " + key}
	}
	if key != "" {
		shared[key] = b.choice
	}
	j.choices = append(j.choices, b.choice)
}

// sides takes the first side of each choice, or the last.
func (j *Template) sides(last bool) map[*choice]int {
	if len(j.choices) == 0 {
		return nil
	}
	sides := make(map[*choice]int, len(j.choices))
	for _, c := range j.choices {
		sides[c] = 0
		if last {
			sides[c] = c.sides - 1
		}
	}
	return sides
}

// with is a choice of sides that differs from another in one.
func with(base map[*choice]int, c *choice, side int) map[*choice]int {
	sides := maps.Clone(base)
	sides[c] = side
	return sides
}

// A stretch is what a reading goes over: plain text or an output.
type stretch struct {
	liquid.Span
	output int  // in Liquid.Outputs, -1 for plain text
	next   byte // the first letter of the plain text after it, 0 when there is none
}

// stretches lists what is printed with one side of each choice.
func (j *Template) stretches(sides map[*choice]int) []stretch {
	list := j.printed(make([]stretch, 0, len(j.Liquid.Nodes)), j.Liquid.Nodes, sides)
	next := byte(0)
	for i := len(list) - 1; i >= 0; i-- {
		list[i].next = next
		if list[i].output < 0 {
			if text := strings.TrimLeft(list[i].In(j.Text), space); text != "" {
				next = text[0]
			}
		}
	}
	return list
}

// printed adds what some nodes print.
func (j *Template) printed(list []stretch, nodes []liquid.Node, sides map[*choice]int) []stretch {
	for _, n := range nodes {
		switch n.Kind {
		case liquid.TextNode:
			list = append(list, stretch{n.Span, -1, 0})
		case liquid.OutputNode:
			list = append(list, stretch{n.Span, n.Index, 0})
		case liquid.BlockNode:
			list = j.printed(list, j.blocks[n.Block].taken(sides), sides)
		}
	}
	return list
}

// taken returns what a block prints with one side of each choice.
func (b *block) taken(sides map[*choice]int) []liquid.Node {
	side := 0
	if b.choice != nil {
		side = sides[b.choice]
		if b.reversed {
			side = b.choice.sides - 1 - side
		}
	}
	return b.sides[side]
}

const space = " \t\r\n" // of JSON

// Letters returns how many letters of its own a template prints at least, Liquid not
// counted.
func (j *Template) Letters() int { return j.shortest(utf8.RuneCountInString) }

// Bytes is Letters in bytes.
func (j *Template) Bytes() int { return j.shortest(func(s string) int { return len(s) }) }

func (j *Template) shortest(length func(string) int) int {
	own := func(last bool) int {
		n := 0
		for _, s := range j.stretches(j.sides(last)) {
			if s.output < 0 {
				n += length(s.In(j.Text))
			}
		}
		return n
	}
	if len(j.choices) == 0 {
		return own(false)
	}
	return min(own(false), own(true))
}
