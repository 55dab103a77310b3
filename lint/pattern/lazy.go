package pattern

import (
	"regexp"
	"sync"
)

// Lazy compiles an expression of Go's when it is first used on a text that it may match. To
// compile all of them takes longer than to start, and most runs need few.
func Lazy(expression string) func() *Expression {
	return sync.OnceValue(func() *Expression { return newExpression(expression) })
}

// An Expression is an expression of Go's that is asked of many texts and matches few. Most
// texts are turned away by a quick look for what all its matches hold, which costs a small part
// of what the expression does. Its methods are those of regexp.Regexp.
type Expression struct {
	quick    *anyOf
	compiled func() *regexp.Regexp
}

func newExpression(expression string) *Expression {
	return &Expression{anyOfIn(expression), sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// in returns the expression for a text that it may match, else nil.
func (e *Expression) in(text string) *regexp.Regexp {
	if e.quick != nil && !e.quick.in(text) {
		return nil
	}
	return e.compiled()
}

// String returns the expression as it was written.
func (e *Expression) String() string { return e.compiled().String() }

// MatchString reports whether a text holds a match.
func (e *Expression) MatchString(text string) bool {
	re := e.in(text)
	return re != nil && re.MatchString(text)
}

// FindString returns the first match, "" when there is none.
func (e *Expression) FindString(text string) string {
	if re := e.in(text); re != nil {
		return re.FindString(text)
	}
	return ""
}

// FindStringIndex returns where the first match is, nil when there is none.
func (e *Expression) FindStringIndex(text string) []int {
	if re := e.in(text); re != nil {
		return re.FindStringIndex(text)
	}
	return nil
}

// FindStringSubmatch returns the first match and its groups.
func (e *Expression) FindStringSubmatch(text string) []string {
	if re := e.in(text); re != nil {
		return re.FindStringSubmatch(text)
	}
	return nil
}

// FindStringSubmatchIndex returns where the first match and its groups are.
func (e *Expression) FindStringSubmatchIndex(text string) []int {
	if re := e.in(text); re != nil {
		return re.FindStringSubmatchIndex(text)
	}
	return nil
}

// FindAllString returns at most n matches, all for -1.
func (e *Expression) FindAllString(text string, n int) []string {
	if re := e.in(text); re != nil {
		return re.FindAllString(text, n)
	}
	return nil
}

// FindAllStringIndex returns where at most n matches are, all for -1.
func (e *Expression) FindAllStringIndex(text string, n int) [][]int {
	if re := e.in(text); re != nil {
		return re.FindAllStringIndex(text, n)
	}
	return nil
}

// FindAllStringSubmatch returns at most n matches with their groups, all for -1.
func (e *Expression) FindAllStringSubmatch(text string, n int) [][]string {
	if re := e.in(text); re != nil {
		return re.FindAllStringSubmatch(text, n)
	}
	return nil
}

// FindAllStringSubmatchIndex returns where at most n matches and their groups are, all for -1.
func (e *Expression) FindAllStringSubmatchIndex(text string, n int) [][]int {
	if re := e.in(text); re != nil {
		return re.FindAllStringSubmatchIndex(text, n)
	}
	return nil
}

// ReplaceAllString returns a text with another one in place of its matches: see regexp.Expand.
func (e *Expression) ReplaceAllString(text, by string) string {
	if re := e.in(text); re != nil {
		return re.ReplaceAllString(text, by)
	}
	return text
}

// ReplaceAllStringFunc returns a text with what a function makes of them in place of its matches.
func (e *Expression) ReplaceAllStringFunc(text string, by func(string) string) string {
	if re := e.in(text); re != nil {
		return re.ReplaceAllStringFunc(text, by)
	}
	return text
}
