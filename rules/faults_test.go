package rules

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A planter makes the faults that can be planted in one flow. What is a mistake,
// and how grave, it takes from the catalogue: to leave out an optional property
// is none, nor is another text in place of a text.
type planter struct {
	flow  *flow.Flow
	text  []byte
	clean func(source.Node) bool // nothing is wrong with it yet
	bare  func(source.Node) bool // nothing is said of it: a copy of it says nothing new
	list  []fault
}

func (p *planter) add(m fault) { p.list = append(p.list, m) }

func (p *planter) plant() []fault {
	p.definition()
	for _, w := range p.flow.Widgets {
		known := schemas.Lookup(w.Type)
		if known == nil || !p.clean(w.Node) {
			continue
		}
		p.state(w, known)
		p.templates(w)
		p.properties(w, known)
		for _, t := range w.Transitions {
			p.transition(w, known, t)
		}
	}
	return p.list
}

func (p *planter) definition() {
	root := p.flow.Definition
	facts := schemas.Flow()
	opening := []source.Span{root.Opening().Span}
	for key, n := range root.Members() {
		s := facts.Schema.Properties.Get(key)
		if s == nil || key == "states" || !p.clean(n) {
			continue
		}
		p.member("member of the flow", n, s, opening, slices.Contains(facts.Schema.Required, key), false)
	}
	flags := root.Get("flags")
	if n := flags.Get("allow_concurrent_calls"); n.Exists() && p.clean(n) {
		p.member("member of the flow", n, facts.Schema.At("flags", "allow_concurrent_calls"),
			append(opening, flags.Opening().Span, flags.KeySpan()), true, false)
	}
	initial := root.Get("initial_state")
	if w := p.flow.Widget(initial.Text()); w != nil && w.Type == "trigger" && p.clean(initial) {
		p.add(fault{kind: "misspelt", what: "initial state", edits: []edit{replace(initial, quoteJSON(misspell(w.Name, p.isName)))}, severity: finding.Error})
		p.add(fault{kind: "wrong case", what: "initial state", edits: []edit{replace(initial, quoteJSON(wrongCase(w.Name, p.isName)))}, severity: finding.Error})
		p.add(fault{kind: "dangling", what: "initial state", edits: []edit{replace(initial, `"Quite_Another_1"`)}, severity: finding.Error})
		if len(p.flow.Widgets) > 1 {
			other := p.flow.Widgets[1]
			p.add(fault{kind: "moved", what: "initial state", edits: []edit{replace(initial, quoteJSON(other.Name))}, severity: finding.Warning})
		}
	}
}

func (p *planter) isName(name string) bool { return p.flow.Widget(name) != nil }

// member plants what can go wrong with a member that has a schema. Owner is where
// a finding points when the member is gone.
func (p *planter) member(what string, n source.Node, s *schemas.Schema, owner []source.Span, required, open bool) {
	key := n.Key()
	siblings := n.Parent()
	taken := func(name string) bool { return siblings.Get(name).Exists() }
	severity := finding.Warning
	if required {
		severity = finding.Error
		p.add(fault{kind: "removed", what: what, edits: []edit{remove(n)}, places: owner, severity: finding.Error})
	}
	if required || !open {
		p.add(fault{kind: "misspelt", what: what, edits: []edit{rename(n, misspell(key, taken))}, severity: severity})
		p.add(fault{kind: "wrong case", what: what, edits: []edit{rename(n, wrongCase(key, taken))}, severity: severity})
	}
	if p.bare(n) {
		p.add(fault{kind: "duplicated", what: what, edits: []edit{writeTwice(n)}, severity: finding.Error})
	}
	p.wrongTypes(what, n, s)
	p.values(what, n, s)
}

// wrongTypes puts a value of each type that does not fit in the place of a value.
func (p *planter) wrongTypes(what string, n source.Node, s *schemas.Schema) {
	if s == nil || s.Types == 0 {
		return
	}
	for _, v := range []struct {
		text string
		is   schemas.TypeSet
	}{
		{"null", schemas.Null}, {"true", schemas.Boolean}, {"7", schemas.Integer}, {"0.5", schemas.Number},
		{`"seven"`, schemas.String}, {`["seven"]`, schemas.Array}, {`{"seven": 7}`, schemas.Object},
	} {
		if !s.Types.Accepts(v.is) {
			p.add(fault{kind: "wrong type", what: what, edits: []edit{replace(n, v.text)}, severity: finding.Error})
		}
	}
}

