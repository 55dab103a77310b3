package values

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Pauses reports whether a widget only lets time go by: a request to a path that ends in a
// word for that (/delay), as Studio has no pause.
func Pauses(w *flow.Widget) bool {
	if w == nil || effects.ActOf(w) != effects.Requests {
		return false
	}
	address, _, _ := strings.Cut(w.Property(w.Facts.Request.URL).Text(), "?")
	_, path, _ := strings.Cut(strings.TrimRight(address, "/"), "://")
	name := strings.LastIndexByte(path, '/')
	return name >= 0 && words.IsPause(path[name+1:])
}

// OnlyForTalk reports whether a request serves nothing but what the contact is told or asked
// next, so that it does no harm when it is not made because nothing can be sent: it carries
// nothing of the execution, and leads on to the same question whether it works or not, or it
// asks for what only stands in messages to the contact.
func OnlyForTalk(f *flow.Flow, w *flow.Widget) bool {
	if effects.ActOf(w) != effects.Requests {
		return false
	}
	worked, failed := w.OnKind(schemas.KindSuccess), w.OnKind(schemas.KindFailure)
	if worked == nil || failed == nil || !talks(f, effects.PastSetting(worked)) {
		return false
	}
	if next := effects.PastIdle(f, worked); next == effects.PastIdle(f, failed) && effects.ActOf(next) == effects.Asks && !carries(w) {
		return !reads.Stored(f, w, nil)
	}
	return asksOnly(w) && (failed.Ends() || talks(f, effects.PastSetting(failed))) && onlyTold(f, w)
}

// talks reports whether a widget says something to the contact, or asks it.
func talks(f *flow.Flow, w *flow.Widget) bool {
	if w == nil || effects.HeardBy(f, w) != effects.Contact {
		return false
	}
	act := effects.ActOf(w)
	return act == effects.Tells || act == effects.Asks
}

// carries reports whether a request may pass on something of the execution.
func carries(w *flow.Widget) bool {
	r := w.Facts.Request
	for _, name := range []string{r.URL, r.Body} {
		if liquid.HasMarkup(w.Property(name).Text()) {
			return true
		}
	}
	for _, field := range w.Property(r.Fields).Elements() {
		if liquid.HasMarkup(field.Get("key").Text()) || liquid.HasMarkup(field.Get("value").Text()) {
			return true
		}
	}
	return false
}

// asksOnly reports whether a request is a GET without parameters and body; what it asks for may
// stand in its path.
func asksOnly(w *flow.Widget) bool {
	r := w.Facts.Request
	return w.Property(r.Method).Text() == "GET" && w.Property(r.Fields).Len() == 0 && w.Property(r.Body).Text() == "" &&
		!strings.Contains(w.Property(r.URL).Text(), "?")
}

// onlyTold reports whether what a widget stores stands in messages to the contact alone.
func onlyTold(f *flow.Flow, w *flow.Widget) bool {
	of := f.OutputRefs(w.Name)
	return len(of) > 0 && len(f.OutputRefs("")) == 0 &&
		!slices.ContainsFunc(of, func(r flow.Ref) bool { return !talks(f, r.Widget) && !keepsToTell(f, r.Widget) })
}

// keepsToTell reports whether a widget sets nothing but what stands in messages to the contact.
func keepsToTell(f *flow.Flow, w *flow.Widget) bool {
	if effects.ActOf(w) != effects.Sets || len(f.ReadsOfAny()) > 0 {
		return false
	}
	return !slices.ContainsFunc(f.Writes(w), func(write flow.Write) bool {
		v := f.Variable(write.Key.Text())
		// What is read in so many places is more than a part of a message.
		return v == nil || len(v.Reads) > near || slices.ContainsFunc(v.Reads, func(r flow.Ref) bool { return !talks(f, r.Widget) })
	})
}
