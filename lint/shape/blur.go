package shape

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A blur is what cannot be told of a widget because something of it has the wrong shape,
// or is filled in as a whole. What is said of other widgets is said all the same, unless it
// depends on just that.
type blur uint8

// What cannot be told of a widget.
const (
	blurredReads blur = 1 << iota // what it reads: that may stand where no template is seen
	blurredWork                   // what it does, decides or stores
	blurredWay                    // where it leads
	blurredAll   = blurredReads | blurredWork | blurredWay
)

// Clear reports whether all is known of some widgets that can decide a question about them:
// what they read, do and store, and where they lead. A name that stands twice is not clear.
func Clear(s lint.Subject, widgets ...*flow.Widget) bool {
	sh := shapes.Of(s)
	return !sh.opaque && !slices.ContainsFunc(widgets, func(w *flow.Widget) bool {
		return w == nil || sh.blurs[w.Index] != 0 || sh.flow.Only(w.Name) != w
	})
}

// ClearBefore reports whether it is known what has been stored and tested on every way to a
// widget: each way can be followed, and nothing on it does what cannot be told.
func ClearBefore(s lint.Subject, w *flow.Widget) bool {
	sh := shapes.Of(s)
	return !sh.opaque && len(sh.flow.Unfollowable()) == 0 &&
		!sh.some(blurredWork, func(before *flow.Widget) bool { return before == w || sh.mayPrecede(before, w) })
}

// ClearAfter reports whether it is known what an execution does from a widget on.
func ClearAfter(s lint.Subject, w *flow.Widget) bool {
	sh := shapes.Of(s)
	return !sh.opaque && !sh.some(blurredWork|blurredWay, func(after *flow.Widget) bool { return after == w || sh.mayPrecede(w, after) })
}

// MayRead reports whether what a widget stores may be read where it cannot be seen: in a text
// that is no text or is filled in as a whole, of a widget that can come after it, or of one that
// there is not.
func MayRead(s lint.Subject, w *flow.Widget) bool {
	sh := shapes.Of(s)
	return sh.opaque || sh.some(blurredReads, func(reader *flow.Widget) bool { return reader == w || sh.mayPrecede(w, reader) })
}

// MayReadAny reports whether some widget may read what cannot be seen.
func MayReadAny(s lint.Subject) bool {
	sh := shapes.Of(s)
	return sh.opaque || sh.some(blurredReads, func(*flow.Widget) bool { return true })
}

// MaySet reports whether some widget may set a variable of which that cannot be seen.
func MaySet(s lint.Subject) bool {
	sh := shapes.Of(s)
	return sh.opaque || sh.some(blurredWork, func(w *flow.Widget) bool { return !w.Facts.Known() || w.Facts.Outputs.From == schemas.FromVariables })
}

// MayTest reports whether some widget may test a value where that cannot be seen.
func MayTest(s lint.Subject) bool {
	sh := shapes.Of(s)
	return sh.opaque || sh.some(blurredWork, func(w *flow.Widget) bool { return !w.Facts.Known() || w.Facts.Split })
}

// mayPrecede reports whether one widget can come before another. Where ways are lost, any can.
func (sh *shape) mayPrecede(a, b *flow.Widget) bool {
	return len(sh.flow.Unfollowable()) > 0 || sh.flow.CanPrecede(a, b)
}

// some reports whether a widget passes of which something cannot be told. Where there are
// very many of them, one is taken to.
func (sh *shape) some(what blur, pass func(*flow.Widget) bool) bool {
	const many = 64
	return len(sh.blurred) > many || slices.ContainsFunc(sh.blurred, func(w *flow.Widget) bool { return sh.blurs[w.Index]&what != 0 && pass(w) })
}

// blurAll notes what cannot be told of each widget.
func (sh *shape) blurAll(flow *flow.Flow) {
	sh.opaque = sh.opaque || flow.Unread()
	for _, f := range sh.faults {
		if f.Widget != nil {
			sh.blurs[f.Widget.Index] |= f.blurs()
		}
	}
	for _, w := range flow.Widgets {
		if w.Incomplete {
			sh.blurs[w.Index] |= blurredWay
		}
		for _, t := range w.Transitions {
			switch {
			case t.Dangling() && (t.Meant == nil || !words.IsSlip(t.Next, t.Meant.Name)):
				sh.blurs[w.Index] |= blurredReads | blurredWay // who knows what that widget would read
			case t.Meant == nil && !t.Ends():
				sh.blurs[w.Index] |= blurredWay
			case t.Facts.Kind == schemas.KindBranch && len(t.Conditions) == 0:
				sh.blurs[w.Index] |= blurredWork
			}
		}
		if sh.blurs[w.Index] != 0 {
			sh.blurred = append(sh.blurred, w)
		}
	}
}