// values plants what the schema forbids of a value of the right type.
func (p *planter) values(what string, n source.Node, s *schemas.Schema) {
	if s == nil {
		return
	}
	if s.Enum != nil && n.IsString() {
		taken := func(v string) bool { return slices.Contains(s.Enum, v) }
		p.add(fault{kind: "misspelt", what: "value of " + what, edits: []edit{replace(n, quoteJSON(misspell(n.Text(), taken)))}, severity: finding.Error})
		p.add(fault{kind: "wrong case", what: "value of " + what, edits: []edit{replace(n, quoteJSON(wrongCase(n.Text(), taken)))}, severity: finding.Error})
	}
	if s.MinLength > 0 {
		p.add(fault{kind: "out of range", what: "value of " + what, edits: []edit{replace(n, `""`)}, severity: finding.Error})
	}
	if s.MinItems > 0 {
		p.add(fault{kind: "out of range", what: "value of " + what, edits: []edit{replace(n, `[]`)}, severity: finding.Error})
	}
}

func (p *planter) state(w *flow.Widget, known *schemas.Widget) {
	owner := ownerOf(w)
	for key, n := range w.Node.Members() {
		s := known.Schema.Properties.Get(key)
		if s == nil || key == "transitions" && len(w.Transitions) == 0 || !p.clean(n) {
			continue
		}
		what := key
		if key == "transitions" || key == "properties" {
			what = "list of transitions"
			if key == "properties" {
				what = "properties"
			}
		}
		required := slices.Contains(known.Schema.Required, key)
		p.member(what, n, s, owner, required, false)
	}
	if w.Properties.Exists() && w.Node.Get("transitions").IsArray() && slices.Contains(known.Schema.Required, "transitions") {
		t := w.Node.Get("transitions")
		p.add(fault{kind: "moved", what: "list of transitions", places: owner, severity: finding.Error,
			edits: inOrder(remove(t), insertMember(w.Properties, "transitions", string(t.Raw())))})
	}

	taken := func(t string) bool { return schemas.Lookup(t) != nil }
	p.add(fault{kind: "misspelt", what: "type", edits: []edit{replace(w.TypeNode, quoteJSON(misspell(w.Type, taken)))}, severity: finding.Error})
	p.add(fault{kind: "wrong case", what: "type", edits: []edit{replace(w.TypeNode, quoteJSON(wrongCase(w.Type, taken)))}, severity: finding.Error})

	if w.Name == "" || p.flow.Widget(w.Name) != w {
		return
	}
	// Every reference to a widget is wrong when its name is.
	refs := p.references(w)
	if len(refs) > 0 && !p.mentioned(w.Name) {
		for kind, name := range map[string]string{"misspelt": misspell(w.Name, p.isName), "wrong case": wrongCase(w.Name, p.isName)} {
			p.add(fault{kind: kind, what: "name", edits: []edit{{at: w.NameNode.Span(), text: quoteJSON(name), aux: true}},
				places: refs, each: true, severity: finding.Error})
		}
	}
	if len(p.flow.Widgets) > 1 && p.bare(w.Node) {
		p.add(fault{kind: "duplicated", what: "state", edits: []edit{repeatElement(w.Node)}, severity: finding.Error})
	}
}

// references are the places that name a widget, templates left out.
func (p *planter) references(w *flow.Widget) []source.Span {
	var spans []source.Span
	for _, t := range w.In {
		if !t.Dangling() {
			spans = append(spans, t.NextNode.Span())
		}
	}
	if p.flow.Initial.Text() == w.Name {
		spans = append(spans, p.flow.Initial.Span())
	}
	return spans
}

// mentioned reports whether a template may name the widget.
func (p *planter) mentioned(name string) bool {
	return regexp.MustCompile(`widgets\s*(\.|\[)\s*\W*` + regexp.QuoteMeta(name)).Match(p.text)
}

// templates misspells the names of widgets that templates read. In a split they
// stand twice, and would then differ too.
func (p *planter) templates(w *flow.Widget) {
	if w.Type == "split-based-on" {
		return
	}
	severity := finding.Warning
	if !p.flow.Reachable(w) {
		severity = finding.Note // nobody is hurt by what never runs
	}
	for _, t := range p.flow.TemplatesOf(w) {
		for _, r := range t.Refs() {
			name, _, ok := r.Output()
			if !ok || !p.isName(name) || r.Segments[1].Kind != liquid.NameSegment {
				continue
			}
			at := t.Place(r.Segments[1].Span).Span
			for kind, wrong := range map[string]string{"misspelt": misspell(name, p.isName), "wrong case": wrongCase(name, p.isName)} {
				p.add(fault{kind: kind, what: "name in a template", edits: []edit{{at: at, text: wrong}}, severity: severity})
			}
		}
	}
}

