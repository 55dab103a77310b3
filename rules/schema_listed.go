package rules

import (
	"slices"
	"strings"

	"studiolint/lint/liquid"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// notListed reports a value outside of a closed set.
func (c schemaCheck) notListed(s subject, v schemas.Violation, at source.Node) {
	path := c.Pass.Document.PropertyPath(at)
	if !at.IsString() {
		return // the violation of the type says it
	}
	if shape.IsPlaceholder(c.Pass, at) {
		return
	}
	value := at.Text()
	holder := at.Parent().Parent()
	if at.Key() == "event" && holder.Key() == "transitions" {
		c.unknownEvent(s, v, at, path)
		return
	}
	hint, near := words.OneOf(value, v.Expected), words.Nearest(value, v.Expected)
	certain := words.IsSlip(value, near)
	if operator, why, ok := schemas.OperatorAlias(value); ok && at.Key() == "type" && holder.Key() == "conditions" {
		if hint = "did you mean " + words.Quote(operator) + "?"; why != "" {
			hint = words.LowerFirst(words.TrimStop(why))
		}
		if near, certain = operator, true; why != "" {
			near = ""
		}
	}
	what := s.what(at) + " is " + words.Quote(value) + ", which Studio does not know"
	switch {
	case liquid.HasMarkup(value):
		what = s.what(at) + " holds Liquid, which Studio does not evaluate here"
	case at.Key() == "type" && holder.Key() == "conditions":
		what = words.Quote(value) + " is no operator of Split Based On"
	}
	d := c.Reportf(at, "%s; %s", what, hint).
		Says(path, "does not have a value in the enumeration ["+strings.Join(v.Expected, ", ")+"]")
	if slices.Contains(v.Expected, near) {
		d.SuggestName(certain, near, at.SetText(near))
	}
}

func (c schemaCheck) unknownEvent(s subject, v schemas.Violation, at source.Node, path string) {
	value := at.Text()
	hint, near, certain := eventInstead(s.Subject, value, at, v.Expected)
	says := make([]string, len(v.Expected))
	for i, e := range v.Expected {
		says[i] = "must be a constant value " + e
	}
	d := c.Reportf(at, "%s raises no event %s; %s", s.Known.Type, words.Quote(value), hint).
		Says(path, strings.Join(says, "; "))
	if slices.Contains(v.Expected, near) && (s.Widget.On(near) == nil || s.Known.Event(near).Kind == schemas.KindBranch) {
		d.SuggestName(certain, near, at.SetText(near))
	}
}
