package reads

import (
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// Party tells whether a text is the number of the contact or of the flow, and nothing else; ""
// when it is something else.
func Party(f *flow.Flow, n source.Node) schemas.Content {
	t := f.TemplateAt(n)
	if t == nil || len(t.Liquid.Markup) != 1 || len(t.Refs()) != 1 || strings.TrimSpace(t.Text) != t.Liquid.Markup[0].In(t.Text) {
		return ""
	}
	r := t.Refs()[0]
	if filters, ok := Printed(r); !ok || len(filters) > 0 || r.Root() == "widgets" {
		return ""
	}
	return Holds(f, r)
}

// ByNumber reports whether a message, a call or a request leads to a widget, which then writes
// from number to number.
func ByNumber(f *flow.Flow, w *flow.Widget) bool {
	return slices.ContainsFunc(f.Entries(), func(e *flow.Entry) bool {
		return slices.Contains([]string{flow.MessageEvent, flow.CallEvent, flow.RequestEvent}, e.Event) && e.Reaches(w)
	})
}

// ByPhone reports whether a message goes to a telephone for all that is known: a call or a request has begun the execution,
// and no step before has started a Conversation. In a chat the sender is whatever the author calls himself.
func ByPhone(f *flow.Flow, w *flow.Widget) bool {
	found := false
	for _, e := range f.Entries() {
		switch {
		case !e.Reaches(w):
		case (e.Event == flow.CallEvent || e.Event == flow.RequestEvent) &&
			!slices.ContainsFunc(e.ChannelsAt(w), hasMessages):
			found = true
		default:
			return false
		}
	}
	return found
}

// ByConversation reports whether all that comes to a widget has a Conversation then, which passes on what is written to
// all who take part: one has begun the execution, or a step before has started it.
func ByConversation(f *flow.Flow, w *flow.Widget) bool {
	found := false
	for _, e := range f.Entries() {
		switch {
		case !e.Reaches(w):
		case e.Event == flow.ConversationEvent, e.Event == flow.RequestEvent && !slices.ContainsFunc(e.ChannelsAt(w), hasNoMessages):
			found = true
		default:
			return false
		}
	}
	return found
}

func hasMessages(c flow.Channels) bool { return c&flow.Message != 0 }

func hasNoMessages(c flow.Channels) bool { return c&flow.Message == 0 }

// ContactBeside returns the name under which the contact's number stands beside the flow's own, which a reference
// reads from what began the execution; "" where it reads something else.
func ContactBeside(r flow.Ref) (own string) {
	if r.Root() != "trigger" || len(r.Segments) != 3 {
		return ""
	}
	began := schemas.LiquidFacts().Root("trigger").Key(r.Name(1))
	if began == nil {
		return ""
	}
	if v := began.Key(r.Name(2)); v == nil || v.Holds != schemas.HoldsAddress {
		return ""
	}
	for i := range began.Keys {
		if v := &began.Keys[i]; v.Holds == schemas.HoldsContact {
			own = v.Name // From stands behind Caller, and is better known
		}
	}
	return own
}

// GivesContact reports whether a step is given the number of the contact.
func GivesContact(f *flow.Flow, w *flow.Widget) bool {
	return f.Reads(w, func(r flow.Ref) bool { return Holds(f, r) == schemas.HoldsContact })
}
