package rules

import (
	"bytes"
	"slices"
	"sync"

	"studiolint/lint/effects"
	"studiolint/lint/flow"
)

// mentioned returns a function that reports whether the answer to a question is named
// anywhere in the text, also where Studio does not look: in a member whose name is
// misspelt, say, or after a root that is. The text is searched once, and when it is asked
// for the first time.
func mentioned(f *flow.Flow) func(*flow.Widget) bool {
	named := sync.OnceValue(func() map[string]bool {
		found := map[string]bool{}
		keys := map[string]bool{}
		for t := range f.Transitions() {
			if key := effects.AnswerOn(t.From, t.Raised()); key != "" && !keys[key] {
				keys[key] = true
				addNamed(found, f, key)
			}
		}
		return found
	})
	return func(w *flow.Widget) bool {
		return slices.ContainsFunc(w.Transitions, func(t *flow.Transition) bool {
			key := effects.AnswerOn(t.From, t.Raised())
			return key != "" && named()[w.Name+"."+key]
		})
	}
}

// addNamed adds NAME.KEY for the widgets whose name stands before .KEY somewhere.
func addNamed(found map[string]bool, f *flow.Flow, key string) {
	const longest = 128 // bytes before the key that are looked at
	text, end := f.Definition.Raw(), []byte("."+key)
	for from := 0; ; {
		i := bytes.Index(text[from:], end)
		if i < 0 {
			return
		}
		i += from
		from = i + len(end)
		for at := i - 1; at >= max(0, i-longest) && text[at] >= ' ' && text[at] != '"'; at-- {
			if f.Widget(string(text[at:i])) != nil {
				found[string(text[at:i])+"."+key] = true
			}
		}
	}
}
