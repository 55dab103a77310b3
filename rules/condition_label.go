package rules

import (
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "condition-label", Title: "A branch says something else than it does",
		Group: finding.Splits, Severity: finding.Note,
		Doc: `Finds branches of a split whose names contradict them:

- the label of a condition ("If value equal_to 1", as Twilio's editor writes it) names
  another operator or another value than the condition has: the editor shows the label,
  and whoever reads the flow there reads what no longer holds;
- two branches lead to the widgets named after one another: "sales" to the widget
  support, "support" to the widget sales.

A label in words of the author's own is left alone, and so are one whose value is among
those of the condition, values that Liquid fills in, and a single branch that leads to
a widget of another name.

Write the label anew, or exchange where the two branches lead.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if w.Facts.Split {
				checkLabels(p, w)
				checkCrossed(p, w, reads.Branches.Of(p)[w.Index])
			}
		}
	},
})

func checkLabels(p *lint.Pass, w *flow.Widget) {
	var d *finding.Diagnostic
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			label := c.Node.Get("friendly_name")
			if !c.Facts.Known() || !label.IsString() || agrees(p, w.Facts, label.Text(), c) {
				continue
			}
			switch {
			case d == nil:
				d = p.Reportf(label, "the label says %s, but %s tests %s %s; Twilio's editor shows the label: write it anew",
					words.Quote(label.Text()), w.Label(), c.Operator, words.Quote(strings.TrimSpace(c.Value.Text())))
			case len(d.Related) < lint.MaxRelated:
				d.Relate(label, "so does this label, of "+c.Operator+" "+words.Quote(strings.TrimSpace(c.Value.Text())))
			}
		}
	}
}

// agrees reports whether a label says what its condition does, or nothing certain.
func agrees(p *lint.Pass, facts *schemas.Widget, label string, c flow.Condition) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(label), "If value ")
	if !ok {
		return true
	}
	operator, value, _ := strings.Cut(rest, " ")
	tested := strings.TrimSpace(c.Value.Text())
	if facts.Operator(operator) == nil || liquid.HasMarkup(tested) || strings.HasPrefix(tested, "+") || shape.IsPlaceholder(p, c.Value) {
		return true // what stands in the label may name what is filled in
	}
	same := plain(value) == plain(tested)
	if operator != c.Operator && same && c.Facts.Value != schemas.ValueNone {
		return false
	}
	return same || value == "" || c.Facts.Value == schemas.ValueNone && operator == c.Operator ||
		len(value) > 20 && strings.HasPrefix(plain(tested), strings.TrimRight(plain(value), ".…")) || covers(c, value)
}

// covers reports whether a condition holds for all the entries of a value, or may.
func covers(c flow.Condition, value string) bool {
	comparison := split.Compare(c.Operator, c.Value.Text())
	for entry := range strings.SplitSeq(value, ",") {
		if comparison.Holds(strings.ToLower(strings.TrimSpace(entry))) == split.No {
			return false
		}
	}
	return true
}

// plain is a text without what makes no difference in a label.
func plain(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' }), " "))
}

// checkCrossed looks for two branches that lead to the widgets named after one another.
func checkCrossed(p *lint.Pass, w *flow.Widget, branches []reads.Branch) {
	const most = 40 // branches that are compared
	branches = branches[:min(len(branches), most)]
	for i, a := range branches {
		for _, b := range branches[i+1:] {
			if a.Transition.To == nil || b.Transition.To == nil || a.Transition.To == b.Transition.To || !crossed(a, b) || !crossed(b, a) {
				continue
			}
			p.Reportf(a.Transition.NextNode, "%s leads to %s, and %s to %s: the names say the reverse; exchange the two if that is not meant",
				a.Words(), reads.Target(a.Transition), b.Words(), reads.Target(b.Transition)).Relate(b.Transition.NextNode, "the other branch")
			return
		}
	}
}

// crossed reports whether a widget to which one branch leads is named after the other
// branch, and not after its own.
func crossed(a, b reads.Branch) bool {
	name := a.Transition.To.Name
	return a.Literal && b.Literal && named(name, b) && !named(name, a)
}

// named reports whether a widget has the value of a branch in its name as a word.
func named(name string, b reads.Branch) bool {
	texts, ok := b.Comparison.Texts()
	if !ok {
		return false
	}
	parts := " " + strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '_' || r == '-' || r == ' ' || r == '.' }), " ") + " "
	for _, text := range texts {
		if text != "" && strings.Contains(parts, " "+text+" ") {
			return true
		}
	}
	return false
}
