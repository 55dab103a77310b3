package effects

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// Says returns the properties that a widget says, plays or sends, those that are filled,
// in the order of the catalogue: texts, addresses of recordings, SIDs of templates.
func Says(w *flow.Widget) []source.Node {
	var all []source.Node
	for _, name := range w.Facts.Content {
		if n := w.Filled(name); n.Exists() && !w.Off(w.FactsOf(n)) {
			all = append(all, n)
		}
	}
	return all
}

// Prompt returns the text among what a widget says or sends, absent when it has none or
// plays a recording.
func Prompt(w *flow.Widget) source.Node { return w.Prompt }

// PlaceOfPrompt is where a finding points that is about what a widget says: its text, or the widget where a recording is
// played or nothing is known to be said.
func PlaceOfPrompt(w *flow.Widget) source.Place { return w.PlaceOf(w.Prompt) }

// A Hearer is who notices a widget's step.
type Hearer uint8

// SpokenVoice returns the voice of a widget when it is a sentence, absent when it is none: no voice has three words.
func SpokenVoice(w *flow.Widget) source.Node {
	if w.Facts.Speech == nil {
		return source.Node{}
	}
	n := w.Property(w.Facts.Speech.Voice)
	if text := n.Text(); !n.IsString() || strings.Contains(text, "{{") || strings.Contains(text, "${") || len(strings.Fields(text)) < 3 {
		return source.Node{}
	}
	return n
}

// IsTold reports whether what a widget says is heard or read by a person.
func IsTold(w *flow.Widget) bool {
	return w.Needs() == schemas.NeedsMessage || w.Needs() == schemas.NeedsCall
}

// Who notices a step: nobody; the contact, whose conversation this is; somebody else, who
// gets a message; or it is not known.
const (
	Nobody Hearer = iota
	Contact
	SomebodyElse
	Unknown
)

// HeardBy returns who notices the step of a widget.
func HeardBy(f *flow.Flow, w *flow.Widget) Hearer {
	switch w.Facts.Dialog {
	case "":
		return Unknown
	case schemas.DialogSilent:
		return Nobody
	}
	if w.Facts.Receiver == "" {
		return Contact
	}
	return receiver(f, w.Property(w.Facts.Receiver))
}

// IsForContact reports whether a widget speaks to the contact, also where his address is misspelt.
func IsForContact(f *flow.Flow, w *flow.Widget) bool {
	return HeardBy(f, w) == Contact || w.Facts.Receiver != "" && OfContact(f, w.Property(w.Facts.Receiver))
}

// receiver tells who the property names that says who gets a message.
func receiver(f *flow.Flow, to source.Node) Hearer {
	if !to.Exists() {
		return Contact
	}
	text := strings.TrimSpace(to.Text())
	switch {
	case !to.IsString():
		return Unknown
	case text == "":
		return Contact
	case isNumber(text):
		return SomebodyElse
	}
	if t := f.TemplateAt(to); t != nil {
		if refs := t.Refs(); len(refs) == 1 && len(t.Liquid.Markup) == 1 && holds(refs[0]) == schemas.HoldsContact {
			return Contact
		}
	}
	return Unknown
}

// OfContact reports whether a property is something of the contact, perhaps misspelt, and nothing else.
func OfContact(f *flow.Flow, n source.Node) bool {
	t := f.TemplateAt(n)
	if t == nil {
		return false
	}
	refs := t.Refs()
	return len(refs) == 1 && len(t.Liquid.Markup) == 1 && isContact(schemas.LiquidFacts().Root(refs[0].Root()))
}

// isContact reports whether nothing but who the contact is stands below a value.
func isContact(v *schemas.Variable) bool {
	if v == nil || len(v.Keys) == 0 {
		return v != nil && v.Holds == schemas.HoldsContact
	}
	for i := range v.Keys {
		if !isContact(&v.Keys[i]) {
			return false
		}
	}
	return true
}

// isNumber reports whether a text is a phone number, perhaps of a channel: whatsapp:+15005550006.
func isNumber(text string) bool {
	if i := strings.IndexByte(text, ':'); i > 0 {
		text = text[i+1:]
	}
	const least = 8
	digits, ok := strings.CutPrefix(text, "+")
	return ok && len(digits) >= least && strings.Trim(digits, "0123456789") == ""
}

// holds returns what the value is that a reference reads below trigger, contact or flow.
func holds(r flow.Ref) schemas.Content {
	v := schemas.LiquidFacts().Root(r.Root())
	for i := 1; v != nil && i < len(r.Segments); i++ {
		v = v.Key(r.Name(i))
	}
	if v == nil {
		return ""
	}
	return v.Holds
}

// ToldBefore returns what a widget says, or else what is said right before it, where that is
// one text alone.
func ToldBefore(w *flow.Widget) string {
	if n := Prompt(w); n.Exists() || len(Says(w)) > 0 {
		return n.Text()
	}
	told := ""
	for _, t := range Into(w) {
		if t.From == w || ActOf(t.From) != Tells {
			continue
		}
		text := Prompt(t.From).Text()
		if told != "" && told != text {
			return ""
		}
		told = text
	}
	return told
}

// Allowed reports whether a property takes a number; value-range tells where it does not.
func Allowed(w *flow.Widget, property string, n float64) bool {
	f := w.Facts.Property(property)
	return f == nil || f.Range == nil || n >= float64(f.Range.Min) && n <= float64(f.Range.Max)
}
