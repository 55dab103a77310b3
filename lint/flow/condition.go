package flow

import (
	"slices"
	"strings"

	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Condition is one element of a transition's conditions that is an object.
type Condition struct {
	Node      source.Node
	Operator  string            // its type
	Facts     *schemas.Operator // what the catalogue knows of it; never nil: see schemas.Operator.Known
	Arguments source.Node       // the array; absent when it is none
	Value     source.Node       // absent when it is no string

	// Guessed says that an operator or the name of a member is misspelt: what the condition
	// holds is what was most likely meant; see Written.
	Guessed bool
}

var conditionMembers = []string{"friendly_name", "type", "arguments", "value"}

func newCondition(n source.Node) Condition {
	c := Condition{Node: n, Operator: n.Get("type").Text()}
	if a := n.Get("arguments"); a.IsArray() {
		c.Arguments = a
	}
	if v := n.Get("value"); v.IsString() {
		c.Value = v
	}
	return c
}

// resolve looks up what the catalogue knows of the operator, and what was meant by names
// that it does not know.
func (c *Condition) resolve(of *schemas.Widget) {
	if of.Split {
		c.readMisspelt(of.Aliases.Conditions)
	}
	c.Facts = of.OperatorFacts(c.Operator)
	if c.Facts.Known() || !of.Split {
		return
	}
	if name := operatorMeant(of, c.Operator); name != "" {
		c.Operator, c.Facts, c.Guessed = name, of.OperatorFacts(name), true
	}
}

// readMisspelt reads the members whose names are misspelt.
func (c *Condition) readMisspelt(aliases schemas.Table[string]) {
	if c.Node.Len() == len(conditionMembers) && c.Operator != "" && c.Arguments.Exists() && c.Value.Exists() {
		return // as nearly all
	}
	for key, n := range meant(c.Node, conditionMembers, aliases) {
		switch {
		case key == n.Key():
			continue
		case key == "type" && n.Text() != "":
			c.Operator = n.Text()
		case key == "arguments" && n.IsArray():
			c.Arguments = n
		case key == "value" && n.IsString():
			c.Value = n
		default:
			continue
		}
		c.Guessed = true
	}
}

// operatorMeant returns the operator for which people write another word, or that is misspelt; ""
// for none.
func operatorMeant(of *schemas.Widget, written string) string {
	if written == "" {
		return ""
	}
	if name, why, ok := schemas.OperatorAlias(written); ok && why == "" {
		return name
	}
	names := make([]string, len(of.Operators))
	for i := range of.Operators {
		names[i] = of.Operators[i].Name
	}
	i := slices.IndexFunc(names, func(name string) bool { return words.IsOnlySlip(written, name, names) })
	if i < 0 {
		return ""
	}
	return names[i]
}

// Written returns the condition as it is written, without any guess.
func (c Condition) Written() Condition {
	if !c.Guessed {
		return c
	}
	w := newCondition(c.Node)
	if w.Facts = c.Facts; w.Operator != c.Operator {
		w.Facts = new(schemas.Operator)
	}
	return w
}

// Label returns the label of a condition.
func (c *Condition) Label() string { return strings.TrimSpace(c.Node.Get("friendly_name").Text()) }

// OwnLabel returns the label of a condition that its author wrote; "" where it is that of Twilio's editor.
func (c *Condition) OwnLabel() string {
	label := c.Label()
	if _, ok := EditorLabel(label); ok {
		return ""
	}
	return label
}

// EditorLabel returns what Twilio's editor says in a label that it writes ("If value equal_to 1": equal_to 1), and
// whether it has written it.
func EditorLabel(label string) (says string, ok bool) { return strings.CutPrefix(label, "If value ") }
