package inventory

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"studiolint/lint/address"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/literal"
	"studiolint/lint/project"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/schemas"
)

// A key is what makes two things the same.
type key struct {
	kind    Kind
	sidKind string
	value   string
	how     How
}

// A collector adds up what documents depend on.
type collector struct {
	items   map[key]*Item
	secrets finding.Secrets
	d       *project.Document
}

// An occurrence is a string of a document, or a text that it becomes.
type occurrence struct {
	node   source.Node
	widget *flow.Widget      // nil for none
	fact   *schemas.Property // of the property that the string is; nil for none
	text   string
	how    How
	whole  bool // the thing stands where the string stands, not at a part of it
}

// document adds what one document depends on. What the API says of a resource itself is
// nothing outside it.
func (c *collector) document(d *project.Document) {
	c.d = d
	if d.Flow == nil {
		for n := range d.Texts() {
			if d.Kind == input.FlexFlowRequest ||
				d.Kind == input.FlexFlowResource &&
					!slices.Contains([]string{"sid", "account_sid", "accountSid", "url"}, n.Key()) {
				c.parts(occurrence{node: n, text: n.Text(), how: Literal})
			}
		}
		return
	}
	for n := range d.Definition.Strings() {
		o := occurrence{node: n, text: n.Text(), how: Literal, widget: d.Flow.WidgetAt(n)}
		if o.widget != nil && n.Parent() == o.widget.Properties {
			o.fact = o.widget.Facts.Property(n.Key())
		}
		if o.text != "" && !isName(o.widget, n) {
			c.look(o)
		}
	}
	for _, r := range d.Flow.Refs() {
		if path := outside(r); path != "" {
			c.add(Variable, "", path, Liquid, r.Node, r.Place())
		}
	}
}

// isName reports whether a string is the name of something within the flow: of a widget, a
// type or an event.
func isName(w *flow.Widget, n source.Node) bool {
	if w == nil {
		return n.Key() == "initial_state"
	}
	return n == w.NameNode || n == w.TypeNode || slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool { return n == t.EventNode || n == t.NextNode })
}

// look adds what a string names: as it stands, or as Liquid fills it in with texts that
// the flow sets.
func (c *collector) look(o occurrence) {
	t := c.d.Flow.TemplateAt(o.node)
	c.parts(o)
	if t == nil {
		c.whole(o)
		return
	}
	known := false
	for _, a := range values.Held.Of(c.d).Assembled(t) {
		if !strings.Contains(a.Text, values.UnknownPart) && a.Text != o.text {
			known = true
			filled := o
			filled.text, filled.how, filled.whole = a.Text, Constant, true
			c.parts(filled)
			c.whole(filled)
		}
	}
	if !known && !t.Literal && !ofContact(t) {
		o.how = Liquid
		c.whole(o)
	}
}

// parts adds the SIDs, numbers, hosts and URLs in a text.
func (c *collector) parts(o occurrence) {
	for _, l := range literal.Owned(o.text) {
		switch l.Kind {
		case literal.SID:
			prefix := l.Value[:2]
			c.addPart(o, kindOfSID(prefix), prefix, l.Value, o.how, l)
		case literal.Phone:
			c.addPart(o, Phone, "", l.Value, o.how, l)
		case literal.Host:
			c.addPart(o, Host, "", l.Value, o.how, l)
		}
	}
	for _, l := range literal.URLs(o.text) {
		how, kind := o.how, URL
		if strings.Contains(l.Value, "{{") || strings.Contains(l.Value, "{%") {
			how = Liquid
		}
		if o.widget != nil && o.fact != nil && o.widget.Facts.Request != nil &&
			len(o.widget.Facts.Request.NamedBy) > 0 && o.fact.Name == o.widget.Facts.Request.URL {
			kind = Function
		}
		c.addPart(o, kind, "", l.Value, how, l)
		if at, ok := address.Parse(c.d, l.Value); ok && !strings.HasSuffix(at.Host, ".twil.io") { // those are found in any text
			c.addPart(o, Host, "", at.Host, o.how, l)
		}
	}
}

