package script

import (
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/sim"
	"studiolint/lint/split"
	"studiolint/schemas"
)

// A cell is something that is given to a flow from outside and that decides how it goes on:
// a part of what a widget gets as an answer, or of what the execution is started with.
type cell struct {
	widget *flow.Widget // nil of what it is started with
	path   []string     // below widgets.NAME; of what it is started with the whole path
	texts  []string     // those worth trying, the plainest first
	listed bool         // it is read as a list: what is given is one of the text
}

// cells are the cells of a flow.
type cells struct {
	flow  *flow.Flow
	list  []*cell
	index map[string]*cell
	clock bool // it asks for the time
}

const (
	maxTexts = 24 // of a cell
	maxDepth = 4  // how often a variable is copied
)

// cellsOf gathers what the splits of a program look at, and for each the texts by which
// their branches are taken.
func cellsOf(p *sim.Program) *cells {
	cs := &cells{flow: p.Flow, index: map[string]*cell{}}
	for _, w := range p.Flow.Widgets {
		for _, t := range p.Flow.TemplatesOf(w) {
			for _, r := range t.Refs() {
				cs.read(r)
			}
			cs.lists(t)
			cs.clock = cs.clock || strings.Contains(t.Text, "'now'") || strings.Contains(t.Text, `"now"`) || strings.Contains(t.Text, "'today'") || strings.Contains(t.Text, `"today"`)
		}
	}
	for _, w := range p.Flow.Widgets {
		if w.Facts.Split {
			cs.split(p, w)
		}
	}
	return cs
}

// forLists are the filters that are written for lists alone.
var forLists = []string{"join", "map", "sort", "uniq", "reverse", "compact"}

// lists marks the cells that a template reads as lists.
func (cs *cells) lists(t *flow.Template) {
	for term := range t.Liquid.Terms() {
		if term.Ref < 0 || len(term.Filters) == 0 || !slices.Contains(forLists, term.Filters[0].Name) {
			continue
		}
		if c := cs.read(flow.Ref{Template: t, Reference: &t.Liquid.References[term.Ref]}); c != nil {
			c.listed = true
		}
	}
}

// split adds the texts that lead to the branches of a split, and past all of them.
func (cs *cells) split(p *sim.Program, w *flow.Widget) {
	found, literals := cs.tested(w)
	if len(found) == 0 {
		return
	}
	var before []split.Comparison
	var texts []string
	add := func(hold, fail []split.Comparison) {
		if text, ok := split.Example(hold, fail); ok {
			texts = append(texts, text)
		}
	}
	for _, t := range w.Transitions {
		if len(t.Conditions) == 0 {
			continue
		}
		list, ok := p.Comparisons(t)
		if !ok {
			texts = append(texts, cs.constants(t)...)
			continue
		}
		add(list, before)
		add(list, nil)
		texts = append(texts, numbers(list)...)
		before = append(before, list...)
	}
	add(nil, before)
	texts = append(texts, literals...)
	if cs.measures(w) {
		texts = append(texts, asLong(texts)...)
	}
	for _, c := range found {
		c.add(texts...)
	}
}

// numbers returns for comparisons with a number one that is another: what is not equal to
// it need not be one, but what the flow counts with has to.
func numbers(list []split.Comparison) (texts []string) {
	for _, c := range list {
		if n, err := strconv.Atoi(c.Value()); err == nil && c.Operator() == split.NotEqualTo {
			texts = append(texts, strconv.Itoa(n+1))
		}
	}
	return texts
}

// constants returns texts for a branch that compares two values of which neither is fixed:
// those that variables hold, and one that both may be.
func (cs *cells) constants(t *flow.Transition) (texts []string) {
	texts = append(texts, plainAnswers[schemas.ByKeys][0])
	for _, c := range t.Conditions {
		template := cs.flow.TemplateAt(c.Value)
		if template == nil {
			continue
		}
		for _, r := range template.Refs() {
			for _, item := range cs.writes(r) {
				if text := item.Value.Text(); !liquid.HasMarkup(text) {
					texts = append(texts, text)
				}
			}
		}
	}
	return texts
}

