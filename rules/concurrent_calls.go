package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "concurrent-calls", Title: "A second call from the same number is refused",
		Group: finding.Paths, Severity: finding.Warning, Fix: finding.UnsafeFix,
		Doc: `Finds a flow that takes calls and does not set flags.allow_concurrent_calls to
true. While one execution is active, or stuck, another call from the same number
hears that the service is out of order (warning 81002): a caller who hangs up and
dials again, or everybody behind one office number. New flows have true; flows
from before October 2018 do not.

Set "flags": {"allow_concurrent_calls": true}.`,
	},
	Check: func(p *lint.Pass) {
		in := callsIn(p.Flow)
		if in == nil || p.Flow.Legacy {
			return // an export of the first editor leaves the flags out
		}
		flags := p.Flow.Definition.Get("flags")
		flag := flags.Get("allow_concurrent_calls")
		allowed, _ := flag.Bool()
		facts := schemas.Flow()
		switch {
		case allowed:
			return // as it should be
		case flags.Exists() && !shape.Sound(p, flags),
			shape.Instead(p.Flow.Definition, "flags", facts.Aliases.Members, facts.Schema).Exists():
			return // perhaps it was meant to be allowed
		}
		const message = "a second call from the same number is refused while one is active or stuck (81002), because %s; set \"flags\": {\"allow_concurrent_calls\": true}"
		if flag.Exists() {
			d := p.Reportf(flag, message, "allow_concurrent_calls is false")
			d.Fixes = append(d.Fixes, finding.Fix{Title: "Allow concurrent calls",
				Changes: []source.Edit{flag.SetValue(source.Truth(true))}})
			return
		}
		p.Reportf(p.Flow.Definition.Opening(), message, "allow_concurrent_calls is not set").
			Relate(in, "calls come in here")
	},
})

// callsIn returns the transition by which a call begins, or, where its event is misspelt or
// invented, was to; nil when there is none.
func callsIn(f *flow.Flow) *flow.Transition {
	if entry := f.Entry(flow.CallEvent); entry != nil {
		return entry.Transitions[0]
	}
	start := f.Begin()
	if start == nil || start.On(flow.CallEvent) != nil {
		return nil
	}
	begins := start.Facts.EventNames()
	for _, t := range start.Transitions {
		if !t.Facts.Known() && t.Meant != nil && (words.IsSlip(t.Event, flow.CallEvent) || start.Facts.Aliases.Events.Get(t.Event) == flow.CallEvent ||
			words.Nearest(t.Event, begins) == "" && shape.StartFor(start, t.EventNode, begins) == flow.CallEvent) {
			return t
		}
	}
	return nil
}