// whole adds what a property names that is none of these: a workflow or a channel by
// its name, an address that is no number, and what only an execution knows.
func (c *collector) whole(o occurrence) {
	if o.fact == nil || o.how != Liquid && len(literal.Owned(o.text))+len(literal.URLs(o.text)) > 0 {
		return
	}
	task := o.widget.Facts.FlexTask
	switch f := o.fact; {
	case task != nil && (f.Name == task.Workflow || f.Name == task.Channel), o.how == Liquid && len(f.SID) > 0:
		if len(f.SID) > 0 {
			c.add(kindOfSID(f.SID[0]), f.SID[0], o.text, o.how, o.node, o.node.Place())
		}
	case f.Format == schemas.FormatAddress && o.how == Liquid:
		c.add(Phone, "", o.text, o.how, o.node, o.node.Place())
	case f.IsParty():
		c.add(Address, "", o.text, o.how, o.node, o.node.Place())
	case f.IsURL() && o.how == Liquid && len(literal.URLs(o.text)) == 0:
		c.add(URL, "", o.text, o.how, o.node, o.node.Place())
	}
}

func (c *collector) addPart(o occurrence, kind Kind, sidKind, value string, how How, l literal.Literal) {
	at := o.node.Place()
	if !o.whole {
		at = o.node.Part(l.Start, l.End)
	}
	c.add(kind, sidKind, value, how, o.node, at)
}

func (c *collector) add(kind Kind, sidKind, value string, how How, n source.Node, at source.Place) {
	value = c.secrets.Hide(value)
	k := key{kind, sidKind, value, how}
	item := c.items[k]
	if item == nil {
		item = &Item{Kind: kind, SIDKind: sidKind, Value: value, How: how}
		c.items[k] = item
	}
	place := placeOf(c.d, n, at)
	if last := len(item.Places) - 1; last < 0 || item.Places[last] != place {
		item.Places = append(item.Places, place)
	}
}

// placeOf returns where a part of a string of a document stands.
func placeOf(d *project.Document, n source.Node, at source.Place) Place {
	file, span := at.Locate()
	p := Place{File: file.Path, Range: file.Range(span)}
	base := d.Node
	if d.Flow != nil {
		if n.File() == d.Definition.File() {
			base = d.Definition
		}
		if w := d.Flow.WidgetAt(n); w != nil {
			base = w.Node
			p.Widget = cmp.Or(w.Name, w.Label())
		}
	}
	p.Member = memberOf(n, base)
	return p
}

// maxParts is how many steps of a path are written: those nearest to the string.
const maxParts = 30

// memberOf is the path from an object to a string in it: names after dots, elements of
// lists by their keys, or else by their places.
func memberOf(n, base source.Node) string {
	var parts []string
	for ; n.Exists() && n != base; n = n.Parent() {
		if len(parts) == maxParts {
			parts = append(parts, "…")
			break
		}
		part := "." + n.Key()
		if n.Key() == "" {
			k := n.Get("key").Text()
			if k == "" {
				k = strconv.Itoa(n.Index())
			}
			part = "[" + k + "]"
		}
		parts = append(parts, part)
	}
	slices.Reverse(parts)
	return strings.TrimPrefix(strings.Join(parts, ""), ".")
}

// outside returns what a reference reads of that with which the execution was started,
// such as flow.data.name; "" for anything else.
func outside(r flow.Ref) string {
	known := schemas.LiquidFacts().Root(r.Root())
	path := r.Root()
	for i := 1; known != nil && i < len(r.Segments); i++ {
		name := r.Name(i)
		if name == "" {
			return ""
		}
		path += "." + name
		if known.Holds == schemas.HoldsParameters {
			return path
		}
		known = known.Key(name)
	}
	if known != nil && known.Holds == schemas.HoldsParameters {
		return path
	}
	return ""
}

// ofContact reports whether all that a template reads is who writes or calls, and which
// of the account's own addresses that reached.
func ofContact(t *flow.Template) bool {
	refs := t.Refs()
	return len(refs) > 0 && !slices.ContainsFunc(refs, func(r flow.Ref) bool {
		root := r.Root()
		return root != "contact" && root != "trigger" && (root != "flow" || r.Name(1) != "channel")
	})
}

// kindOfSID returns what a SID names, by its letters: as the catalogue knows the
// properties in which it stands.
func kindOfSID(prefix string) Kind {
	if kind, ok := sidKinds()[prefix]; ok {
		return kind
	}
	return SID
}

var sidKinds = sync.OnceValue(func() map[string]Kind {
	kinds := map[string]Kind{"HX": Content}
	for _, typ := range schemas.Types() {
		w := schemas.Catalogue{}.Widget(typ)
		for i := range w.Properties {
			f := &w.Properties[i]
			for _, prefix := range f.SID {
				switch {
				case w.Subflow != nil && f.Name == w.Subflow.Flow:
					kinds[prefix] = Subflow
				case w.Request != nil && len(w.Request.NamedBy) > 0:
					kinds[prefix] = Function
				}
			}
		}
	}
	return kinds
})
