package shape

import (
	"strings"

	"studiolint/lint/source"
)

// ValueAmongArguments returns the fixed text that stands as a second argument of a condition that has no
// value: most likely it is the value; else it is absent.
func ValueAmongArguments(condition source.Node) source.Node {
	arguments := condition.Get("arguments")
	if condition.Get("value").Exists() || arguments.Len() != 2 {
		return source.Node{}
	}
	first, second := arguments.At(0), arguments.At(1)
	if !first.Has(source.Markup) || !second.IsString() || second.Has(source.Markup) || strings.TrimSpace(second.Text()) == "" {
		return source.Node{}
	}
	return second
}
