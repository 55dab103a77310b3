package effects

import (
	"iter"
	"slices"

	"studiolint/lint/flow"
	"studiolint/schemas"
)

// Steps that set variables pass through: what comes before them leads to what comes after them, as far as a
// check looks at what is said, asked, requested or decided. The same flow with such a step in between is to have the
// same findings (TestNeutralSteps in rules tells how nearly); who looks at what is kept looks at these steps
// themselves, and who asks whether two ways are the same goes past those alone that nothing reads: see PastIdle.
const mostSettings = 6 // in a row

// PastSetting returns the widget to which a transition leads over a few steps that set variables;
// nil where it leads nowhere.
func PastSetting(t *flow.Transition) *flow.Widget {
	if t = LastSetting(t); t == nil {
		return nil
	}
	return t.Meant
}

// LastSetting returns the transition by which one comes from another one to what sets no variables: it itself
// where nothing stands between, also when that ends the execution; nil for nil, and where a step that sets variables
// has no way on.
func LastSetting(t *flow.Transition) *flow.Transition {
	for range mostSettings {
		if t == nil || t.Meant == nil || ActOf(t.Meant) != Sets {
			break
		}
		t = t.Meant.OnKind(schemas.KindAlways)
	}
	return t
}

// Settings yields the steps that set variables over which PastSetting goes.
func Settings(t *flow.Transition) iter.Seq[*flow.Widget] {
	return func(yield func(*flow.Widget) bool) {
		for range mostSettings {
			if t == nil || t.Meant == nil || ActOf(t.Meant) != Sets || !yield(t.Meant) {
				return
			}
			t = t.Meant.OnKind(schemas.KindAlways)
		}
	}
}

// LeadsTo reports whether a transition leads to a widget, at once or over a few steps that set variables.
func LeadsTo(t *flow.Transition, w *flow.Widget) bool {
	return t != nil && w != nil && (t.Meant == w || PastSetting(t) == w)
}

// Into returns the transitions by which one comes to a widget: in the place of a step that sets variables stand
// those by which one comes to that, over six such steps in a row. They are all there are, as such a step leads to one
// place alone, and each way is so looked at six times in a flow at the most.
func Into(w *flow.Widget) []*flow.Transition {
	if !slices.ContainsFunc(w.In, isSetting) {
		return w.In // nearly always
	}
	all := make([]*flow.Transition, 0, len(w.In))
	var add func(in []*flow.Transition, far int)
	add = func(in []*flow.Transition, far int) {
		for _, t := range in {
			if isSetting(t) && far < mostSettings {
				add(t.From.In, far+1)
			} else {
				all = append(all, t)
			}
		}
	}
	add(w.In, 0)
	return all
}

// OnlyInto returns the transition by which alone one comes to a widget, over what Into goes over; nil where there are
// several, or none. It stops at the second.
func OnlyInto(w *flow.Widget) *flow.Transition {
	only, _ := onlyInto(w.In, nil, 0)
	return only
}

func onlyInto(in []*flow.Transition, only *flow.Transition, far int) (_ *flow.Transition, ok bool) {
	for _, t := range in {
		switch {
		case isSetting(t) && far < mostSettings:
			if only, ok = onlyInto(t.From.In, only, far+1); !ok {
				return nil, false
			}
		case only != nil:
			return nil, false
		default:
			only = t
		}
	}
	return only, true
}

// AfterFailures reports whether one comes to a widget by failures alone.
func AfterFailures(w *flow.Widget) bool {
	into := Into(w)
	return len(into) > 0 && !slices.ContainsFunc(into, func(t *flow.Transition) bool { return t.Facts.Kind != schemas.KindFailure })
}

// isSetting reports whether a transition is the one by which a step that sets variables leads on.
func isSetting(t *flow.Transition) bool {
	return ActOf(t.From) == Sets && t.From.OnKind(schemas.KindAlways) == t
}

// Next returns the widget to which a transition leads over a few steps that set variables, when it does
// one of some things; nil when something else comes first.
func Next(t *flow.Transition, acts ...Act) *flow.Widget {
	if w := PastSetting(t); w != nil && slices.Contains(acts, ActOf(w)) {
		return w
	}
	return nil
}

// AfterAnswer reports whether a widget is the first step after somebody has answered.
func AfterAnswer(w *flow.Widget) bool {
	return slices.ContainsFunc(Into(w), func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput })
}

// RequestOn returns the request that a transition leads to, at once or over steps that set variables
// and one that speaks; nil when something else comes.
func RequestOn(t *flow.Transition) *flow.Widget {
	if told := Next(t, Tells); told != nil {
		t = told.Onward()
	}
	return Next(t, Requests)
}

// Past returns the first of so many widgets, beginning with one and going on, that does none of some things; nil
// where there is none.
func Past(w *flow.Widget, far int, acts ...Act) *flow.Widget {
	for at := range w.Ahead(far) {
		if !slices.Contains(acts, ActOf(at)) {
			return at
		}
	}
	return nil
}

// Over is Past for the widget to which a transition leads; nil for none.
func Over(t *flow.Transition, far int, acts ...Act) *flow.Widget {
	if t == nil {
		return nil
	}
	return Past(t.Meant, far, acts...)
}

// FirstAsked returns the question, or whoever goes on speaking, to which a transition leads over whatever
// needs no answer; nil for none that is near.
func FirstAsked(t *flow.Transition) *flow.Widget {
	const far = 8
	w := Over(t, far, Tells, Sets, Requests)
	if w == nil || ActOf(w) != Asks && ActOf(w) != HandsOver {
		return nil
	}
	return w
}

// IsLastWord reports whether a widget tells something, and nothing comes after it.
func IsLastWord(w *flow.Widget) bool {
	onward := w.Onward()
	return ActOf(w) == Tells && (onward == nil && !w.Incomplete || onward != nil && onward.Ends())
}
