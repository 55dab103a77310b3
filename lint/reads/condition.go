package reads

import (
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/placeholder"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Compared returns what the conditions of a split read: from the flow, on either
// side.
func Compared(f *flow.Flow, w *flow.Widget) []flow.Ref { return f.Compared(w) }

// ComparesUnknown reports whether a split tests what cannot be judged: what a
// deployment step fills in, or the time.
func ComparesUnknown(w *flow.Widget) bool {
	unknown := func(n source.Node) bool {
		text := n.Text()
		return placeholder.Token(text) || liquid.HasMarkup(text) && (strings.Contains(text, "'now'") || strings.Contains(text, `"now"`) ||
			strings.Contains(text, "'today'") || strings.Contains(text, `"today"`))
	}
	if unknown(w.Input()) {
		return true
	}
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			for _, n := range c.Arguments.Elements() {
				if unknown(n) {
					return true
				}
			}
		}
	}
	return false
}

// Decides reports whether a reference stands where something depends on what it reads: in a
// split, or in a tag of Liquid.
func Decides(r flow.Ref) bool { return r.Widget.Facts.Split || r.Use != liquid.UseOutput }

// VariableOf returns the variable that a reference reads: KEY of
// flow.variables.KEY, or of widgets.NAME.KEY when NAME writes variables. The key
// is "" when it is not fixed.
func VariableOf(f *flow.Flow, ref flow.Ref) (key string, ok bool) {
	if key, ok := ref.Variable(); ok {
		return key, true
	}
	name, key, ok := ref.Output()
	if w := f.Widget(name); ok && w != nil && len(f.Writes(w)) > 0 {
		return key, true
	}
	return "", false
}

// OnlyRead returns what the argument of a condition prints, when that is a single
// variable and blank when the variable is.
func OnlyRead(f *flow.Flow, c flow.Condition) (flow.Ref, bool) {
	if c.Arguments.Len() != 1 {
		return flow.Ref{}, false
	}
	t := f.TemplateAt(c.Arguments.At(0))
	if t == nil || len(t.Liquid.Markup) != 1 || len(t.Liquid.References) != 1 {
		return flow.Ref{}, false
	}
	m := t.Liquid.Markup[0]
	if m.Kind != liquid.OutputNode || strings.TrimSpace(t.Text) != m.In(t.Text) ||
		printsAnyway(t.Liquid) {
		return flow.Ref{}, false
	}
	return flow.Ref{Template: t, Reference: &t.Liquid.References[0]}, true
}

// printsAnyway reports whether a filter of a template prints something even when there is nothing.
func printsAnyway(t *liquid.Template) bool {
	for f := range t.Filters() {
		switch f.Name {
		case "default", "append", "prepend":
			return true
		}
		if IsToNumber(*f) {
			return true
		}
	}
	return false
}

// FilledBy returns the trigger events that fill what a reference reads, when the
// catalogue ties it to some: trigger.call, flow.data.
func FilledBy(r liquid.Reference) []string {
	root := schemas.LiquidFacts().Root(r.Name(0))
	if root == nil {
		return nil
	}
	if key := root.Key(r.Name(1)); key != nil {
		return key.Events
	}
	return nil
}

// About returns what the catalogue knows of the value that a reference reads, such as
// widgets.ask.inbound.MediaContentType0; nil when it knows nothing.
func About(f *flow.Flow, r flow.Ref) *schemas.Variable {
	var v *schemas.Variable
	at := 2
	if r.Root() == "widgets" {
		w := f.Widget(r.Name(1))
		if w == nil {
			return nil
		}
		v, at = w.Facts.Outputs.Key(r.Name(2)), 3
	} else if root := schemas.LiquidFacts().Root(r.Root()); root != nil {
		v = root.Key(r.Name(1))
	}
	for ; v != nil && at < len(r.Segments); at++ {
		v = v.Key(r.Name(at))
	}
	return v
}

// Asked returns the widget to whose question the answer is all that a split tests; nil when
// it tests something else, too.
func Asked(f *flow.Flow, w *flow.Widget) *flow.Widget {
	var asked *flow.Widget
	for _, r := range Compared(f, w) {
		r = Origin(f, r)
		from := f.Widget(r.Name(1))
		if r.Root() != "widgets" || !IsAnswer(f, r) || asked != nil && from != asked {
			return nil
		}
		asked = from
	}
	return asked
}

// IsAnswer reports whether a reference reads what a person answered.
func IsAnswer(f *flow.Flow, r flow.Ref) bool {
	switch r.Name(0) {
	case "trigger":
		v := About(f, r)
		return v != nil && (v.Holds == schemas.HoldsReply || v.Holds == schemas.HoldsKeys || v.Holds == schemas.HoldsSpeech)
	case "widgets":
		w := f.Widget(r.Name(1))
		if w == nil {
			return false
		}
		output := w.Facts.Outputs.Key(r.Name(2))
		return output != nil && effects.IsAnswer(w, output)
	}
	return false
}

// IsGiven reports whether a reference reads what a person answered, and not only what is known
// about that message: who sent it, or its SID.
func IsGiven(f *flow.Flow, r flow.Ref) bool {
	if !IsAnswer(f, r) {
		return false
	}
	part := About(f, r)
	return part == nil || len(part.Events) > 0 || part.Person ||
		part.Holds != "" && part.Holds != schemas.HoldsContact && part.Holds != schemas.HoldsAddress
}

// AnswerOn returns the path of the answer by which a widget is left, as
// widgets.ask.inbound.Body, with the name cut for a message; "" when the transition is
// no answer.
func AnswerOn(t *flow.Transition) string {
	if answer := effects.AnswerOn(t.From, t.Raised()); answer != "" {
		return "widgets." + words.Shorten(t.From.Name) + "." + answer
	}
	return ""
}
