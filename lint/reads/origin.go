package reads

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/schemas"
)

// TestedAnswer returns what a condition tests as OnlyRead does, and in place of a variable that holds an answer and
// nothing else that answer itself.
func TestedAnswer(f *flow.Flow, c flow.Condition) (flow.Ref, bool) {
	r, ok := OnlyRead(f, c)
	if !ok {
		return r, false
	}
	if filters, printed := Printed(r); !printed || !KeepText(filters) {
		return r, true
	}
	return Origin(f, r), true
}

// KeepText reports whether a comparison of a split finds after some filters what it finds without them: Studio
// ignores case and outer spaces.
func KeepText(filters []liquid.Filter) bool {
	return OnlyAlter(filters, schemas.AltersCase, schemas.AltersBlanks)
}

// Origin returns the answer that a variable holds which a reference reads, when the flow sets it to that alone, or
// one comes to the reader from nothing but what sets it to that; any other reference is what it is.
func Origin(f *flow.Flow, r flow.Ref) flow.Ref {
	if from := Kept(f, r); IsAnswer(f, from) {
		return from
	}
	return r
}

// mostWays is how many ways into a widget are looked at for what each of them sets.
const mostWays = 16

// Kept is Origin for whatever output a variable holds, not for answers alone.
func Kept(f *flow.Flow, r flow.Ref) flow.Ref {
	key, variable := VariableOf(f, r)
	v := f.Variable(key)
	if !variable || v == nil || r.Widget == nil {
		return r
	}
	var write flow.Write
	if len(v.Writes) == 1 {
		write = v.Writes[0]
	} else {
		if len(r.Widget.In) > mostWays {
			return r
		}
		for _, t := range r.Widget.In {
			last := lastWrite(f, t.From, key)
			if last.Widget == nil || write.Widget != nil && write.Widget != last.Widget {
				return r
			}
			write = last
		}
	}
	if write.Widget == nil {
		return r
	}
	t := f.TemplateAt(write.Value)
	if t == nil || len(t.Refs()) != 1 || len(t.Liquid.Markup) != 1 || printsAnyway(t.Liquid) {
		return r
	}
	if from := t.Refs()[0]; IsAll(from) {
		return from
	}
	return r
}

// lastWrite returns how Set Variables sets a variable; the zero Write where a widget does not.
func lastWrite(f *flow.Flow, w *flow.Widget, key string) (last flow.Write) {
	if effects.ActOf(w) != effects.Sets {
		return last
	}
	for _, write := range f.Writes(w) {
		if write.Key.Text() == key {
			last = write
		}
	}
	return last
}
