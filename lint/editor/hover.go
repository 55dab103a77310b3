package editor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/about"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// maxWay is how many steps of a way are written.
const maxWay = 12

// hover answers with what there is to say of a place: of what stands there, and of the
// findings about it.
func (s *server) hover(p *positionParams) (any, error) {
	d, at := s.asked(p)
	if d == nil {
		return nil, nil
	}
	var parts []string
	result := map[string]any{}
	if at != nil {
		text, where := at.describe()
		if text != "" {
			parts = append(parts, text)
			place, _ := s.newest(d).place(where)
			result["range"] = place.Range
		}
	}
	offset, _ := d.text.offset(p.Position)
	if d.shown != nil && d.shown.text == d.text {
		for _, f := range d.shown.findings {
			if _, at := f.At.Locate(); at.Start <= offset && offset <= at.End {
				parts = append(parts, s.describeRule(f.Rule))
			}
		}
	}
	if len(parts) == 0 {
		return nil, nil
	}
	result["contents"] = s.markup(strings.Join(slices.Compact(parts), "\n\n---\n\n"))
	return result, nil
}

// markup is Markdown, or what is left of it for a client that shows plain text.
func (s *server) markup(text string) map[string]any {
	kinds := s.capabilities.TextDocument.Hover.ContentFormat
	if len(kinds) > 0 && !slices.Contains(kinds, "markdown") {
		return map[string]any{"kind": "plaintext", "value": strings.NewReplacer("**", "", "`", "", "\\", "").Replace(text)}
	}
	return map[string]any{"kind": "markdown", "value": text}
}

func (s *server) describeRule(r *finding.Rule) string {
	text := fmt.Sprintf("**%s** (%s): %s", r.ID, r.Severity, escape(r.Title))
	if s.options.RuleURL != nil {
		text += fmt.Sprintf(" ([text](%s))", s.options.RuleURL(r.ID))
	}
	return text
}

