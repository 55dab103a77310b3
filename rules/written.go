package rules

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/schemas"
)

// setBy lists the keys of the variables that a widget sets, and whether these are
// all: no key is missing, misspelt or left to a deployment step.
func setBy(p *lint.Pass, w *flow.Widget) (keys []string, all bool) {
	facts := w.Facts
	if !facts.Known() {
		// A misspelt type may be that of a widget that sets variables.
		return nil, !w.Property("variables").Exists()
	}
	if facts.Outputs.From != schemas.FromVariables {
		return nil, true
	}
	items := w.Property("variables")
	all = items.IsArray()
	for _, item := range items.Elements() {
		key := item.Get("key")
		if key.Text() == "" || !shape.IsLiteral(p, key) {
			all = false
			continue
		}
		keys = append(keys, key.Text())
	}
	return keys, all
}

// setsUnread reports whether a widget may set variables under keys that cannot be
// read in the file: missing or misspelt ones, which the rules about shape report,
// and those that a deployment step fills in.
func setsUnread(p *lint.Pass, w *flow.Widget) bool {
	keys, all := setBy(p, w)
	if all {
		return false
	}
	for _, item := range w.Property("variables").Elements() {
		if liquid.HasMarkup(item.Get("key").Text()) && !shape.IsPlaceholder(p, item.Get("key")) {
			keys = append(keys, "")
		}
	}
	return len(keys) < w.Property("variables").Len() || !w.Property("variables").IsArray()
}

// followable reports whether all transitions of a flow lead to a widget or
// certainly end there. Where one does neither, another rule reports it, and what
// can be reached is not known.
func followable(f *flow.Flow) bool { return len(leadAnywhere(f)) == 0 }
