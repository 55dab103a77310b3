package liquid_test

import (
	"fmt"

	"studiolint/lint/liquid"
)

func ExampleParse() {
	text := `Hello {{ flow.variables.name | upcase }}, {% if widgets.menu.Digits = 1 %}yes{% endif %}`
	t := liquid.Parse(text)
	for _, r := range t.References {
		fmt.Println(r.Start, r)
	}
	for f := range t.Filters() {
		fmt.Println(f.Start, f.Name)
	}
	for _, e := range t.Errors {
		fmt.Println(e.Start, e.Kind, e.Message)
	}
	// Output:
	// 9 flow.variables.name
	// 48 widgets.menu.Digits
	// 31 upcase
	// 68 bad-expression "=" does not compare: write "=="
}

// A condition is a list of terms: each with the operator before it.
func ExampleTemplate() {
	text := `{% if flow.variables.n > 2 and trigger.message.Body contains "x" %}a{% else %}b{% endif %}`
	t := liquid.Parse(text)
	for _, branch := range t.Nodes[0].Block.Branches {
		tag := t.Tags[branch.Tag]
		fmt.Println(tag.Name, "prints", branch.Nodes[0].In(text))
		for _, a := range tag.Arguments {
			for _, term := range a.Terms {
				fmt.Println(" ", term.Op, term.In(text))
			}
		}
	}
	// Output:
	// if prints a
	//    flow.variables.n
	//   > 2
	//   and trigger.message.Body
	//   contains "x"
	// else prints b
}
