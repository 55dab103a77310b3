package rules

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/reads"
)

// twinRead returns what another widget of the reader's type hands on under the same name, of a widget on the path that
// stands there in place of the one that the path passes by: the like of it in another language, or for another
// channel. The reader was forgotten: it hands on nothing of that. The zero Ref stands for none.
func (c *orderChecker) twinRead(r flow.Ref, path []*flow.Transition) flow.Ref {
	passed, key := reads.Widget(c.Flow, r), reads.KeyOf(r)
	if passed == nil || key == "" {
		return flow.Ref{}
	}
	for _, t := range path {
		ran := t.From
		if ran.Type != passed.Type || ran == passed || c.Flow.CanPrecede(ran, passed) || c.Flow.CanPrecede(passed, ran) {
			continue
		}
		all := c.Flow.OutputRefs(ran.Name)
		if slices.ContainsFunc(all, func(other flow.Ref) bool { return other.Widget == r.Widget }) {
			continue
		}
		i := slices.IndexFunc(all, func(other flow.Ref) bool {
			return other.Widget.Type == r.Widget.Type && other.Name(2) == r.Name(2) && reads.KeyOf(other) == key
		})
		if i >= 0 {
			return all[i]
		}
	}
	return flow.Ref{}
}
