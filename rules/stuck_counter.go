package rules

import (
	"maps"
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "stuck-counter", Title: "The exit of a loop tests what the loop does not change",
		Group: finding.Paths, Severity: finding.Warning,
		Doc: `Finds a loop that is meant to end by a counter that does not work:

- its exit tests a variable that no widget of the loop writes;
- it counts one variable and tests another, as after a copied block of widgets;
- it computes the counter from another variable than itself, one that the loop does
  not write, so that it has the same value in each round;
- it asks a person again and again, and tests the message, call or request that the
  execution began with instead of the answer, so that none is ever accepted.

The loop then ends only when the person goes, or when Studio ends the execution
after 1,000 steps (81000). A variable that nothing in the whole flow sets is reported
by unknown-variable, unless the loop sets one of a similar name.

Write and test the same variable, and compute it from itself:
{% if flow.variables.tries %}{{flow.variables.tries | plus: 1}}{% else %}1{% endif %}.
Names of variables are case-sensitive. What a person answers is
widgets.NAME.inbound.Body, widgets.NAME.Digits or widgets.NAME.SpeechResult.`,
	},
	Check: func(p *lint.Pass) {
		dead := deadCounters(p)
		for _, c := range dead {
			p.Costly(func() { c.report(p) })
		}
		for _, r := range stuckRounds(p, dead) {
			p.Costly(func() { r.report(p) })
		}
	},
})

// A stuckRound is a loop whose exit tests what nothing in the loop changes.
type stuckRound struct {
	round
	key  string // the variable; "" when it is no variable
	near string // when nothing sets the variable: the one of the loop that was meant
}

// stuckRounds returns the loops that are reported, besides the dead counters. A
// variable that nothing sets at all is a matter for unknown-variable, unless the
// loop sets one of a similar name.
func stuckRounds(p *lint.Pass, dead []deadCounter) []stuckRound {
	reported := map[*flow.Widget]bool{} // splits and writers
	for _, c := range dead {
		reported[c.split], reported[c.write.Widget] = true, true
	}
	var all []stuckRound
	for _, r := range rounds(p) {
		if r.kind != stuck || reported[r.split] {
			continue
		}
		s := stuckRound{round: r}
		if key, ok := reads.VariableOf(p.Flow, r.ref); ok {
			s.key = key
			if len(p.Flow.Variable(key).Writes) == 0 {
				in := writtenIn(p, r.loop)
				if s.near = words.Nearest(key, slices.Collect(maps.Keys(in.keys))); s.near == "" {
					continue
				}
			}
		}
		all = append(all, s)
	}
	return all
}

func (r stuckRound) report(p *lint.Pass) {
	path, around := witnessOf(p, r.loop, through(r.loop, r.split))
	witness := finding.Steps(path, around[len(around)-1].Meant)
	switch answer := answerIn(r.loop); {
	case r.near != "":
		d := p.Reportf(r.ref, "the loop %s is left when flow.variables.%s has another value, but nothing sets it, and what the loop sets is flow.variables.%s: the exit never opens, and Studio ends the execution after %s steps (81000); write one name in both places",
			circle(around), words.Shorten(r.key), words.Shorten(r.near), stepLimit("steps")).Along(witness)
		for _, write := range p.Flow.Variable(r.near).Writes {
			if r.loop.Has(write.Widget) {
				d.Relate(write.Key, write.Widget.Label()+" sets it")
			}
		}
	case r.key != "":
		d := p.Reportf(r.ref, "the loop %s is left when flow.variables.%s has another value, but nothing in the loop writes it: the exit never opens, and Studio ends the execution after %s steps (81000); write that variable in the loop",
			circle(around), words.Shorten(r.key), stepLimit("steps")).Along(witness)
		for _, write := range p.Flow.Variable(r.key).Writes {
			d.Relate(write.Key, write.Widget.Label()+" writes it, outside the loop")
		}
	case answer != "":
		p.Reportf(r.ref, "the loop %s is left when %s has another value, but that is what the execution began with and never changes: no answer is ever accepted; test %s",
			circle(around), reads.Path(r.ref), answer).Along(witness)
	default:
		p.Reportf(r.ref, "the loop %s is left when %s has another value, but that is what the execution began with and never changes: the exit never opens, and Studio ends the execution after %s steps (81000); test what the loop changes",
			circle(around), reads.Path(r.ref), stepLimit("steps")).Along(witness)
	}
}

// A stuckRead is a variable that a widget reads.
type stuckRead struct {
	widget *flow.Widget
	key    string
}

// stuckReads returns the reads of variables that stuck-counter reports. Where
// nothing sets such a variable, unknown-variable leaves it to that rule.
func stuckReads(p *lint.Pass) map[stuckRead]bool {
	found := map[stuckRead]bool{}
	dead := deadCounters(p)
	for _, c := range dead {
		if c.tests != nil {
			key, _ := reads.VariableOf(p.Flow, *c.tests)
			found[stuckRead{c.split, key}] = true
		} else {
			key, _ := reads.VariableOf(p.Flow, *c.from)
			found[stuckRead{c.write.Widget, key}] = true
		}
	}
	for _, r := range stuckRounds(p, dead) {
		if r.key != "" {
			found[stuckRead{r.split, r.key}] = true
		}
	}
	return found
}

// A deadCounter is a variable that a loop counts in vain.
type deadCounter struct {
	loop  *flow.Loop
	write flow.Write
	split *flow.Widget // where the loop should end

	// One of the two: the split tests another variable, or the counter is
	// computed from another one.
	tests, from *flow.Ref
}

