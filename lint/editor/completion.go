package editor

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/about"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// The kinds of what completion offers.
const (
	itemField    = 5
	itemVariable = 6
	itemClass    = 7
	itemProperty = 10
	itemValue    = 12
	itemKeyword  = 14
	itemEvent    = 23
	itemFunction = 3
	itemOperator = 24
)

type completionItem struct {
	Label         string         `json:"label"`
	Kind          int            `json:"kind"`
	Detail        string         `json:"detail,omitzero"`
	Documentation map[string]any `json:"documentation,omitzero"`
	SortText      string         `json:"sortText"`
	FilterText    string         `json:"filterText,omitzero"`
	Tags          []int          `json:"tags,omitzero"`
	TextEdit      *textEdit      `json:"textEdit"`
}

// tagDeprecated marks what should not be written any more.
const tagDeprecated = 1

type completionList struct {
	IsIncomplete bool             `json:"isIncomplete"`
	Items        []completionItem `json:"items"`
}

// completion answers with what can be written at a place, also in a text that is not
// whole.
func (s *server) completion(p *positionParams) (any, error) {
	list := completionList{Items: []completionItem{}}
	d := s.document(p.TextDocument.URI)
	if d == nil || d.path == "" {
		return list, nil
	}
	offset, ok := d.text.offset(p.Position)
	if !ok {
		return list, nil
	}
	m, at := s.mended(d, offset)
	if m == nil {
		return list, nil
	}
	about := m.subject(at)
	if about == nil || about.flow == nil {
		return list, nil
	}
	c := &completer{subject: about, known: d.model, server: s}
	c.replaced(d, offset)
	if c.at >= 0 && c.inMarkup() {
		c.liquid()
	} else {
		c.json()
	}
	list.Items = append(list.Items, c.items...)
	return list, nil
}

// A completer collects what can be written.
type completer struct {
	*subject
	server *server
	known  *model // the last text that could be read; nil for none
	items  []completionItem

	place    span // what is replaced, in the newest text
	quoted   bool // it stands within quotes
	document *document
	offset   int // of the cursor in the newest text
}

// replaced finds what is replaced: all between the quotes in which the cursor stands, as
// far as it belongs to the name there.
func (c *completer) replaced(d *document, offset int) {
	c.document, c.offset = d, offset
	c.quoted = c.isString() && c.stringBegins()
	start, end := offset, offset
	if c.quoted {
		at := c.node.Span()
		if c.inName {
			at = c.node.KeySpan()
		}
		_, in := c.node.File().Place(source.Span{Start: at.Start + 1, End: max(at.End-1, at.Start+1)}).Locate()
		start, end = min(in.Start, offset), max(in.End, offset)
		if !c.whole() { // the quote that ends it may be that of another string
			end = offset
			for end < len(d.text.bytes) && isNameByte(d.text.bytes[end]) {
				end++
			}
			if end == len(d.text.bytes) || d.text.bytes[end] != '"' {
				end = offset
			}
		}
	}
	c.place = d.text.rangeOf(start, end)
}

// whole reports whether the newest text can be read as it is.
func (c *completer) whole() bool { return c.model.text == c.document.text }

func isNameByte(b byte) bool {
	return b == '_' || b == '-' || b == ' ' || '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z' || b >= 0x80
}

func (c *completer) isString() bool { return c.inName || c.node.IsString() }

// stringBegins reports whether the string at the cursor has its opening quote in the
// newest text: it may have been put in.
func (c *completer) stringBegins() bool {
	return c.whole() || scan(c.document.text.bytes[:c.offset]).inString
}

// add offers something by its bare name. Where there are no quotes yet they are written.
func (c *completer) add(item completionItem, written string) {
	text := c.encoded(written)
	if !c.quoted {
		text = `"` + text + `"`
		item.FilterText = item.Label
	}
	item.SortText = fmt.Sprintf("%05d", len(c.items))
	item.TextEdit = &textEdit{c.place, text}
	c.items = append(c.items, item)
}

