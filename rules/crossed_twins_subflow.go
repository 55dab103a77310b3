package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportOtherSubflow reports a widget that runs the subflow of others, though it is named after the widget of another one
// and is given what that is, which the others are not: once.
func reportOtherSubflow(p *lint.Pass) {
	const least, most = 3, 40 // widgets that run subflows
	calls := p.Flow.SubflowCalls()
	if len(calls) < least || len(calls) > most {
		return
	}
	for _, c := range calls {
		if c.Parameters.Len() == 0 || !shape.IsLiteral(p, c.SID) || !p.Flow.Reachable(c.Widget) {
			continue
		}
		alike, word := otherSubflow(calls, c)
		if alike != nil {
			p.Reportf(c.SID, "%s is named as %s is, and given the same, but runs the subflow of those for %s: was it forgotten in the copy?",
				c.Widget.Label(), alike.Widget.Label(), words.Quote(word)).
				As(finding.Note).Relate(alike.SID, "the subflow of that name").Identify(c.Widget.Label())
			return
		}
	}
}

// otherSubflow returns the call of another subflow to which one most likely belongs by what both are given and called, and
// a word that is in the names of all that run the same, and not in the two; nil where there is none.
func otherSubflow(calls []flow.SubflowCall, c flow.SubflowCall) (alike *flow.SubflowCall, word string) {
	keys, own := subflowKeys(c), words.In(c.Widget.Name)
	var others, shared []string // the words of the names of what runs the same, and those that all have
	for i := range calls {
		o := &calls[i]
		same, its := slices.Equal(keys, subflowKeys(*o)), words.In(o.Widget.Name)
		switch {
		case o.Widget == c.Widget:
		case o.SID.Text() != c.SID.Text():
			if alike == nil && same {
				alike = o
			}
		case same:
			return nil, ""
		default:
			if others == nil {
				shared = oddWords(its, own)
			}
			others = append(others, its...)
			shared = oddWords(shared, oddWords(shared, its))
		}
	}
	if alike == nil || len(shared) == 0 {
		return nil, ""
	}
	its := words.In(alike.Widget.Name)
	if words.Overlap(shared, its) || !words.Overlap(oddWords(own, others), its) {
		return nil, ""
	}
	return alike, shared[0]
}

// subflowKeys are the names of what a subflow is given, in their order.
func subflowKeys(c flow.SubflowCall) (keys []string) {
	for _, item := range c.Parameters.Elements() {
		keys = append(keys, item.Get("key").Text())
	}
	return keys
}
