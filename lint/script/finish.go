package script

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/sim"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// finish checks what is to hold at the end.
func (r *runner) finish() {
	last := r.x.Visits()
	var v *sim.Visit
	if len(last) > 0 {
		v = last[len(last)-1]
	}
	if r.free {
		r.judge(v)
		return
	}
	end := r.x.End()
	if end != nil && end.Kind == sim.Undetermined {
		r.doubt(end.Visit, r.line(r.test.at), "%s", end.Reason)
		return
	}
	for ; r.next < len(r.test.Steps); r.next++ {
		s := &r.test.Steps[r.next]
		if s.Expect == nil {
			r.fail(v, r.line(s.at), "the step %q is one too many: the execution %s", s.Do, howEnded(end))
			return
		}
		if !r.meet(s.Expect, v) {
			return
		}
	}
	r.ended(v, end)
	r.visited()
	r.variables()
	if blanks := r.blanks(); r.test.Blanks == "none" && len(blanks) > 0 {
		b := blanks[0]
		r.fail(b, r.line(r.test.at), "%s comes out blank in %s", words.Quote(hiding(r.x)(b.Blanks[0].Expression)), words.Quote(b.Name))
	}
}

// blanks returns the visits at which something came out blank.
func (r *runner) blanks() (all []*sim.Visit) {
	for _, v := range r.x.Visits() {
		if len(v.Blanks) > 0 {
			all = append(all, v)
		}
	}
	return all
}

// howEnded says how an execution ended.
func howEnded(end *sim.End) string {
	switch {
	case end == nil:
		return "waits"
	case end.Kind == sim.Ended:
		return fmt.Sprintf("has ended at %s by %s", words.Quote(end.Widget), end.Event)
	case end.Kind == sim.Stuck:
		return fmt.Sprintf("is stuck at %s: it has no transition for %s (81002)", words.Quote(end.Widget), end.Event)
	case end.Limit == "visits":
		return fmt.Sprintf("came to %s too often in a row, and Studio ends it there (81001)", words.Quote(end.Widget))
	case end.Limit == "steps":
		return fmt.Sprintf("has taken 1,000 steps, the last at %s, and Studio ends it there (81000)", words.Quote(end.Widget))
	}
	return "ended in an unknown way: " + end.Reason
}

// ended checks how the execution ended.
func (r *runner) ended(v *sim.Visit, end *sim.End) {
	want := r.test.End
	line := r.line(r.test.at)
	if want != nil {
		line = r.line(placeOf(r.test.item, "end"))
	}
	switch {
	case end == nil && (want == nil || want.Waiting == ""):
		r.fail(v, line, "the steps are used up, and %s still waits: %s", v.Widget.Label(), r.wants(v))
	case end == nil:
		if !isNamed(v.Name, want.Waiting) {
			r.fail(v, line, "it was to wait at %s, and waits at %s", words.Quote(want.Waiting), words.Quote(v.Name))
			if r.verdict.edit == nil {
				r.verdict.edit = instead(valueIn(r.test.item, "end", "waiting"), plainOrQuoted(v.Name))
			}
		}
	case want == nil:
		if end.Kind != sim.Ended {
			r.fail(end.Visit, line, "the execution %s", howEnded(end))
		}
	default:
		r.endedAs(want, end, line)
	}
}

func (r *runner) endedAs(want *End, end *sim.End, line int) {
	wrong := want.Waiting != "" || want.Stuck != (end.Kind == sim.Stuck) || (want.Limit != "") != (end.Kind == sim.Limit) ||
		want.Limit != "" && want.Limit != end.Limit ||
		want.Widget != "" && !isNamed(end.Widget, want.Widget) || want.Event != "" && want.Event != end.Event
	if wrong {
		r.fail(end.Visit, line, "%s; the execution %s", want, howEnded(end))
		if r.verdict.edit == nil {
			r.verdict.edit = r.newEnd(want, end)
		}
	}
}

// newEnd returns the edit of the first of an end's names that is another one. That an
// execution is stuck, reaches a limit or waits nobody expects without having said so.
func (r *runner) newEnd(want *End, end *sim.End) *edit {
	switch {
	case want.Waiting != "" || want.Stuck != (end.Kind == sim.Stuck) ||
		want.Limit != "" && want.Limit != end.Limit || (want.Limit != "") != (end.Kind == sim.Limit):
	case want.Widget != "" && !isNamed(end.Widget, want.Widget):
		return instead(valueIn(r.test.item, "end", "widget"), plainOrQuoted(end.Widget))
	case want.Event != "" && want.Event != end.Event:
		return instead(valueIn(r.test.item, "end", "event"), plainOrQuoted(end.Event))
	}
	return nil
}

