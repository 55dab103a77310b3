// Package pattern reads regular expressions as java.util.regex.Pattern does,
// which is what Studio runs them with. Check says in plain words what Java
// refuses; Match does what matches() does; Sample writes a text that matches.
//
// The dialect differs from Go's and .NET's in more than names: \d, \w and the
// flag i are those of ASCII, brackets nest and intersect, \Q…\E quotes, a ++ is
// possessive, and a look-behind needs a greatest length. So no other engine is
// handed the text. What is known of Java was tried on Java 17; the tests hold
// this package against a JDK.
package pattern

import (
	"errors"
	"fmt"
	"sync"

	"studiolint/lint/words"
)

// A Pattern is an expression that Java accepts. It may be used by several
// goroutines.
type Pattern struct {
	root     *node
	captures int // counted groups, and one for the whole
	vague    bool
	listing  listing

	once    sync.Once
	quickly *words.Memory[answer] // see MatchQuickly
}

// An Error is why Java refuses an expression.
type Error struct {
	Start, End int    // the place, in bytes of the expression
	Wrong      string // what is wrong: half a sentence
	Cure       string // what to write: half a sentence
}

func (e *Error) Error() string { return fmt.Sprintf("%s; %s", e.Wrong, e.Cure) }

// maxLength is how long an expression may be to be looked at, in bytes. Real ones
// are far shorter.
const maxLength = 10_000

// errUndetermined says that it is not known here what Java would say: of an
// expression that is very long or nests too deep, or of a match that takes too many steps, of \N{…}
// and the flag c, and of what versions of Java disagree about. It never means
// that a text does not match.
var errUndetermined = errors.New("what Java makes of this expression is not known")

var errTooDeep = errors.New("nests too deep")

// Parse reads an expression. Conditions of Studio compare without regard to case,
// as if (?i) stood before it. The error is an *Error, or errUndetermined.
func Parse(text string, anyCase bool) (*Pattern, error) {
	if len(text) > maxKept {
		return parse(text, anyCase)
	}
	return kept.parse(text, anyCase)
}

func parse(text string, anyCase bool) (pattern *Pattern, err error) {
	if len(text) > maxLength {
		return nil, errUndetermined
	}
	p := parser{scanner: *newScanner(text), groups: 1}
	if anyCase {
		p.flags = ignoreCase
	}
	defer func() {
		switch e := recover().(type) {
		case nil:
		case *Error:
			pattern, err = nil, e
		case error:
			if e != errTooDeep {
				panic(e)
			}
			pattern, err = nil, errUndetermined
		default:
			panic(e)
		}
	}()
	root := p.parse()
	return &Pattern{root: root, captures: p.groups, vague: p.vague}, nil
}

// Check returns an *Error when Java refuses an expression, and nil when it does
// not or when that is not known.
func Check(text string) error {
	_, err := Parse(text, false)
	var wrong *Error
	if errors.As(err, &wrong) {
		return wrong
	}
	return nil
}

// fail ends the parser. The place is given in characters.
func (p *parser) fail(from, to int, wrong, cure string) {
	start, end := p.offset(from), p.offset(to)
	panic(&Error{Start: start, End: max(start, end), Wrong: wrong, Cure: cure})
}
