package sim

import (
	"fmt"

	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// split leaves a split by the first branch that holds.
func (x *Execution) split(v *Visit) {
	for i := range v.Program.steps[v.Widget.Index].branches {
		b := &v.Program.steps[v.Widget.Index].branches[i]
		holds, why := x.branch(v, b)
		switch holds {
		case split.Yes:
			x.leave(b.Event, b.Transition)
			return
		case split.Unsure:
			x.undetermined(v, "whether branch %d holds is not known: %s", i+1, why.reason)
			x.end.Lack = why.lack
			return
		}
	}
	for i := range v.Widget.Facts.Events {
		if e := &v.Widget.Facts.Events[i]; e.Kind == schemas.KindNoMatch {
			x.leave(e.Name, nil)
			return
		}
	}
}

// branch tells whether a branch holds, and why that is not known.
func (x *Execution) branch(v *Visit, b *branch) (split.Answer, doubt) {
	if len(b.conditions) == 0 {
		return split.Unsure, doubt{reason: "the branch has no condition"}
	}
	answer, why := x.condition(v, &b.conditions[0])
	for i := 1; i < len(b.conditions); i++ {
		if other, _ := x.condition(v, &b.conditions[i]); other != answer {
			return split.Unsure, doubt{reason: "how Studio joins several conditions of a branch is not documented"}
		}
	}
	return answer, why
}

// condition tells whether a condition holds. Studio does not document which counts of the
// widget's input and the condition's own argument, so where they differ both must agree.
func (x *Execution) condition(v *Visit, c *condition) (split.Answer, doubt) {
	if c.Arguments.Len() > 1 {
		return split.Unsure, doubt{reason: "how Studio reads several arguments is not documented"}
	}
	tested, input := c.Arguments.At(0), v.Widget.Input()
	if !tested.Exists() {
		tested = input
	}
	if !tested.Exists() {
		return split.Unsure, doubt{reason: "the condition tests nothing"}
	}
	answer, why := x.compare(v, c, tested)
	if input.Exists() && input.Text() != tested.Text() && answer != split.Unsure {
		if other, _ := x.compare(v, c, input); other != answer {
			return split.Unsure, doubt{reason: "the widget's input and the condition's argument differ, and which of them counts is not documented"}
		}
	}
	return answer, why
}

func (x *Execution) compare(v *Visit, c *condition, tested source.Node) (split.Answer, doubt) {
	if !tested.IsString() {
		return split.Unsure, doubt{reason: "what is tested is no text"}
	}
	comparison := c.literal
	if comparison == nil {
		value := x.evaluate(v, c.Value)
		if value.why != "" {
			return split.Unsure, value.doubt()
		}
		made := split.Compare(c.Operator, value.text)
		comparison = &made
	}
	r := x.evaluate(v, tested)
	if r.why != "" && r.object && c.Facts.Value == schemas.ValueNone {
		return comparison.Holds("{}"), doubt{} // it is not blank, whatever it looks like
	}
	if r.why != "" {
		return split.Unsure, r.doubt()
	}
	answer := comparison.HoldsFor(r.text)
	if blank(r.text) && r.missing {
		answer = comparison.HoldsForBlank()
	}
	if answer == split.Unsure {
		return answer, doubt{reason: whyUnsure(c, comparison.Value(), r.text)}
	}
	return answer, doubt{}
}

// whyUnsure says why it is not known whether a condition holds for a text.
func whyUnsure(c *condition, value, text string) string {
	switch {
	case value == "":
		return "what Studio makes of " + c.Operator + " with an empty value is not documented"
	case c.Facts.Value == schemas.ValueRegex:
		return "what Java makes of the regular expression for " + words.Quote(text) + " is not known here, or takes too long to find out"
	}
	return fmt.Sprintf("what Studio makes of %s %s for %s is not documented", c.Operator, words.Quote(value), words.Quote(text))
}

// Comparisons returns what a branch of a split compares, as far as the values are fixed; ok
// is false when that is not all.
func (p *Program) Comparisons(t *flow.Transition) (list []split.Comparison, ok bool) {
	s := &p.steps[t.From.Index]
	for i := range s.branches {
		if s.branches[i].Transition != t {
			continue
		}
		for j := range s.branches[i].conditions {
			literal := s.branches[i].conditions[j].literal
			if literal == nil {
				return nil, false
			}
			list = append(list, *literal)
		}
	}
	return list, len(list) > 0
}