func ownerOf(w *flow.Widget) []source.Span {
	spans := []source.Span{w.Node.Opening().Span}
	for _, n := range []source.Node{w.Node.Get("name"), w.Node.Get("type")} {
		if n.Exists() {
			spans = append(spans, n.Span())
		}
	}
	if w.Properties.Exists() {
		spans = append(spans, w.Properties.Opening().Span)
	}
	return spans
}

func (p *planter) properties(w *flow.Widget, known *schemas.Widget) {
	s := known.Schema.Properties.Get("properties")
	owner := ownerOf(w)
	for key, n := range w.Properties.Members() {
		sub := s.Properties.Get(key)
		if sub == nil || key == "offset" || !p.clean(n) || n != w.Property(key) {
			continue
		}
		required := slices.Contains(s.Required, key) ||
			s.OneOfRequired != nil && shape.Matching(w.Properties, s.OneOfRequired) == 1 && slices.Contains(slices.Concat(s.OneOfRequired...), key)
		p.member("property", n, sub, owner, required, known.OpenProperties)
		if facts := known.Property(key); facts != nil {
			if !required && p.wanted(w, known, facts) {
				p.add(fault{kind: "removed", what: "property", edits: []edit{remove(n)}, places: owner, severity: finding.Warning})
			}
			p.outOfRange(w, n, sub, facts)
		}
		if severity := finding.Warning; required || !known.OpenProperties {
			if required {
				severity = finding.Error
			}
			p.add(fault{kind: "moved", what: "property", places: owner, severity: severity,
				edits: inOrder(remove(n), insertMember(w.Node, key, string(n.Raw())))})
		}
		p.items(n, sub, known.OpenProperties, append(slices.Clone(owner), n.Opening().Span))
	}
}

// wanted reports whether a widget does not do its work without a property.
func (p *planter) wanted(w *flow.Widget, known *schemas.Widget, f *schemas.Property) bool {
	if slices.Contains(known.Content, f.Name) && w.Type != "gather-input-on-call" {
		others := slices.ContainsFunc(known.Content, func(name string) bool {
			return name != f.Name && strings.TrimSpace(w.Property(name).Text()) != ""
		})
		if !others && strings.TrimSpace(w.Property(f.Name).Text()) != "" {
			return true
		}
	}
	r := f.Required
	if r == nil || slices.ContainsFunc(r.Or, func(name string) bool { return w.Property(name).Exists() }) {
		return false
	}
	value := func(name string) string {
		if n := w.Property(name); n.Exists() {
			return n.Text()
		}
		return known.Property(name).Default
	}
	for name, values := range r.When.All() {
		if !slices.Contains(values, value(name)) {
			return false
		}
	}
	for name, values := range r.Unless.All() {
		if slices.Contains(values, value(name)) {
			return false
		}
	}
	return true
}

// items plants faults in the members of the objects in a list, of the first two.
func (p *planter) items(list source.Node, s *schemas.Schema, open bool, owner []source.Span) {
	if s.Items == nil {
		return
	}
	for i, e := range list.Elements() {
		if i == 2 {
			break
		}
		if !e.IsObject() {
			p.wrongTypes("item", e, s.Items)
			p.values("item", e, s.Items)
			continue
		}
		for key, n := range e.Members() {
			if sub := s.Items.Properties.Get(key); sub != nil && p.clean(n) {
				p.member("member of an item", n, sub, append(slices.Clone(owner), e.Opening().Span), slices.Contains(s.Items.Required, key), open)
			}
		}
	}
}

