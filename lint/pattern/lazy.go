package pattern

import (
	"regexp"
	"sync"
)

// Lazy compiles an expression of Go's when it is first used. To compile all of them
// takes longer than to start, and most runs need few.
func Lazy(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
