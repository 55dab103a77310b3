package loops

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// A StuckLoop is a loop whose exit tests what nothing in the loop changes.
type StuckLoop struct {
	Loop
	Key  string // the variable; "" when it is no variable
	Near string // when nothing sets the variable: the one of the loop that was meant
}

// Stuck are the loops whose exit never opens, besides those with a dead counter. A
// variable that nothing sets at all is a matter of its own, unless the loop sets one
// of a similar name.
var Stuck = lint.NewFact(func(d *project.Document) []StuckLoop {
	reported := map[*flow.Widget]bool{} // splits and writers
	for _, c := range DeadCounters.Of(d) {
		reported[c.Split], reported[c.Write.Widget] = true, true
	}
	var all []StuckLoop
	for _, r := range Found.Of(d) {
		if r.Kind != ExitNeverOpens || reported[r.Split] {
			continue
		}
		s := StuckLoop{Loop: r}
		if key, ok := reads.VariableOf(d.Flow, r.Ref); ok {
			s.Key = key
			if len(d.Flow.Variable(key).Writes) == 0 {
				if s.Near = words.Nearest(key, values.Held.Of(d).Round(r.Loop).Keys()); s.Near == "" {
					continue
				}
			}
		}
		all = append(all, s)
	}
	return all
})

// A Read is a variable that a widget reads.
type Read struct {
	Widget *flow.Widget
	Key    string
}

// StuckReads are the reads of variables for which a loop does not end: those of stuck
// loops and of dead counters.
var StuckReads = lint.NewFact(func(d *project.Document) map[Read]bool {
	found := map[Read]bool{}
	for _, c := range DeadCounters.Of(d) {
		switch {
		case c.Number != "", c.Back != nil: // it has been set
		case c.Itself:
			key := c.Write.Key.Text()
			found[Read{c.Split, key}], found[Read{c.Write.Widget, key}] = true, true
		case c.Tests != nil:
			key, _ := reads.VariableOf(d.Flow, *c.Tests)
			found[Read{c.Split, key}] = true
		default:
			key, _ := reads.VariableOf(d.Flow, *c.From)
			found[Read{c.Write.Widget, key}] = true
		}
	}
	for _, r := range Stuck.Of(d) {
		if r.Key != "" {
			found[Read{r.Split, r.Key}] = true
		}
	}
	return found
})
