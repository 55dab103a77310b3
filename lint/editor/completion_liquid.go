package editor

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// What may stand before the cursor within markup. They are compiled when they are needed
// first.
var (
	tagBegun    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^-?\s*([a-z]*)$`) })
	filterBegun = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\|\s*([a-z_0-9]*)$`) })
	pathBegun   = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:^|[^\w."'\]-])((?:[A-Za-z_][\w-]*(?:\.|\[(?:"[^"]*"|'[^']*'|\d+)\]\.?))*)((?:[A-Za-z_][\w-]*)?\[["']([^"'\]]*)|[\w-]*)$`)
	})
	pathStep = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[A-Za-z_][\w-]*|"[^"]*"|'[^']*'|\d+`) })
)

// markup returns what stands between the braces before the cursor and the cursor, and
// whether the cursor stands within markup.
func (c *completer) markup() (inside string, tag, ok bool) {
	if c.template != nil && c.template.Literal {
		return "", false, false
	}
	before := c.node.Text()[:c.at]
	output, tagAt := strings.LastIndex(before, "{{"), strings.LastIndex(before, "{%")
	open := max(output, tagAt)
	if open < 0 {
		return "", false, false
	}
	inside = before[open+2:]
	if strings.Contains(inside, "}}") || strings.Contains(inside, "%}") {
		return "", false, false
	}
	return inside, tagAt > output, true
}

func (c *completer) inMarkup() bool {
	_, _, ok := c.markup()
	return ok
}

// liquid offers what can stand in markup: tags, filters, and the next step of a path.
func (c *completer) liquid() {
	inside, tag, _ := c.markup()
	if m := tagBegun().FindStringSubmatch(inside); tag && m != nil {
		c.step(len(m[1]))
		for _, t := range schemas.LiquidFacts().Tags {
			c.offer(completionItem{Label: t.Name, Kind: itemKeyword}, t.Name)
			if t.End != "" {
				c.offer(completionItem{Label: t.End, Kind: itemKeyword}, t.End)
			}
		}
		return
	}
	if m := filterBegun().FindStringSubmatch(inside); m != nil {
		c.step(len(m[1]))
		for _, f := range schemas.LiquidFacts().Filters {
			c.offer(completionItem{Label: f.Name, Kind: itemFunction, Documentation: c.doc(f.Meaning)}, f.Name)
		}
		return
	}
	m := pathBegun().FindStringSubmatch(inside)
	if m == nil {
		return
	}
	last, path := m[2], m[1]
	if name, _, bracket := strings.Cut(last, "["); bracket {
		path, last = path+name, m[3]
	}
	var steps []string
	for _, s := range pathStep().FindAllString(path, -1) {
		steps = append(steps, strings.Trim(s, `"'`))
	}
	c.step(len(last))
	c.path(steps)
}

// step makes what is replaced the step of a path at the cursor, of which so many letters
// stand before it.
func (c *completer) step(before int) {
	text := c.node.Text()
	end := c.at
	for c.whole() && end < len(text) && liquidNameByte(text[end]) {
		end++
	}
	_, at := c.node.Part(c.at-before, end).Locate()
	start := min(at.Start, c.offset)
	stop := c.offset
	if c.whole() {
		stop = max(at.End, c.offset)
	}
	c.place = c.document.text.rangeOf(start, stop)
}

