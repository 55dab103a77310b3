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
