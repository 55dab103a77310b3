package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// reportSameTasks reports two hand-overs to Flex that make the same task after announcements that
// differ, each on a branch of its own.
func reportSameTasks(p *lint.Pass) {
	first := map[string]*flow.Widget{}
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil || !p.Flow.Reachable(w) {
			continue
		}
		told := announcedBy(w)
		if told == nil || readsChoice(p.Flow, w) {
			continue
		}
		key := ""
		for name, n := range w.Properties.Members() {
			if name != "offset" {
				key += name + "\x00" + string(source.Compact(n.Raw())) + "\x00"
			}
		}
		other := first[key]
		if other == nil {
			first[key] = w
			continue
		}
		if before := announcedBy(other); before == told ||
			effects.Prompt(before).Text() == effects.Prompt(told).Text() || effects.Into(before)[0] == effects.Into(told)[0] {
			continue
		}
		p.Reportf(w, "%s makes the same task as %s, though %s promises something else; write attributes",
			w.Label(), other.Label(), told.Label()).
			As(finding.Note).Relate(other, "the other").Relate(effects.PlaceOfPrompt(told), "what is promised")
	}
}

// announcedBy returns the message that announces a hand-over, on a branch that leads to nothing else;
// nil when there is none.
func announcedBy(w *flow.Widget) *flow.Widget {
	into := effects.Into(w)
	if len(into) == 0 {
		return nil
	}
	told := into[0].From
	if effects.ActOf(told) != effects.Tells || !effects.Prompt(told).Exists() {
		return nil
	}
	by := effects.Into(told)
	if len(by) != 1 || by[0].Facts.Kind != schemas.KindBranch || slices.ContainsFunc(into, func(t *flow.Transition) bool { return t.From != told }) {
		return nil
	}
	return told
}

// readsChoice reports whether what a widget hands over may tell on which way one came.
func readsChoice(f *flow.Flow, w *flow.Widget) bool {
	return f.Reads(w, func(r flow.Ref) bool {
		return r.Root() != "contact" && r.Root() != "trigger" && (r.Root() != "flow" || r.Name(1) != "channel" && r.Name(1) != "data")
	})
}
