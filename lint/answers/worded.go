package answers

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/project"
	"studiolint/lint/twins"
)

// A SameWords is a fixed text that one step tells and another one has word for word: a question, or what is told
// right after it.
type SameWords struct {
	Tells, Other *flow.Widget
	Next         bool // the other comes right after it
}

// SameWordings are those of a flow, one a text that is told.
var SameWordings = lint.NewFact(func(d *project.Document) (all []SameWords) {
	const most = 200 // questions that are looked at
	asked := map[string]*flow.Widget{}
	for _, w := range d.Flow.Widgets {
		text := fixedText(d.Flow, w)
		if text != "" && Asks(w) && len(asked) < most && asked[text] == nil && d.Flow.Reachable(w) {
			asked[text] = w
		}
	}
	copied := map[*flow.Widget]bool{}
	for _, c := range twins.Copies.Of(d) {
		copied[c.Copy], copied[c.Original] = true, true
	}
	for _, w := range d.Flow.Widgets {
		text := fixedText(d.Flow, w)
		if text == "" || effects.ActOf(w) != effects.Tells || copied[w] || !d.Flow.Reachable(w) {
			continue
		}
		next := effects.PastSetting(w.Onward())
		switch other := asked[text]; {
		case next != nil && next != w && fixedText(d.Flow, next) == text:
			all = append(all, SameWords{w, next, true})
		case other != nil && !copied[other] && other.Needs() == w.Needs():
			all = append(all, SameWords{w, other, false})
		}
	}
	return all
})

// fixedText is what a step says to whoever writes or calls, when it says the same always, and more than a few words; "" for
// any other.
func fixedText(f *flow.Flow, w *flow.Widget) string {
	const shortest = 15
	act := effects.ActOf(w)
	if act != effects.Tells && act != effects.Asks || w.Incomplete {
		return ""
	}
	text := strings.TrimSpace(effects.Prompt(w).Text())
	if len(text) < shortest || liquid.HasMarkup(text) || effects.HeardBy(f, w) != effects.Contact {
		return ""
	}
	return text
}