func liquidNameByte(b byte) bool {
	return b == '_' || b == '-' || '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// offer is add for a part of a string.
func (c *completer) offer(item completionItem, written string) {
	item.SortText = fmt.Sprintf("%05d", len(c.items))
	item.TextEdit = &textEdit{c.place, c.encoded(written)}
	c.items = append(c.items, item)
}

// path offers the names that can follow the steps of a path.
func (c *completer) path(steps []string) {
	facts := schemas.LiquidFacts()
	switch {
	case len(steps) == 0:
		for _, r := range facts.Roots {
			c.offer(completionItem{Label: r.Name, Kind: itemVariable, Documentation: c.doc(r.Meaning)}, r.Name)
		}
		c.locals()
	case steps[0] == "widgets" && len(steps) == 1:
		c.outputs()
	case steps[0] == "widgets":
		if w := c.widgetNamed(steps[1]); w != nil {
			c.outputsOf(w, steps[2:])
		}
	case len(steps) == 2 && steps[0] == "flow" && steps[1] == "variables":
		c.variables()
	default:
		root := facts.Root(steps[0])
		if root == nil {
			return
		}
		c.keys(root.Keys, steps[1:])
	}
}

// locals offers the names that the template itself gives something.
func (c *completer) locals() {
	if c.template == nil {
		return
	}
	var names []string
	for _, l := range c.template.Liquid.Locals {
		if l.Scope.Start <= c.at && c.at <= l.Scope.End && !slices.Contains(names, l.Name) {
			names = append(names, l.Name)
			c.offer(completionItem{Label: l.Name, Kind: itemVariable, Detail: "this template"}, l.Name)
		}
	}
}

// keys offers what is known below a value.
func (c *completer) keys(known []schemas.Variable, steps []string) {
	for _, s := range steps {
		k := reads.Member(known, s)
		if k == nil {
			return
		}
		known = k.Keys
	}
	for _, k := range known {
		name := k.Name
		if k.Numbered {
			name += "0"
		}
		if reads.IsName(name) {
			c.offer(completionItem{Label: name, Kind: itemField, Documentation: c.doc(k.Meaning)}, name)
		}
	}
}

func (c *completer) widgetNamed(name string) *flow.Widget {
	for _, f := range c.flows() {
		if w := f.Widget(name); w != nil {
			return w
		}
	}
	return nil
}

// outputs offers the widgets that store something: first those that have certainly run
// when an execution comes here, last those that cannot have.
func (c *completer) outputs() {
	ranks := [3]string{"has certainly run here", "may have run here", "has not run here"}
	var byRank [3][]completionItem
	seen := map[string]bool{}
	for _, f := range c.flows() {
		here := f.Only(c.here())
		for _, w := range f.Widgets {
			if seen[w.Name] || !reads.IsName(w.Name) || w.Facts.Starts ||
				w.Facts.Known() && w.Facts.Outputs.Closed && len(w.Facts.Outputs.Keys) == 0 &&
					w.Facts.Outputs.From == "" {
				continue
			}
			seen[w.Name] = true
			rank := rankOf(f, w, here)
			byRank[rank] = append(byRank[rank], completionItem{Label: w.Name, Kind: itemClass, Detail: w.Type + ", " + ranks[rank]})
		}
	}
	for _, items := range byRank {
		for _, item := range items {
			c.offer(item, item.Label)
		}
	}
}

func (c *completer) here() string {
	if c.widget == nil {
		return ""
	}
	return c.widget.Name
}

// rankOf says how certain it is that a widget has run when an execution comes to another
// one: 0 certain, 1 possible, 2 impossible.
func rankOf(f *flow.Flow, w, here *flow.Widget) int {
	switch {
	case here == nil || !f.Reachable(here):
		return 1
	case f.HasRun(w, here):
		return 0
	case f.CanPrecede(w, here):
		return 1
	}
	return 2
}

// outputsOf offers what a widget stores.
func (c *completer) outputsOf(w *flow.Widget, steps []string) {
	if len(steps) == 0 {
		for _, f := range c.flows() {
			if f.Widget(w.Name) != w {
				continue
			}
			for _, write := range f.Writes(w) {
				if key := write.Key.Text(); reads.IsName(key) {
					c.offer(completionItem{Label: key, Kind: itemVariable}, key)
				}
			}
		}
	}
	c.keys(w.Facts.Outputs.Keys, steps)
}

// variables offers those that the flow sets or reads.
func (c *completer) variables() {
	seen := map[string]bool{}
	for _, f := range c.flows() {
		for _, v := range f.Variables() {
			if seen[v.Key] || !reads.IsName(v.Key) || len(v.Writes) == 0 && c.readsOnlyHere(v) {
				continue
			}
			seen[v.Key] = true
			item := completionItem{Label: v.Key, Kind: itemVariable, Detail: "no widget of this flow sets it"}
			if len(v.Writes) > 0 {
				item.Detail = "set by " + v.Writes[0].Widget.Name
			}
			c.offer(item, v.Key)
		}
	}
}

// readsOnlyHere reports whether a variable is read nowhere but at the cursor: it is what
// is being written.
func (c *completer) readsOnlyHere(v *flow.Variable) bool {
	for _, r := range v.Reads {
		if r.Template.Node != c.node || !(r.Reference.Span.Start <= c.at && c.at <= r.Reference.Span.End) {
			return false
		}
	}
	return true
}