// outOfRange plants values that the documentation does not allow.
func (p *planter) outOfRange(w *flow.Widget, n source.Node, s *schemas.Schema, f *schemas.Property) {
	put := func(text string, severity finding.Severity) {
		p.add(fault{kind: "out of range", what: "value of property", edits: []edit{replace(n, text)}, severity: severity})
	}
	number := func(v int) string {
		if !s.Types.Accepts(schemas.Integer) {
			return quoteJSON(fmt.Sprint(v))
		}
		return fmt.Sprint(v)
	}
	if r := f.Range; r != nil && f.Format == "duration" {
		put(quoteJSON(fmt.Sprintf("PT%dS", r.Min-1)), finding.Warning)
	} else if r != nil {
		put(number(r.Min-1), finding.Warning)
		if r.Max != math.MaxInt {
			put(number(r.Max+1), finding.Warning)
		}
	}
	taken := func(v string) bool { return slices.Contains(f.Values, v) }
	text := n.Text()
	if f.Closed && s.Enum == nil && s.Types == schemas.String && taken(text) {
		p.add(fault{kind: "misspelt", what: "value of property", edits: []edit{replace(n, quoteJSON(misspell(text, taken)))}, severity: finding.Warning})
	}
	switch f.Format {
	case "number-text":
		put(`"ten"`, finding.Warning)
	case "speech-timeout":
		put(`"soon"`, finding.Warning)
	case "finish-key":
		put(`"12"`, finding.Warning)
	case "dtmf":
		put(`"12x"`, finding.Warning)
	case schemas.FormatJSON:
		if w.Type == "send-to-flex" || w.Type == "enqueue-call" {
			put(`"{\"a\": 1"`, finding.Error)
			put(`"[1]"`, finding.Error)
			put(quoteJSON(`{"a": "`+strings.Repeat("x", f.MaxLength.Max)+`"}`), finding.Error)
		}
	}
	if m := f.MaxLength; m != nil && f.Format == "" {
		most := m.Max
		for prefix, other := range m.Prefixes.All() {
			if strings.HasPrefix(w.Property(m.By).Text(), prefix) {
				most = other
			}
		}
		put(quoteJSON(strings.Repeat("x", most+1)), finding.Warning)
	}
	if words.IsSID(text) && slices.Contains(f.SID, text[:2]) {
		severity := finding.Warning
		if w.Type == "send-to-flex" && n.Key() == "channel" || w.Type == "run-subflow" {
			severity = finding.Error
		}
		put(quoteJSON("XX"+text[2:]), severity)
	}
}

func (p *planter) transition(w *flow.Widget, known *schemas.Widget, t *flow.Transition) {
	s := known.Schema.At("transitions", "0")
	owner := append(ownerOf(w), t.Node.Opening().Span, w.Node.Get("transitions").Opening().Span)
	if t.EventNode.Exists() {
		owner = append(owner, t.EventNode.Span())
	}
	if !p.clean(t.Node) {
		return
	}
	event := s.Properties.Get("event")
	if t.Event != "" {
		p.member("event", t.EventNode, withoutEnum(event), owner, true, false)
		if event.Enum != nil {
			taken := func(e string) bool { return slices.Contains(event.Enum, e) }
			p.add(fault{kind: "misspelt", what: "event", edits: []edit{replace(t.EventNode, quoteJSON(misspell(t.Event, taken)))}, severity: finding.Error})
			p.add(fault{kind: "wrong case", what: "event", edits: []edit{replace(t.EventNode, quoteJSON(wrongCase(t.Event, taken)))}, severity: finding.Error})
		}
		severity := finding.Warning
		if t.Event == "match" {
			severity = finding.Note // nothing is lost by a second one
		}
		misplaced := !w.Facts.Split && t.Node.Get("conditions").Len() > 0 // a slip of its own, told instead
		if p.bare(t.Node) && !misplaced {
			p.add(fault{kind: "duplicated", what: "transition", edits: []edit{repeatElement(t.Node)}, severity: severity})
		}
		// What a removed transition leads to may be out of reach then, which would
		// be a second finding, and a right one.
		if e := known.Event(t.Event); e != nil && !e.Optional && e.Kind != schemas.KindBranch && t.Next == "" && !known.OpenEvents && standsOnce(w, t.Event) {
			p.add(fault{kind: "removed", what: "transition", edits: []edit{remove(t.Node)}, places: owner, severity: finding.Note})
		}
	}
	if n := t.Node.Get("next"); n.Exists() && t.Next != "" && !t.Dangling() {
		p.member("next", n, s.Properties.Get("next"), owner, false, false)
		for kind, name := range map[string]string{
			"misspelt": misspell(t.Next, p.isName), "wrong case": wrongCase(t.Next, p.isName), "dangling": "Quite_Another_1",
		} {
			p.add(fault{kind: kind, what: "target", edits: []edit{replace(n, quoteJSON(name))}, severity: finding.Error})
		}
	}
	for _, c := range t.Conditions {
		p.condition(w, known, t, c)
	}
	if n := t.Node.Get("conditions"); t.Event == "match" && n.IsArray() && n.Len() == 1 {
		what := "list of conditions"
		p.add(fault{kind: "removed", what: what, edits: []edit{remove(n)}, places: owner, severity: finding.Warning})
		p.add(fault{kind: "out of range", what: what, edits: []edit{replace(n, "[]")}, places: owner, severity: finding.Warning})
		p.add(fault{kind: "misspelt", what: what, edits: []edit{rename(n, "condition")}, places: owner, severity: finding.Warning})
		p.add(fault{kind: "duplicated", what: what, edits: []edit{writeTwice(n)}, severity: finding.Error})
		p.add(fault{kind: "duplicated", what: "condition", edits: []edit{repeatElement(n.At(0))}, places: []source.Span{t.EventNode.Span(), n.Span(), n.KeySpan()}, severity: finding.Warning})
		p.wrongTypes(what, n, s.Properties.Get("conditions"))
		p.wrongTypes("condition", n.At(0), s.At("conditions", "0"))
		for _, other := range w.Transitions {
			if other.Event == "noMatch" && !other.Node.Get("conditions").Exists() {
				p.add(fault{kind: "misplaced", what: what, places: append(slices.Clone(owner), other.EventNode.Span()), severity: finding.Warning,
					edits: []edit{insertMember(other.Node, "conditions", string(n.Raw()))}})
			}
		}
	}
}