// blurs returns what a fault hides of its widget.
func (f Fault) blurs() blur {
	w := f.Widget
	switch {
	case !w.Facts.Known() && readsByLiquid(w):
		return blurredWork | blurredWay
	case !w.Facts.Known():
		return blurredAll
	case f.State != NotWrong:
		return 0 // it is known what was meant
	}
	path := f.Path
	if f.Keyword == "required" {
		path = append(slices.Clone(path), f.Expected[0])
	}
	switch {
	case len(path) == 0:
		return blurredAll
	case path[0] == "transitions":
		return f.blursTransition(path[1:])
	case path[0] != "properties":
		return 0 // a name: who asks for the widget of a name does not find it
	case !f.hidesText():
		return 0
	}
	return blurredReads | blurredWork
}

// blursTransition returns what a fault hides at a path below the transitions.
func (f Fault) blursTransition(path []string) blur {
	const event, condition = 2, 4 // how long the paths are
	split := blur(0)
	if f.Widget.Facts.Split {
		split = blurredReads | blurredWork
	}
	last := ""
	if len(path) > 0 {
		last = path[len(path)-1]
	}
	switch {
	case len(path) == 0 && !f.Widget.Incomplete:
		return 0 // it stands elsewhere
	case len(path) < event:
		return split | blurredWay
	case last == "next":
		return blurredWay
	case last == "event" && f.isMeant():
		return 0
	case last == "event" && f.Keyword == "enum" && split == 0 && f.At.Parent().Get("next").Text() == "":
		return 0 // it leads nowhere
	case last == "event":
		return blurredWork
	case len(path) >= condition:
		return split & f.blursCondition(last)
	}
	return split
}

// blursCondition returns what a fault at a member of a condition hides of its split.
func (f Fault) blursCondition(member string) blur {
	switch {
	case member == "friendly_name", isRead(f.condition()): // it is known what was meant
		return 0
	case member == "type", f.lacksArguments(member):
		return blurredWork
	}
	return blurredAll
}

// lacksArguments reports whether a condition lacks what it compares, which stands in the split's input, too.
func (f Fault) lacksArguments(last string) bool {
	return last == "arguments" && f.Keyword == "required" && f.Widget.Property("input").IsString()
}

// isMeant reports whether it is known which event was meant.
func (f Fault) isMeant() bool {
	return slices.ContainsFunc(f.Widget.Transitions, func(t *flow.Transition) bool {
		return t.EventGuessed && (t.Node == f.At || t.Node == f.At.Parent())
	})
}

// condition is the one that a fault is of, or stands in.
func (f Fault) condition() flow.Condition {
	n := f.At
	for n.Exists() && n.Parent().Parent() != f.Widget.Node && n.Parent().Key() != "conditions" {
		n = n.Parent()
	}
	for _, t := range f.Widget.Transitions {
		for _, c := range t.Conditions {
			if c.Node == n {
				return c
			}
		}
	}
	return flow.Condition{}
}

// readsByLiquid reports whether all that a widget of an unknown type reads is seen: it names no widget but in Liquid, which
// is read in each string.
func readsByLiquid(w *flow.Widget) bool {
	if !w.Properties.IsObject() {
		return false
	}
	for n := range w.Properties.Strings() {
		if text := n.Text(); strings.Contains(text, "widgets") && strings.Contains(liquid.Plain(text), "widgets") {
			return false
		}
	}
	return true
}

// hidesText reports whether a fault among the properties may hide what is read: one property too
// many and a word that is none of several hide nothing, and where a Function is, and who works
// on a task, tells nothing of what is read.
func (f Fault) hidesText() bool {
	w := f.Widget
	switch f.Keyword {
	case "oneOf":
		return len(f.Present) < 2
	case "required":
		if key, value := w.Item(f.At); f.At.Parent().Parent() == w.Properties && key.Exists() && value.Exists() {
			return false // it is read as it was meant
		}
		p := w.Facts.Property(f.Expected[0])
		return w.Facts.Subflow != nil || f.At != w.Properties || p == nil ||
			len(p.SID) == 0 && (w.Facts.Request == nil || len(w.Facts.Request.NamedBy) == 0 || !p.IsURL())
	case "enum":
		return false
	}
	return true
}

// fill notes what a value hides that is filled in as a whole: where the way goes, or what
// a widget reads. A SID, a switch and a number are no templates, and neither is what stands
// beside the states.
func (sh *shape) fill(n source.Node) {
	w := sh.flow.WidgetAt(n)
	switch {
	case w == nil:
		sh.opaque = sh.opaque || n.Key() != "description" && n.Parent().Key() != "flags"
	case !holds(w.Properties, n):
		sh.blurs[w.Index] |= blurredAll
	case !w.Facts.Known() || w.Facts.Split || w.Facts.Starts || w.Facts.Outputs.From == schemas.FromVariables:
		sh.blurs[w.Index] |= blurredReads | blurredWork
	case n.Parent() == w.Properties && isNoTemplate(w, n.Key()):
	default:
		sh.blurs[w.Index] |= blurredReads
	}
}

// isRead reports whether it is known what a condition asks.
func isRead(c flow.Condition) bool {
	return c.Guessed && c.Facts.Known() && c.Arguments.Len() == 1 && (c.Value.Exists() || c.Facts.Value == schemas.ValueNone)
}
