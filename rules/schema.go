package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "schema", Title: "The definition does not fit Studio's JSON Schema",
		Group: finding.Text, Severity: finding.Error, Fix: finding.SometimesFix, Rejected: true,
		Varies: "warning for a widget type that is like none that is known, note for one that is only documented",
		Doc: `Checks the flow, its states, transitions and conditions and the properties of every
widget type against Studio's JSON Schema: members that are missing, values of the
wrong type, unknown widget types, events, operators and other closed sets, and
members of which exactly one is wanted. Each mistake is one finding at the
smallest place that holds it, with Twilio's own words beside it.

Twilio refuses such a definition (error 81022).

A widget type that is like none that is known is a warning: it may be newer than
this program. One that Twilio documents but of which no definition has been seen is
a note.

Open questions are settled on the side that raises no false error: what is only
said to be required in the documentation is not asked for here; "next" may be
null or ""; the "timeout" of Send & Wait For Reply may be a number, as older
exports wrote it; unknown members are no error (see unknown-property); is_blank and is_not_blank need no
value. A widget type that is newer than this program can be named under
"widget-types" in the configuration.`,
	},
	Check: func(p *lint.Pass) {
		c := schemaCheck{p}
		for _, f := range shape.Faults(p) {
			switch f.State {
			case shape.NotObject:
				c.notObject(f.At)
			case shape.NoType:
				c.noType(f.Widget)
			case shape.UnknownType:
				c.unknownType(f.Widget)
			default:
				c.violation(subject{f.Subject}, f)
			}
		}
	},
})

type schemaCheck struct{ *lint.Pass }

func (c schemaCheck) notObject(state source.Node) {
	c.Reportf(state.Opening(), "a state is %s, but must be an object with a name, a type, properties and transitions", shape.KindName(state)).
		Says(c.Document.PropertyPath(state), twilioType(state, "object"))
}

// noType reports a state without a type, once: nothing else can be said of it.
func (c schemaCheck) noType(w *flow.Widget) {
	path := c.Pass.Document.PropertyPath(w.Node) + "/type"
	n := w.Node.Get("type")
	switch {
	case !n.Exists():
		shared, instead := schemas.State(), source.Node{}
		place, hint := w.Place(), "write one, such as \"say-play\" or \"send-message\""
		if m := shape.Instead(w.Node, "type", shared.Aliases.Members, shared.Schema); m.Exists() {
			place, hint, instead = m.KeyPlace(), words.Quote(m.Key())+" is not known; did you mean \"type\"?", m
		}
		d := c.Reportf(place, "%s has no \"type\", which Twilio requires; %s", w.Label(), hint).
			Says(path, "is missing but it is required")
		if instead.Exists() {
			d.SuggestName(shared.Aliases.Members.Get(instead.Key()) == "type" || words.IsSlip(instead.Key(), "type"), "type", instead.Rename("type"))
		}
	case !n.IsString():
		c.Reportf(n.Opening(), "\"type\" of %s is %s, but must be the name of a widget type as text", w.Label(), shape.KindName(n)).
			Says(path, twilioType(n, "string"))
	default:
		c.Reportf(n, "\"type\" of %s is empty; write a widget type, such as \"say-play\" or \"send-message\"", w.Label()).
			Says(path, "does not have a value in the enumeration")
	}
}

// unknownType reports a type that the catalogue does not know. It is an error only when
// it is surely a slip: Twilio adds widgets, and the catalogue learns of them later.
func (c schemaCheck) unknownType(w *flow.Widget) {
	name := words.Quote(w.Type)
	if title, ok := schemas.UnseenType(w.Type); ok {
		c.Reportf(w.TypeNode, "%s is most likely Twilio's new widget %s, of which nothing is known here: it is not checked", name, title).As(finding.Note)
		return
	}
	replacement, hint, ok := schemas.TypeAlias(w.Type)
	near := ""
	switch {
	case ok && hint != "":
		hint = words.LowerFirst(words.TrimStop(hint))
	case ok:
		hint = "write " + words.Quote(replacement)
	default:
		near = w.NearestType(c.Flow.Catalogue)
		if near == "" {
			c.Reportf(w.TypeNode, "%s is no widget type that is known here; write one of Studio's, or name it under widget-types in the configuration", name).
				As(finding.Warning)
			return
		}
		hint = "did you mean " + words.Quote(near) + "?"
	}
	d := c.Reportf(w.TypeNode, "%s is no widget type of Studio; %s", name, hint).
		Says(c.Pass.Document.PropertyPath(w.TypeNode), "does not have a value in the enumeration ["+strings.Join(schemas.Published(), ", ")+"]")
	if meant := cmp.Or(near, replacement); meant != "" {
		d.SuggestName(words.IsSlip(w.Type, meant), meant, w.TypeNode.SetText(meant))
		if !words.SameLetters(w.Type, meant) { // else they are told of by themselves
			c.relateEvents(d, w, meant)
		}
	}
}