func (c deadCounter) report(p *lint.Pass) {
	path, around := witnessOf(p, c.loop, through(c.loop, c.write.Widget))
	witness := finding.Steps(path, around[len(around)-1].Meant)
	key := c.write.Key.Text()
	if c.tests != nil {
		other, _ := reads.VariableOf(p.Flow, *c.tests)
		p.Reportf(*c.tests, "the loop counts flow.variables.%s, but %s tests flow.variables.%s, which nothing in the loop writes: the exit never opens, and the loop goes on to Studio's limit of %s steps (81000); test the variable that is counted",
			key, c.split.Label(), other, stepLimit("steps")).
			Relate(c.write.Key, c.write.Widget.Label()+" counts flow.variables."+key).
			Along(witness)
		return
	}
	other, _ := reads.VariableOf(p.Flow, *c.from)
	p.Reportf(*c.from, "flow.variables.%s is computed from flow.variables.%s, which nothing in the loop writes: it is the same in each round, and the loop goes on to Studio's limit of %s steps (81000); compute it from flow.variables.%s",
		key, other, stepLimit("steps"), key).
		Relate(c.split, c.split.Label()+" tests flow.variables."+key).
		Along(witness)
}

// deadCounters looks at each variable that a loop counts: sets to itself or
// another variable, plus or minus something.
func deadCounters(p *lint.Pass) []deadCounter {
	var all []deadCounter
	for _, loop := range p.Flow.Loops() {
		if !p.Flow.Reachable(loop.Widgets[0]) || len(loop.Widgets) < 2 {
			continue
		}
		c := counting{flow: p.Flow, loop: loop, in: writtenIn(p, loop),
			readers: map[string][]*flow.Widget{}, tests: map[*flow.Widget]*flow.Ref{}}
		if c.in.any {
			continue
		}
		for _, w := range loop.Widgets {
			for _, write := range p.Flow.Writes(w) {
				if dead, ok := c.dead(write); ok {
					all = append(all, dead)
				}
			}
		}
	}
	return all
}

// counting is what a loop does with its variables; each thing is worked out once.
type counting struct {
	flow    *flow.Flow
	loop    *flow.Loop
	in      written
	readers map[string][]*flow.Widget  // by variable
	tests   map[*flow.Widget]*flow.Ref // see standing
}

// dead tells whether a write counts in vain.
func (c *counting) dead(write flow.Write) (deadCounter, bool) {
	from, ok := countedFrom(c.flow, write)
	if !ok {
		return deadCounter{}, false
	}
	d := deadCounter{loop: c.loop, write: write}
	key := write.Key.Text()
	itself := func(r flow.Ref) bool { k, _ := reads.VariableOf(c.flow, r); return k == key }
	if !slices.ContainsFunc(from, itself) {
		for i, r := range from {
			if changes(c.flow, c.loop, r, c.in) != stays {
				return d, false
			}
			if k, ok := reads.VariableOf(c.flow, r); ok && k != "" && d.from == nil {
				d.from = &from[i]
			}
		}
		i := slices.IndexFunc(c.readersOf(key), func(w *flow.Widget) bool { return w.Facts.Split && comparesNumbers(w) })
		if i < 0 || d.from == nil {
			return d, false
		}
		d.split = c.readersOf(key)[i]
		return d, true
	}
	if slices.ContainsFunc(c.readersOf(key), func(w *flow.Widget) bool { return w != write.Widget }) {
		return d, false
	}
	// Nobody asks for the count: does the split before or behind it ask for
	// something that stands still?
	for _, split := range neighbours(c.loop, write.Widget) {
		if d.tests = c.standing(split); d.tests != nil {
			d.split = split
			return d, true
		}
	}
	return d, false
}

// readersOf returns the widgets of the loop that read a variable.
func (c *counting) readersOf(key string) []*flow.Widget {
	list, ok := c.readers[key]
	if !ok {
		for _, r := range c.flow.Variable(key).Reads {
			if n := len(list); c.loop.Has(r.Widget) && (n == 0 || list[n-1] != r.Widget) {
				list = append(list, r.Widget)
			}
		}
		c.readers[key] = list
	}
	return list
}

// standing returns what a split compares with numbers, when that is a variable
// that the loop does not change; else nil.
func (c *counting) standing(split *flow.Widget) *flow.Ref {
	test, ok := c.tests[split]
	if !ok {
		refs := reads.Compared(c.flow, split)
		moves := func(r flow.Ref) bool {
			key, ok := reads.VariableOf(c.flow, r)
			return !ok || key == "" || changes(c.flow, c.loop, r, c.in) != stays
		}
		if len(refs) > 0 && comparesNumbers(split) && !slices.ContainsFunc(refs, moves) {
			test = &refs[0]
		}
		c.tests[split] = test
	}
	return test
}

// countedFrom returns what the value of a write reads, when it adds to it or
// takes away from it.
func countedFrom(f *flow.Flow, write flow.Write) ([]flow.Ref, bool) {
	t := f.TemplateAt(write.Value)
	if t == nil {
		return nil, false
	}
	counts := t.Liquid.HasFilter("plus", "minus")
	refs := t.Refs()
	return refs, counts && len(refs) > 0
}

// neighbours returns the splits of the loop that lead to a widget or that it
// leads to, at once. A few are enough.
func neighbours(loop *flow.Loop, w *flow.Widget) []*flow.Widget {
	var list []*flow.Widget
	take := func(n *flow.Widget) {
		if n != nil && n.Facts.Split && loop.Has(n) && len(list) < 20 && !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	for _, t := range w.Transitions {
		take(t.Meant)
	}
	for _, t := range w.In {
		take(t.From)
	}
	return list
}
