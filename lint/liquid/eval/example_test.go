package eval_test

import (
	"errors"
	"fmt"

	"studiolint/lint/liquid"
	"studiolint/lint/liquid/eval"
)

func ExampleRender() {
	vars, err := eval.JSON([]byte(`{"flow": {"variables": {"tries": "2", "name": "Ada"}}}`))
	if err != nil {
		panic(err)
	}
	env := eval.Env{Lookup: eval.Variables(vars)}
	for _, text := range []string{
		"{{flow.variables.name | upcase}} tried {{flow.variables.tries | plus: 1}} times",
		"{% if flow.variables.tries > 1 %}again{% endif %}",
	} {
		got, err := eval.Render(liquid.Parse(text), text, env)
		var why *eval.Undetermined
		if errors.As(err, &why) {
			fmt.Printf("undetermined at %q: %s\n", why.In(text), why.Reason)
			continue
		}
		fmt.Println(got)
	}
	// Output:
	// ADA tried 3 times
	// undetermined at "flow.variables.tries > 1": engines differ on the order of a text and a number
}
