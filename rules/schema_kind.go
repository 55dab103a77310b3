package rules

import (
	"cmp"
	"strings"

	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

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
		if !w.TypeSure() { // else they are told of by themselves
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
		if t.EventNode.IsString() && facts.Event(t.Event) == nil {
			d.Also(t.EventNode, "that raises no event "+words.Quote(t.Event)+" either, but "+words.List(raised))
		}
	}
}