// relateEvents adds the events of a widget that the type which was meant does not raise.
func (c schemaCheck) relateEvents(d *finding.Diagnostic, w *flow.Widget, meant string) {
	facts := c.Flow.Catalogue.Widget(meant)
	if facts == nil || facts.OpenEvents {
		return
	}
	raised := facts.EventNames()
	for _, t := range w.Transitions {
		if t.EventNode.IsString() && facts.Event(t.Event) == nil && len(d.Related) < lint.MaxRelated {
			d.Relate(t.EventNode, "that raises no event "+words.Quote(t.Event)+" either, but "+words.List(raised))
		}
	}
}

// A subject is one whose parts can be named in a message.
type subject struct{ shape.Subject }

func (c schemaCheck) violation(s subject, f shape.Fault) {
	v, at := f.Violation, f.At
	path := c.Pass.Document.PropertyPath(at)
	switch v.Keyword {
	case "required":
		c.missing(s, v, at)
	case "oneOf":
		c.oneOf(s, v, at)
	case "type":
		if shape.IsPlaceholder(c.Pass, at) {
			return // filled in before it is sent, then perhaps as a number
		}
		d := c.Reportf(at.Opening(), "%s %s", s.what(at), c.wrongType(s, v, at)).
			Says(path, twilioType(at, v.Expected...))
		if change, ok := retyped(at, v.Expected); ok {
			d.Suggest(true, "Write it as "+shape.TypeNames(v.Expected), change)
		}
	case "enum", "const":
		c.notListed(s, v, at)
	case "minLength":
		c.Reportf(at, "%s is empty; write a text", s.what(at)).
			Says(path, "must be at least "+v.Expected[0]+" characters long")
	case "minItems":
		c.Reportf(at.Opening(), "%s is an empty list, but needs at least %s", s.what(at), countOf(v.Expected[0], at)).
			Says(path, "must have at least "+v.Expected[0]+" items but found 0")
	default: // maxItems
		c.Reportf(at.Opening(), "%s has %d items, but %s at the most are allowed", s.what(at), at.Len(), v.Expected[0]).
			Says(path, "must have at most "+v.Expected[0]+" items")
	}
}

func countOf(n string, at source.Node) string {
	if at.Key() == "states" {
		return "one widget, the trigger"
	}
	if n == "1" {
		return "one item"
	}
	return n + " items"
}

// what names a value in a message: "timeout" of send-to-flex.
func (s subject) what(at source.Node) string {
	if at == s.Root {
		return s.Name()
	}
	key := words.Quote(at.Key())
	if at.Key() == "" {
		key = fmt.Sprintf("item %d of %s", at.Index()+1, words.Quote(at.Parent().Key()))
	}
	holder := at.Parent()
	switch {
	case s.Widget == nil:
		return key
	case holder == s.Root:
		return key + " of " + s.Name()
	case holder == s.Widget.Properties && s.Known.Known():
		return key + " of " + s.Known.Type + " " + s.Name()
	case holder.Parent().Key() == "transitions":
		return key + " of a transition of " + s.Name()
	case holder.Parent().Key() == "conditions":
		return key + " of a condition of " + s.Name()
	case at.Parent().IsArray() && at.Parent().Key() == "transitions":
		return "a transition of " + s.Name()
	}
	return key + " in " + s.Name()
}

// wrongType says what a value is and what to write instead.
func (c schemaCheck) wrongType(s subject, v schemas.Violation, at source.Node) string {
	want := v.Expected
	raw := string(at.Raw())
	expects := func(t string) bool { return slices.Contains(want, t) }
	switch {
	case at.Kind() == source.Null:
		return "is null, but must be " + shape.TypeNames(want) + "; write one or leave the member out"
	case expects("string"):
		return s.notText(at)
	case at.IsString() && (expects("integer") || expects("number")) && isNumberText(at.Text()):
		return fmt.Sprintf("must be a number: write %s, not %s", strings.TrimSpace(at.Text()), raw)
	case at.IsString() && expects("boolean") && isBooleanText(at.Text()):
		return fmt.Sprintf("must be true or false without quotes: write %s, not %s", strings.ToLower(at.Text()), raw)
	case expects("array") && s.fitsAsItem(v.Path, at):
		return "must be a list: put the " + kindWord(at) + " between [ and ]"
	case at.IsString() && liquid.HasMarkup(at.Text()):
		return "must be " + shape.TypeNames(want) + ", and Liquid does not work here"
	case at.Kind() == source.Number && expects("integer"):
		return fmt.Sprintf("must be a whole number: %s has a fraction", raw)
	}
	return "is " + shape.KindName(at) + ", but must be " + shape.TypeNames(want)
}