// escape makes text of a file or of the catalogue plain in Markdown.
func escape(text string) string {
	var b strings.Builder
	for i, r := range text {
		within := r == '_' && i > 0 && liquidNameByte(text[i-1]) && i+1 < len(text) && liquidNameByte(text[i+1])
		if !within && strings.ContainsRune("\\`*_{}[]<>#|~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// coded writes a name as code.
func coded(name string) string {
	fence := "`"
	for strings.Contains(name, fence) {
		fence += "`"
	}
	if fence != "`" {
		name = " " + name + " "
	}
	return fence + strings.NewReplacer("\n", " ", "\r", " ").Replace(name) + fence
}

// describe says what stands at a place, and where exactly that stands.
func (s *subject) describe() (text string, at finding.Placer) {
	switch {
	case s.flow == nil:
		return "", nil
	case s.inName:
		return s.describeMember()
	case s.ref != nil:
		return s.describeRef(), s.ref.Place()
	case s.template != nil:
		if text, at := s.describeMarkup(); text != "" {
			return text, at
		}
	}
	w, t := s.widget, s.transition
	switch {
	case w != nil && (s.node == w.NameNode || s.node == w.TypeNode):
		return describeWidget(w), s.node
	case t != nil && (s.node == t.NextNode || s.node == t.EventNode):
		return describeTransition(t) + "\n\n" + way(s.flow, t.From), s.node
	case s.node == s.flow.Initial && s.flow.Start() != nil:
		return describeWidget(s.flow.Start()), s.node
	case w != nil && t != nil:
		return describeCondition(w, t, s.node), s.node
	}
	return s.describeMember()
}

// describeWidget says what a widget does, what it raises, what it stores, and where it
// leads.
func describeWidget(w *flow.Widget) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s** %s", escape(w.Name), coded(w.Type))
	switch {
	case !w.Facts.Known() || w.Facts.Declared:
		b.WriteString("\n\nThis type is not in the catalogue.")
	case w.TypeGuessed:
		fmt.Fprintf(&b, "\n\nThis type is not in the catalogue; %s is most likely meant.", coded(w.Facts.Type))
	default:
		fmt.Fprintf(&b, ": %s", escape(w.Facts.Title))
		if w.Facts.Description != "" {
			b.WriteString("\n\n" + escape(w.Facts.Description))
		}
		if need := about.Need(w.Needs()); need != "" {
			fmt.Fprintf(&b, "\n\nNeeds %s.", need)
		}
		if r := w.Facts.Retired; r != nil {
			b.WriteString("\n\nRetired: " + escape(r.Why))
		}
	}
	if len(w.Transitions) > 0 {
		b.WriteString("\n\nLeads to\n")
	}
	for _, t := range w.Transitions {
		fmt.Fprintf(&b, "- %s → %s%s\n", coded(t.Event), target(t), meaning(t.Facts.Meaning))
	}
	var open []string
	for _, e := range w.Facts.Events {
		if w.On(e.Name) == nil {
			open = append(open, coded(e.Name))
		}
	}
	if len(open) > 0 {
		b.WriteString("\nOther events: " + strings.Join(open, ", ") + "\n")
	}
	if len(w.Facts.Outputs.Keys) > 0 {
		fmt.Fprintf(&b, "\nStores, under `widgets.%s`\n", strings.ReplaceAll(w.Name, "`", ""))
	}
	for _, k := range w.Facts.Outputs.Keys {
		on := ""
		if len(k.Events) > 0 {
			on = " (on " + strings.Join(k.Events, ", ") + ")"
		}
		fmt.Fprintf(&b, "- %s%s%s\n", coded(k.Name), meaning(k.Meaning), escape(on))
	}
	if w.Facts.URL != "" {
		fmt.Fprintf(&b, "\n[Documentation](%s)", w.Facts.URL)
	}
	return b.String()
}

func meaning(text string) string {
	if text == "" {
		return ""
	}
	return ": " + escape(text)
}

// target writes where a transition leads.
func target(t *flow.Transition) string {
	switch {
	case t.To != nil:
		return coded(t.To.Name)
	case t.Ends():
		return "the end"
	}
	return coded(t.Next) + " (there is no such widget)"
}

// describeTransition says what an event means, and the shortest way from the trigger.
func describeTransition(t *flow.Transition) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s **%s** → %s%s", escape(t.From.Label()), escape(t.Event), target(t), meaning(t.Facts.Meaning))
	if t.To != nil {
		fmt.Fprintf(&b, "\n\n%s: %s %s", escape(t.To.Name), coded(t.To.Type), escape(t.To.Facts.Title))
	}
	return b.String()
}

// way writes the shortest way from the trigger to a widget.
func way(f *flow.Flow, w *flow.Widget) string {
	path, ok := f.PathTo(w)
	switch {
	case !ok:
		return "No execution comes to " + coded(w.Name) + "."
	case len(path) == 0:
		return coded(w.Name) + " is where executions begin."
	}
	var steps []string
	for i, t := range path {
		if len(path) > maxWay && i >= maxWay/2 && i < len(path)-maxWay/2 {
			if i == maxWay/2 {
				steps = append(steps, fmt.Sprintf("… %d more …", len(path)-maxWay))
			}
			continue
		}
		steps = append(steps, fmt.Sprintf("%s *%s*", coded(t.From.Name), escape(t.Event)))
	}
	return "Shortest way: " + strings.Join(append(steps, coded(w.Name)), " → ")
}

// describeCondition says what an operator asks.
func describeCondition(w *flow.Widget, t *flow.Transition, n source.Node) string {
	for _, c := range t.Conditions {
		if c.Node.Get("type") == n && c.Facts.Known() {
			return fmt.Sprintf("**%s**%s", escape(c.Operator), meaning(c.Facts.Meaning))
		}
		if n.Parent() == c.Node {
			for _, p := range w.Facts.Conditions {
				if p.Name == n.Key() {
					return fmt.Sprintf("**%s**%s", escape(p.Name), meaning(p.Meaning))
				}
			}
		}
	}
	return ""
}

// describeMember says what a property is, what it takes and what the sources disagree
// about; and the same of members of a state and of the flow.
func (s *subject) describeMember() (string, finding.Placer) {
	for n := s.node; n.Exists(); n = n.Parent() {
		schema, property := s.property(n)
		if property == nil {
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, "**%s**", escape(property.Name))
		if schema != nil {
			fmt.Fprintf(&b, " (%s)", escape(strings.Join(about.Property(schema, *property), "; ")))
		}
		if property.Meaning != "" {
			b.WriteString("\n\n" + escape(property.Meaning))
		}
		if property.Note != "" {
			b.WriteString("\n\nNote: " + escape(property.Note))
		}
		return b.String(), n.KeyPlace()
	}
	return "", nil
}

// property returns what the catalogue knows of a member, and the schema of the object
// that it belongs to; nil when it knows nothing.
func (s *subject) property(n source.Node) (*schemas.Schema, *schemas.Property) {
	parent := n.Parent()
	switch {
	case n.Key() == "":
		return nil, nil
	case s.widget != nil && parent == s.widget.Properties:
		return s.widget.Facts.Schema.At("properties"), s.widget.Facts.Property(n.Key())
	case s.transition != nil && parent == s.transition.Node:
		return nil, schemas.State().Property("transitions." + n.Key())
	case s.widget != nil && parent == s.widget.Node:
		return nil, schemas.State().Property(n.Key())
	case parent == s.flow.Definition:
		return schemas.Flow().Schema, schemas.Flow().Property(n.Key())
	}
	return nil, nil
}

// describeRef says what a reference reads: who stores it, on which event, and whether
// that has certainly run here.
func (s *subject) describeRef() string {
	r := *s.ref
	var b strings.Builder
	fmt.Fprintf(&b, "%s", coded(r.String()))
	if k := reads.Value(s.flow, r); k != nil {
		b.WriteString(meaning(k.Meaning))
		if len(k.Events) > 0 {
			b.WriteString("\n\nFilled on " + escape(strings.Join(k.Events, ", ")) + ".")
		}
	}
	if w := reads.Widget(s.flow, r); w != nil {
		fmt.Fprintf(&b, "\n\nStored by **%s** %s. %s", escape(w.Name), coded(w.Type), hasRun(s.flow, w, s.widget))
		b.WriteString(s.describeHeld())
		return b.String()
	}
	if name, _, ok := r.Output(); ok && name != "" {
		b.WriteString("\n\nThere is no widget of that name" + escape(cmp.Or(words.DidYouMean(name, s.flow.Names()), ".")))
		return b.String()
	}
	if key, ok := r.Variable(); ok && key != "" {
		b.WriteString(s.describeWrites(key))
	}
	b.WriteString(s.describeHeld())
	return b.String()
}

// hasRun says whether a widget has run when an execution comes to another one.
func hasRun(f *flow.Flow, a, here *flow.Widget) string {
	switch {
	case here == nil || a == here:
		return "It is this widget itself: what it stored the last time is read, if it has run before."
	case !f.Reachable(here):
		return "No execution comes here."
	case f.HasRun(a, here):
		return "It has certainly run when an execution comes here."
	case f.CanPrecede(a, here):
		return "It has not run on every way that leads here."
	}
	return "It cannot have run when an execution comes here."
}

// describeMarkup says what a filter does.
func (s *subject) describeMarkup() (string, finding.Placer) {
	for f := range s.template.Liquid.Filters() {
		if f.Span.Start <= s.at && s.at <= f.Span.End {
			if known := schemas.LiquidFacts().Filter(f.Name); known != nil {
				return fmt.Sprintf("**%s**%s", escape(known.Name), meaning(known.Meaning)), s.template.Place(f.Span)
			}
		}
	}
	return "", nil
}
