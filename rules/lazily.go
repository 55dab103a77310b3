package rules

import (
	"regexp"
	"sync"
)

// lazily compiles an expression when it is first used: few flows hold a text that
// needs one.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