// notText says of a value that is no text what to write instead.
func (s subject) notText(at source.Node) string {
	if !at.IsObject() && !at.IsArray() {
		return fmt.Sprintf("must be text: write \"%s\", not %s", at.Raw(), at.Raw())
	}
	if p := s.property(at); p != nil && p.Format == "json-object" {
		return "must be text that holds JSON: put the " + kindWord(at) + " into a string, with its quotes escaped"
	}
	return "is " + shape.KindName(at) + ", but must be text"
}

// fitsAsItem reports whether a value could be an item of the list that belongs in
// its place.
func (s subject) fitsAsItem(path []string, at source.Node) bool {
	list := s.SchemaAt(path)
	return list != nil && list.Items != nil && shape.Accepts(at, list.Items)
}

func (s subject) property(at source.Node) *schemas.Property {
	if !s.Known.Known() || at.Parent() != s.Widget.Properties {
		return nil
	}
	return s.Known.Property(at.Key())
}

// retyped returns the edit that writes a value in the type that it must have, for a text
// that is a number or true or false, and the other way round. It reports false when the
// value is none of these.
func retyped(at source.Node, want []string) (source.Edit, bool) {
	expects := func(t string) bool { return slices.Contains(want, t) }
	if expects("string") {
		k := at.Kind()
		return at.SetText(string(at.Raw())), k == source.Number || k == source.Bool
	}
	text := strings.TrimSpace(at.Text())
	i, err := strconv.Atoi(text)
	f, err2 := strconv.ParseFloat(text, 64)
	switch {
	case !at.IsString():
	case expects("boolean") && isBooleanText(text):
		return at.SetValue(source.Truth(strings.EqualFold(text, "true"))), true
	case (expects("integer") || expects("number")) && err == nil && strconv.Itoa(i) == text:
		return at.SetValue(source.Integer(i)), true
	case expects("number") && err2 == nil && strconv.FormatFloat(f, 'f', -1, 64) == text && strings.Trim(text, "-.0123456789") == "":
		return at.SetValue(source.Decimal(f)), true
	}
	return source.Edit{}, false
}

func isNumberText(s string) bool {
	_, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return err == nil
}

func isBooleanText(s string) bool {
	return strings.EqualFold(s, "true") || strings.EqualFold(s, "false")
}

// notListed reports a value outside of a closed set.
func (c schemaCheck) notListed(s subject, v schemas.Violation, at source.Node) {
	path := c.Pass.Document.PropertyPath(at)
	if !at.IsString() {
		return // the violation of the type says it
	}
	if shape.IsPlaceholder(c.Pass, at) {
		return
	}
	value := at.Text()
	holder := at.Parent().Parent()
	if at.Key() == "event" && holder.Key() == "transitions" {
		c.unknownEvent(s, v, at, path)
		return
	}
	hint, near := words.OneOf(value, v.Expected), words.Nearest(value, v.Expected)
	certain := words.IsSlip(value, near)
	if operator, why, ok := schemas.OperatorAlias(value); ok && at.Key() == "type" && holder.Key() == "conditions" {
		if hint = "did you mean " + words.Quote(operator) + "?"; why != "" {
			hint = words.LowerFirst(words.TrimStop(why))
		}
		if near, certain = operator, true; why != "" {
			near = ""
		}
	}
	what := s.what(at) + " is " + words.Quote(value) + ", which Studio does not know"
	switch {
	case liquid.HasMarkup(value):
		what = s.what(at) + " holds Liquid, which Studio does not evaluate here"
	case at.Key() == "type" && holder.Key() == "conditions":
		what = words.Quote(value) + " is no operator of Split Based On"
	}
	d := c.Reportf(at, "%s; %s", what, hint).
		Says(path, "does not have a value in the enumeration ["+strings.Join(v.Expected, ", ")+"]")
	if slices.Contains(v.Expected, near) {
		d.SuggestName(certain, near, at.SetText(near))
	}
}

func (c schemaCheck) unknownEvent(s subject, v schemas.Violation, at source.Node, path string) {
	value := at.Text()
	hint, near, certain := eventInstead(s.Subject, value, at, v.Expected)
	says := make([]string, len(v.Expected))
	for i, e := range v.Expected {
		says[i] = "must be a constant value " + e
	}
	d := c.Reportf(at, "%s raises no event %s; %s", s.Known.Type, words.Quote(value), hint).
		Says(path, strings.Join(says, "; "))
	if slices.Contains(v.Expected, near) && (s.Widget.On(near) == nil || s.Known.Event(near).Kind == schemas.KindBranch) {
		d.SuggestName(certain, near, at.SetText(near))
	}
}

