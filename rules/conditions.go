package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/placeholder"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A branch is one match of a split with a single condition whose parts are
// known.
type branch struct {
	transition *flow.Transition
	condition  flow.Condition
	comparison split.Comparison

	// subject is what is tested, written in one way; "" when a deployment step
	// fills it in.
	subject string

	// literal says that the value is known: no Liquid, no placeholder.
	literal bool
}

// branches returns the branches of a split in their order, those that are
// written in another way left out.
func branches(p *lint.Pass, w *flow.Widget) []branch {
	var all []branch
	for _, t := range w.Transitions {
		if t.Facts.Kind != schemas.KindBranch || len(t.Conditions) != 1 {
			continue
		}
		c := t.Conditions[0]
		operator := c.Facts
		if !operator.Known() || c.Arguments.Len() != 1 || !c.Value.Exists() && operator.Value != schemas.ValueNone {
			continue
		}
		value := c.Value.Text()
		all = append(all, branch{
			transition: t, condition: c, comparison: split.Compare(c.Operator, value), subject: subjectOf(p, c.Arguments.At(0)),
			literal: operator.Value == schemas.ValueNone || !liquid.HasMarkup(value) && !shape.IsPlaceholder(p, c.Value),
		})
	}
	return all
}

// subjectOf writes the template that is tested in one way.
func subjectOf(p *lint.Pass, n source.Node) string {
	text := n.Text()
	if placeholder.Token(text) || p.Config.IsPlaceholder(text) {
		return ""
	}
	return strings.Join(strings.Fields(text), "")
}

// Place is where a finding about the branch points: the value that is compared,
// or the operator when it takes none.
func (b branch) Place() source.Place {
	operator := b.condition.Facts
	if b.condition.Value.Exists() && operator.Value != schemas.ValueNone {
		return b.condition.Value.Place()
	}
	return b.condition.Node.Get("type").Place()
}

// words writes what the branch asks: contains "a", is blank.
func (b branch) words() string {
	asks := strings.ReplaceAll(b.condition.Operator, "_", " ")
	if operator := b.condition.Facts; operator.Value == schemas.ValueNone {
		return asks
	}
	return asks + " " + words.Quote(strings.TrimSpace(b.condition.Value.Text()))
}

// target writes where a transition leads: to "menu", to the end.
func target(t *flow.Transition) string {
	if t.Next == "" {
		return "the end"
	}
	return words.Quote(t.Next)
}

// asksPerson reports whether a split tests what a person said, typed or pressed:
// an output that only an answer fills, the message that started the flow, or a
// variable that was set to one of them.
func asksPerson(f *flow.Flow, split *flow.Widget) bool {
	answered := func(r flow.Ref) bool { return isAnswer(f, r) }
	seen := map[string]bool{}
	for _, ref := range tested(f, split) {
		if isAnswer(f, ref) {
			return true
		}
		key, ok := variableOf(f, ref)
		if v := f.Variable(key); ok && v != nil && !seen[key] {
			seen[key] = true
			for _, write := range v.Writes {
				if t := f.TemplateAt(write.Value); t != nil && slices.ContainsFunc(t.Refs(), answered) {
					return true
				}
			}
		}
	}
	return false
}

// isAnswer reports whether a reference reads what a person answered.
func isAnswer(f *flow.Flow, r flow.Ref) bool {
	switch r.Name(0) {
	case "trigger":
		return r.Name(2) == "Body"
	case "widgets":
		w := f.Widget(r.Name(1))
		if w == nil {
			return false
		}
		output := w.Facts.Outputs.Key(r.Name(2))
		if output == nil || len(output.Events) == 0 {
			return false
		}
		for _, name := range output.Events {
			if e := w.Facts.Event(name); e == nil || e.Kind != schemas.KindInput {
				return false
			}
		}
		return true
	}
	return false
}

// answerOn returns the path of the answer by which a widget is left, as
// widgets.ask.inbound.Body; "" when the transition is no answer.
func answerOn(t *flow.Transition) string {
	if t.Facts.Kind != schemas.KindInput {
		return ""
	}
	for _, key := range t.From.Facts.Outputs.Keys {
		if !slices.Contains(key.Events, t.Event) {
			continue
		}
		path := "widgets." + t.From.Name + "." + key.Name
		if len(key.Keys) > 0 {
			path += "." + key.Keys[0].Name
		}
		return words.Shorten(path)
	}
	return ""
}