// standsOnce reports whether a widget has one transition for an event.
func standsOnce(w *flow.Widget, event string) bool {
	n := 0
	for _, t := range w.Transitions {
		if t.Event == event {
			n++
		}
	}
	return n == 1
}

func withoutEnum(s *schemas.Schema) *schemas.Schema {
	plain := *s
	plain.Enum = nil
	return &plain
}

func (p *planter) condition(w *flow.Widget, known *schemas.Widget, t *flow.Transition, c flow.Condition) {
	s := known.Schema.At("transitions", "0", "conditions", "0")
	if s == nil || !p.clean(c.Node) {
		return
	}
	owner := append(ownerOf(w), t.EventNode.Span(), c.Node.Opening().Span)
	for key, n := range c.Node.Members() {
		switch sub := s.Properties.Get(key); {
		case sub == nil:
		case n == c.Value && c.Facts.Value == schemas.ValueNone: // without it nothing is wrong
			p.wrongTypes("member of a condition", n, sub)
		default:
			p.member("member of a condition", n, sub, owner, slices.Contains(s.Required, key), false)
		}
	}
	if o := known.Operator(c.Operator); o != nil && c.Value.Exists() {
		if wrong := map[schemas.ValueKind]string{
			schemas.ValueNumber: "many", schemas.ValueTime: "9:00", schemas.ValueDate: "1/2/2026", schemas.ValueRegex: "(yes",
		}[o.Value]; wrong != "" {
			p.add(fault{kind: "out of range", what: "value of a condition", edits: []edit{replace(c.Value, quoteJSON(wrong))}, severity: finding.Warning})
		}
	}
	if a := c.Arguments.At(0); a.IsString() && strings.HasPrefix(a.Text(), "{{") {
		p.add(fault{kind: "moved", what: "argument of a condition", edits: []edit{replace(a, `"{{contact.channel.address}}"`)}, severity: finding.Warning})
	}
}

// misspell swaps two letters in the middle of a name, or doubles the last of a
// short one.
func misspell(name string, taken func(string) bool) string {
	r := []rune(name)
	for i := len(r) / 2; i > 0 && len(r) > 3; i-- {
		if r[i] == r[i-1] || isMark(r[i]) || isMark(r[i-1]) {
			continue
		}
		s := slices.Clone(r)
		s[i], s[i-1] = s[i-1], s[i]
		if !taken(string(s)) {
			return string(s)
		}
	}
	s := name + string(r[len(r)-1:])
	for taken(s) {
		s += "x"
	}
	return s
}

func isMark(r rune) bool { return r == '_' || r == '-' || r == ' ' || '0' <= r && r <= '9' }

// wrongCase writes a name in another style: numberOfDigits for number_of_digits,
// waiturl for waitUrl, Url for url.
func wrongCase(name string, taken func(string) bool) string {
	var camel strings.Builder
	up := false
	for _, r := range name {
		switch {
		case r == '_' || r == '-':
			up = true
			continue
		case up:
			camel.WriteString(strings.ToUpper(string(r)))
		default:
			camel.WriteRune(r)
		}
		up = false
	}
	for _, s := range []string{camel.String(), strings.ToLower(name), strings.ToUpper(name[:1]) + name[1:], strings.ToUpper(name)} {
		if s != name && !taken(s) {
			return s
		}
	}
	return strings.ToUpper(name) + "X"
}

func quoteJSON(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err)
	}
	return strings.TrimSpace(b.String())
}