// String says how an execution is to end.
func (e *End) String() string {
	var parts []string
	if e.Stuck {
		parts = append(parts, "be stuck")
	}
	if e.Limit != "" {
		parts = append(parts, "reach the limit on "+e.Limit)
	}
	if e.Waiting != "" {
		parts = append(parts, "wait at "+words.Quote(e.Waiting))
	}
	if e.Widget != "" {
		parts = append(parts, "end at "+words.Quote(e.Widget))
	}
	if e.Event != "" {
		parts = append(parts, "end by "+e.Event)
	}
	return "it was to " + strings.Join(parts, " and ")
}

// visited checks which widgets were visited.
func (r *runner) visited() {
	was := func(name string) *sim.Visit {
		for _, v := range r.x.Visits() {
			if isNamed(v.Name, name) {
				return v
			}
		}
		return nil
	}
	for _, name := range r.test.Visits {
		if was(name) == nil {
			r.fail(nil, r.line(placeOf(r.test.item, "visits")), "%s was not visited; the execution came through %s", words.Quote(name), trail(r.x.Visits()))
		}
	}
	for _, name := range r.test.Never {
		if v := was(name); v != nil {
			r.fail(v, r.line(placeOf(r.test.item, "never")), "%s was visited; the execution came through %s", words.Quote(name), trail(r.x.Visits()))
		}
	}
}

// variables checks what flow.variables hold.
func (r *runner) variables() {
	line, hide := r.line(placeOf(r.test.item, "variables-after")), hiding(r.x)
	for _, key := range sorted(r.test.VariablesAfter) {
		want := r.test.VariablesAfter[key]
		value := r.x.Variables()[key]
		if why := value.Unknown(); why != "" {
			r.doubt(nil, line, "what flow.variables.%s holds is not determined: %s", key, why)
			continue
		}
		got, ok := value.Plain()
		if !ok {
			got, _ = value.JSON()
		}
		switch {
		case !value.Exists():
			r.fail(nil, line, "flow.variables.%s was never set%s", key, words.DidYouMean(key, sorted(r.x.Variables())))
		case got != want:
			r.fail(nil, line, "flow.variables.%s was expected to be %s, and is %s", key, words.Quote(hide(want)), words.Quote(hide(got)))
			if r.verdict.diff == nil {
				r.verdict.diff = diff(hide(want), hide(got))
			}
			if r.verdict.edit == nil {
				r.verdict.edit = instead(valueIn(r.test.item, "variables-after", key), quoted(got))
			}
		}
	}
}

// valueIn returns the value below some keys of a mapping, of a list [0] and so on; null for
// none.
func valueIn(n yaml.Node, keys ...string) yaml.Node {
	for _, name := range keys {
		at := slices.IndexFunc(n.Keys, func(k yaml.Node) bool { return k.Text == name })
		if n.Kind == yaml.List {
			at, _ = strconv.Atoi(strings.Trim(name, "[]"))
		}
		if at < 0 || at >= len(n.Values) {
			return yaml.Node{}
		}
		n = n.Values[at]
	}
	return n
}

// judge tells whether a flow has coped with a request that failed: it is not stuck, comes
// to no limit, and whoever waits hears something when he would have heard something without
// the failure.
func (r *runner) judge(v *sim.Visit) {
	end := r.x.End()
	at := r.x.Visits()[r.since]
	line := r.line(r.test.at)
	switch {
	case end == nil:
		return // it waits for an answer that no step gives
	case end.Kind == sim.Undetermined:
		r.doubt(end.Visit, line, "%s", end.Reason)
		return
	case end.Kind != sim.Ended:
		r.fail(end.Visit, line, "when %s fails, the execution %s", words.Quote(at.Name), howEnded(end))
		return
	}
	if !speaks(r.x.Visits()[r.since:]) && r.speaksOtherwise() {
		r.fail(at, line, "when %s fails, nobody hears another word: the execution %s", words.Quote(at.Name), howEnded(end))
	}
}

// speaks reports whether somebody notices some visits.
func speaks(visits []*sim.Visit) bool {
	return slices.ContainsFunc(visits, func(v *sim.Visit) bool {
		return len(v.Said) > 0 || v.Act() == effects.HandsOver
	})
}

// speaksOtherwise reports whether something is said after the request when it works.
func (r *runner) speaksOtherwise() bool {
	whole := r.run(r.test)
	return speaks(whole.x.Visits()[min(r.since+1, len(whole.x.Visits())):])
}
