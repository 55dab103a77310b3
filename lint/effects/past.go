package effects

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/schemas"
)

// PastSetting returns the widget to which a transition leads over a few steps that set variables;
// nil where it leads nowhere.
func PastSetting(t *flow.Transition) *flow.Widget {
	const far = 6
	for range far {
		if t == nil || t.Meant == nil || ActOf(t.Meant) != Sets {
			break
		}
		t = t.Meant.OnKind(schemas.KindAlways)
	}
	if t == nil {
		return nil
	}
	return t.Meant
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
	return slices.ContainsFunc(w.In, func(t *flow.Transition) bool { return t.Facts.Kind == schemas.KindInput })
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
	for range far {
		if w == nil || !slices.Contains(acts, ActOf(w)) {
			return w
		}
		t := w.Onward()
		if t == nil {
			return nil
		}
		w = t.Meant
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
