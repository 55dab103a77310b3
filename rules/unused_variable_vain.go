package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// reportVain reports the variables that something sets, as one of several ways, and that something else
// sets anew, whichever way comes next, before anything reads them: once for what sets them anew.
func reportVain(p *lint.Pass, wellFormed func(*lint.Pass) bool) {
	parent := p.Flow.Entry(flow.ParentEvent) != nil || len(p.Project.Callers(p.Document)) > 0
	told := map[*flow.Widget]*finding.Diagnostic{}
	for _, v := range p.Flow.Variables() {
		if len(v.Writes) < 2 || len(v.Reads) == 0 || !setInTwoWays(v) {
			continue
		}
		if len(p.Flow.ReadsOfAny()) > 0 || p.Flow.Unread() || !wellFormed(p) {
			return
		}
		reading, again := readOf(p.Flow, v), map[*flow.Widget]*flow.Write{}
		for i := range v.Writes {
			again[v.Writes[i].Widget] = &v.Writes[i]
		}
		for _, lost := range v.Writes {
			if lost.Widget.Incomplete || !isFixed(lost) || !p.Flow.Reachable(lost.Widget) {
				continue
			}
			by := values.Overwritten(lost, again, parent, func(w *flow.Widget) bool { return reading[w] })
			switch {
			case by == nil || !isVain(p.Flow, lost, *by):
			case told[by.Widget] == nil:
				told[by.Widget] = p.Reportf(lost.Key, "%s sets %s to %s, but %s always makes it %s before anything reads it; lead past one",
					lost.Widget.Label(), words.Quote(v.Key), shown(lost.Value), by.Widget.Label(), shown(by.Value)).
					Relate(by.Key, by.Widget.Label()+" sets it, too")
			default:
				told[by.Widget].Also(lost.Key, "so it is with what "+lost.Widget.Label()+" sets")
			}
		}
	}
}

// isVain reports whether what sets a variable is of no use when something else always sets it anew: on
// one of several ways to that, and to another word.
func isVain(f *flow.Flow, lost, by flow.Write) bool {
	return isFixed(by) && by.Value.Text() != lost.Value.Text() && f.ReachedWithout(by.Widget, lost.Widget) && !nextSets(lost.Widget, by.Widget)
}

// isFixed reports whether a variable is set to a word that is the same each time: what something else
// brings may well be kept until something better is known.
func isFixed(write flow.Write) bool {
	text := write.Value.Text()
	return strings.TrimSpace(text) != "" && !liquid.HasMarkup(text)
}

// setInTwoWays reports whether a variable is set to one word here and to another one there.
func setInTwoWays(v *flow.Variable) bool {
	first := slices.IndexFunc(v.Writes, isFixed)
	return first >= 0 && slices.ContainsFunc(v.Writes[first:], func(other flow.Write) bool {
		return isFixed(other) && other.Widget != v.Writes[first].Widget && other.Value.Text() != v.Writes[first].Value.Text()
	})
}

// readOf returns the widgets that read a variable.
func readOf(f *flow.Flow, v *flow.Variable) map[*flow.Widget]bool {
	reading := map[*flow.Widget]bool{}
	for _, r := range v.Reads {
		reading[r.Widget] = true
	}
	for _, write := range v.Writes { // as an output of the widget that sets it
		for _, r := range f.OutputRefs(write.Widget.Name) {
			reading[r.Widget] = true
		}
	}
	for _, r := range f.OutputRefs("") {
		reading[r.Widget] = true
	}
	return reading
}

// shown is a value for a message, without quotes of its own.
func shown(n source.Node) string {
	const most = 20
	text := n.Text()
	if inner := words.Unquoted(text); inner != "" {
		text = inner
	}
	return words.Quote(words.Clip(text, most))
}

// nextSets reports whether a widget leads straight to another, which is told by itself.
func nextSets(w, next *flow.Widget) bool {
	return len(w.Transitions) == 1 && w.Transitions[0].Meant == next
}