// measures reports whether a split looks at how long a text is.
func (cs *cells) measures(w *flow.Widget) bool {
	return slices.ContainsFunc(cs.flow.TemplatesOf(w), func(t *flow.Template) bool {
		return t.Liquid.AsksForSize()
	})
}

// asLong returns texts of as many letters as numbers among some texts say.
func asLong(texts []string) (long []string) {
	const most = 200
	for _, text := range texts {
		if n, err := strconv.Atoi(text); err == nil && n > 0 && n <= most {
			long = append(long, strings.Repeat("a", n))
		}
	}
	return long
}

// tested returns the cells that the conditions of a split look at, and the texts that stand
// in their templates.
func (cs *cells) tested(w *flow.Widget) (found []*cell, literals []string) {
	seen := map[*flow.Template]bool{}
	for _, t := range cs.flow.TemplatesOf(w) {
		if t.Transition != nil || t.Property == "input" {
			cs.from(t, seen, maxDepth, &found, &literals)
		}
	}
	return found, literals
}

// from adds the cells that a template reads, also those that were copied into variables.
func (cs *cells) from(t *flow.Template, seen map[*flow.Template]bool, depth int, found *[]*cell, literals *[]string) {
	if t == nil || seen[t] || depth == 0 {
		return
	}
	seen[t] = true
	for term := range t.Liquid.Terms() {
		text := term.In(t.Text)
		switch term.Kind {
		case liquid.StringOperand:
			*literals = append(*literals, text[1:len(text)-1])
		case liquid.NumberOperand:
			*literals = append(*literals, text)
		}
	}
	for _, r := range t.Refs() {
		if c := cs.read(r); c != nil {
			if !slices.Contains(*found, c) {
				*found = append(*found, c)
			}
			continue
		}
		for _, item := range cs.writes(r) {
			cs.from(cs.flow.TemplateAt(item.Value), seen, depth-1, found, literals)
		}
	}
}

// writes returns the items of Set Variables that may have set what a reference reads.
func (cs *cells) writes(r flow.Ref) []flow.Write {
	key, ok := r.Variable()
	if !ok {
		var name string
		if name, key, ok = r.Output(); !ok || cs.flow.Widget(name) == nil {
			return nil
		}
	}
	if v := cs.flow.Variable(key); v != nil {
		return v.Writes
	}
	return nil
}

// read returns the cell of a reference, nil when it reads a variable, or what Studio never
// has: nothing can be given for that.
func (cs *cells) read(r flow.Ref) *cell {
	path := fixed(r)
	if len(path) < 2 || reads.Misspelt(cs.flow, r) {
		return nil
	}
	var w *flow.Widget
	switch path[0] {
	case "widgets":
		w = cs.flow.Widget(path[1])
		if w == nil || len(path) < 3 || w.Facts.Outputs.From == "variables" {
			return nil
		}
		path = path[2:]
	case "flow":
		if path[1] == "variables" {
			return nil
		}
	}
	if last := path[len(path)-1]; len(path) > 1 && (last == "size" || last == "first" || last == "last") {
		path = path[:len(path)-1]
	}
	key := strings.Join(path, "\x00")
	if w != nil {
		key = w.Name + "\x00\x00" + key
	}
	c := cs.index[key]
	if c == nil {
		c = &cell{widget: w, path: path}
		cs.index[key] = c
		cs.list = append(cs.list, c)
	}
	return c
}

// fixed returns the names of a path as far as they are fixed.
func fixed(r flow.Ref) []string {
	var path []string
	for _, s := range r.Segments {
		if s.Name == "" || s.Kind == liquid.DynamicSegment || s.Kind == liquid.PlaceholderSegment {
			break
		}
		path = append(path, s.Name)
	}
	return path
}

func (c *cell) add(texts ...string) {
	for _, text := range texts {
		if len(c.texts) < maxTexts && !slices.Contains(c.texts, text) {
			c.texts = append(c.texts, text)
		}
	}
}

// of returns the cells of a widget, or with nil of what an execution is started with.
func (cs *cells) of(w *flow.Widget) (own []*cell) {
	for _, c := range cs.list {
		if c.widget == w {
			own = append(own, c)
		}
	}
	return own
}
