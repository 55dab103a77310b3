package offer

import (
	"slices"

	"studiolint/lint/words"
)

// NamesEndpoint reports whether a name of a value is one for the address of a service that programs call.
func NamesEndpoint(name string) bool {
	return slices.ContainsFunc(words.In(name), func(part string) bool {
		return slices.Contains([]string{"api", "endpoint", "webhook", "hook", "backend", "function", "lambda"}, part)
	})
}