// missing reports a member that is not there: at the member that was written in
// its place when there is one, else where the thing that lacks it is named.
func (c schemaCheck) missing(s subject, v schemas.Violation, at source.Node) {
	name := v.Expected[0]
	if s.Known.Known() && s.Known.FlexTask != nil && at == s.Widget.Properties {
		task := s.Known.FlexTask
		if name == task.Channel || name == task.Workflow && shape.LacksAll(s.Widget, task.Channel, task.Workflow) {
			return // the rule flex-channel reports it
		}
	}
	place, of := s.Place(), s.Name()
	switch {
	case at == s.Root:
	case s.Widget != nil && at == s.Widget.Properties:
		of = s.Known.Type + " " + s.Name()
	default:
		place, of = at.Opening(), s.element(at)
		if e := at.Get("event"); e.IsString() {
			place = e.Place()
		}
	}
	hint := "add it"
	if p := s.PropertyAt(at, name); p != nil && p.Meaning != "" {
		hint = "add it: " + words.LowerFirst(strings.TrimSuffix(p.Meaning, "."))
	}
	written, what := s.Instead(at, name, s.SchemaAt(v.Path))
	switch argument := shape.ValueAmongArguments(at); {
	case written.Exists():
		place, hint = written.KeyPlace(), what
	case name == "value" && argument.Exists():
		place, hint = argument.Place(), "move "+words.Quote(argument.Text())+" from \"arguments\" there"
	}
	d := c.Reportf(place, "%s has no %s, which Twilio requires; %s", of, words.Quote(name), hint).
		Says(c.Pass.Document.PropertyPath(at)+"/"+name, "is missing but it is required")
	s.offerMember(d, at, written, name)
}

// offerMember offers to give a member the name that it was meant to have.
func (s subject) offerMember(d *finding.Diagnostic, at, written source.Node, name string) {
	if written.Exists() && written.Parent() == at {
		d.SuggestName(s.AliasesAt(at).Get(written.Key()) == name || words.IsSlip(written.Key(), name), name, written.Rename(name))
	}
}

func (s subject) element(at source.Node) string {
	switch at.Parent().Key() {
	case "transitions":
		if e := at.Get("event"); e.IsString() {
			return "the transition for " + words.Quote(e.Text()) + " of " + s.Name()
		}
		return "a transition of " + s.Name()
	case "conditions":
		return "a condition of " + s.Name()
	}
	if key := at.Parent().Key(); key != "" {
		return fmt.Sprintf("item %d of %s of %s", at.Index()+1, words.Quote(key), s.Name())
	}
	return words.Quote(at.Key()) + " of " + s.Name()
}

func (c schemaCheck) oneOf(s subject, v schemas.Violation, at source.Node) {
	path := c.Pass.Document.PropertyPath(at)
	if len(v.Present) == 0 {
		place, meant, instead := s.Place(), "", source.Node{}
		hint := "add one of them"
		for _, name := range v.Expected {
			if p := s.PropertyAt(at, name); p != nil && p.Empty != "" {
				hint += "; " + words.Quote(name) + `: "" ` + p.Empty
			}
		}
		for _, name := range v.Expected {
			if w, what := s.Instead(at, name, s.SchemaAt(v.Path)); w.Exists() {
				place, hint, meant, instead = w.KeyPlace(), what, name, w
				break
			}
		}
		d := c.Reportf(place, "%s has none of %s, and Twilio requires exactly one; %s", s.Name(), words.List(v.Expected), hint).
			Says(path, "should be valid to one and only one schema, but 0 are valid")
		s.offerMember(d, at, instead, meant)
		return
	}
	var second source.Node
	for _, member := range at.Members() {
		if slices.Contains(v.Present, member.Key()) {
			second = member
		}
	}
	c.Reportf(second.KeyPlace(), "%s has %s, and Twilio requires exactly one of them; remove the others", s.Name(), words.List(v.Present)).
		Says(path, fmt.Sprintf("should be valid to one and only one schema, but %d are valid", len(v.Present)))
}

// twilioType is how Twilio words a wrong type. Where the catalogue also takes what
// older exports wrote, Twilio's schema has text alone.
func twilioType(n source.Node, want ...string) string {
	if slices.Contains(want, "string") {
		want = []string{"string"}
	}
	return fmt.Sprintf("%s found, %s expected", shape.TypeOf(n).Names()[0], strings.Join(want, ", "))
}

func kindWord(n source.Node) string {
	switch n.Kind() {
	case source.Null:
		return "null"
	case source.Bool:
		return "boolean"
	case source.Number:
		return "number"
	case source.String:
		return "text"
	case source.Array:
		return "list"
	}
	return "object"
}