// encoded writes a text as it stands within the string at the cursor.
func (c *completer) encoded(text string) string {
	if !c.inName && c.node.IsString() && c.node.File().Outer().Exists() {
		if _, _, encoded, ok := c.node.Part(0, 0).Replace(text).Resolve(); ok {
			return encoded
		}
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // nobody writes \u003c for <
	if e.Encode(text) != nil {
		return text
	}
	quoted := strings.TrimSuffix(b.String(), "\n")
	return quoted[1 : len(quoted)-1]
}

func (c *completer) doc(text string) map[string]any {
	if text == "" {
		return nil
	}
	return c.server.markup(escape(text))
}

// json offers names, types, events and members.
func (c *completer) json() {
	if c.inName {
		c.member(c.node.Parent())
		return
	}
	n := c.node
	if !n.IsString() && n.Kind() != source.Null && n.Kind() != source.Bool {
		return
	}
	if t := c.transition; t != nil {
		c.inTransition(t, n)
		return
	}
	switch parent := n.Parent(); {
	case parent == c.flow.Definition && n.Key() == "initial_state":
		c.names()
	case c.widget != nil && parent == c.widget.Node && n.Key() == "type":
		c.types()
	case c.widget != nil && parent == c.widget.Properties:
		c.values(c.widget.Facts.Property(n.Key()))
	}
}

func (c *completer) inTransition(t *flow.Transition, n source.Node) {
	switch parent := n.Parent(); {
	case parent == t.Node && n.Key() == "next":
		c.names()
	case parent == t.Node && n.Key() == "event":
		c.events()
	case n.Key() == "type" && parent.Parent().Key() == "conditions":
		c.operators()
	}
}

// flows are the flow at the cursor, and what it was when it could be read last.
func (c *completer) flows() []*flow.Flow {
	list := []*flow.Flow{c.flow}
	if c.known != nil && c.known != c.model {
		for _, d := range c.known.documents {
			if d.Flow != nil {
				list = append(list, d.Flow)
			}
		}
	}
	return list
}

// names offers the widgets.
func (c *completer) names() {
	seen := map[string]bool{}
	for _, f := range c.flows() {
		for _, w := range f.Widgets {
			if w.Name == "" || seen[w.Name] || w.Facts.Starts && c.transition != nil {
				continue
			}
			seen[w.Name] = true
			c.add(completionItem{Label: w.Name, Kind: itemClass, Detail: w.Type}, w.Name)
		}
	}
}

func (c *completer) types() {
	for _, typ := range c.flow.Catalogue.Types() {
		facts := c.flow.Catalogue.Widget(typ)
		item := completionItem{Label: typ, Kind: itemClass, Detail: facts.Title, Documentation: c.doc(facts.Description)}
		if facts.Status == schemas.Retired {
			item.Tags = []int{tagDeprecated}
		}
		c.add(item, typ)
	}
}

// events offers those of the widget that it has no transition for yet, and those that may
// stand in several.
func (c *completer) events() {
	for _, e := range c.widget.Facts.Events {
		other := c.widget.On(e.Name)
		if other != nil && other != c.transition && e.Kind != schemas.KindBranch {
			continue
		}
		c.add(completionItem{Label: e.Name, Kind: itemEvent, Documentation: c.doc(e.Meaning)}, e.Name)
	}
}

func (c *completer) operators() {
	for _, o := range c.widget.Facts.Operators {
		c.add(completionItem{Label: o.Name, Kind: itemOperator, Documentation: c.doc(o.Meaning)}, o.Name)
	}
}

// values offers the values that are known of a property.
func (c *completer) values(p *schemas.Property) {
	if p == nil {
		return
	}
	types := schemas.TypeSet(0)
	if s := c.widget.Facts.Schema.At("properties", p.Name); s != nil {
		types = s.Types
	}
	if types != 0 && types.Accepts(schemas.Boolean) && !c.quoted {
		for _, value := range []string{"true", "false"} {
			c.items = append(c.items, completionItem{Label: value, Kind: itemValue, SortText: value, TextEdit: &textEdit{c.place, value}})
		}
		return
	}
	for _, value := range p.Values {
		c.add(completionItem{Label: value, Kind: itemValue}, value)
	}
}

// member offers the members that an object does not have yet.
func (c *completer) member(object source.Node) {
	var known []schemas.Property
	var schema *schemas.Schema
	switch {
	case c.widget != nil && object == c.widget.Properties:
		known, schema = c.widget.Facts.Properties, c.widget.Facts.Schema.At("properties")
	case c.transition != nil && object == c.transition.Node:
		known = below("transitions.", []string{"event", "next", "conditions"})
	case c.transition != nil && object.Parent().Key() == "conditions":
		known = c.widget.Facts.Conditions
	case c.widget != nil && object == c.widget.Node:
		known = below("", []string{"name", "type", "transitions", "properties"})
	case object == c.flow.Definition:
		known = schemas.Flow().Properties
		schema = schemas.Flow().Schema
		known = withMembers(known, schema)
	}
	for _, p := range known {
		if p.Legacy || strings.Contains(p.Name, ".") || object.Get(p.Name).Exists() && object.Get(p.Name) != c.node {
			continue
		}
		item := completionItem{Label: p.Name, Kind: itemProperty, Documentation: c.doc(p.Meaning)}
		if schema != nil {
			item.Detail = strings.Join(about.Property(schema, p), "; ")
		}
		c.addMember(item, p, schema)
	}
}

// below returns members of what every state has.
func below(prefix string, names []string) []schemas.Property {
	var list []schemas.Property
	for _, name := range names {
		p := schemas.Property{Name: name}
		if known := schemas.State().Property(prefix + name); known != nil {
			p = *known
			p.Name = name
		}
		list = append(list, p)
	}
	return list
}

// withMembers adds the members that a schema alone names.
func withMembers(known []schemas.Property, s *schemas.Schema) []schemas.Property {
	for name := range s.Properties.All() {
		if !slices.ContainsFunc(known, func(p schemas.Property) bool { return p.Name == name }) {
			known = append(slices.Clip(known), schemas.Property{Name: name})
		}
	}
	return known
}

// addMember offers a member by its name. Where its value is missing, it is written with
// the name: empty, and of the type that belongs there.
func (c *completer) addMember(item completionItem, p schemas.Property, schema *schemas.Schema) {
	rest := strings.TrimLeft(string(c.document.text.bytes[c.offset:min(c.offset+200, len(c.document.text.bytes))]), " \t\r\n")
	name := rest
	if c.quoted {
		if i := strings.IndexByte(rest, '"'); i >= 0 && !strings.ContainsAny(rest[:i], "\n:,{}") {
			name = strings.TrimLeft(rest[i+1:], " \t\r\n")
		} else {
			name = "?"
		}
	}
	if strings.HasPrefix(name, ":") || name == "?" {
		c.add(item, p.Name)
		return
	}
	if c.quoted { // "na| without a value: the closing quote is there
		c.add(item, p.Name)
		return
	}
	value := `""`
	if t := schema.At(p.Name); schema != nil && t != nil && t.Types != 0 && !t.Types.Accepts(schemas.String) {
		switch {
		case t.Types.Accepts(schemas.Boolean):
			value = "false"
		case t.Types.Accepts(schemas.Array):
			value = "[]"
		case t.Types.Accepts(schemas.Object):
			value = "{}"
		case t.Types.Accepts(schemas.Integer):
			value = "0"
		}
	}
	c.add(item, p.Name)
	c.items[len(c.items)-1].TextEdit.NewText += ": " + value
}
