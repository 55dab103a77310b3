package liquid

import (
	"fmt"
	"strconv"

	"studiolint/lint/words"
)

// ErrorKind tells what is wrong.
type ErrorKind uint8

const (
	unclosedOutput   ErrorKind = iota // {{ without }}
	unclosedTag                       // {% without %}
	unclosedBlock                     // if without endif, …
	strayEnd                          // endif without if, …
	misplacedClause                   // else, elsif or when outside its block or in the wrong order
	strayBraces                       // }} after a variable without {{ before it
	emptyMarkup                       // {{ }} and {% %}
	nestedMarkup                      // {{ inside {{ }} or {% %}
	badExpression                     // anything an expression cannot be
	badTag                            // arguments that do not fit their tag
	badFilter                         // a filter without a name, or arguments without their colon
	unclosedString                    // a quote without its partner
	arithmetic                        // + - * / %: filters must do that (Twilio 81018)
	nonASCII                          // a letter or space beyond ASCII outside strings (Twilio 81018)
	misplacedFilter                   // dialect: a filter in a condition, case or for, where most engines drop it
	misplacedCompare                  // dialect: a comparison in an output or assign
	numberName                        // dialect: a name that starts with a digit
	extraArguments                    // dialect: text after the name of a tag that takes none
	tooDeep                           // brackets nested beyond maxDepth
)

var errorKinds = [...]string{
	"unclosed-output", "unclosed-tag", "unclosed-block", "stray-end",
	"misplaced-clause", "stray-braces", "empty-markup", "nested-markup",
	"bad-expression", "bad-tag", "bad-filter", "unclosed-string", "arithmetic",
	"non-ascii", "misplaced-filter", "misplaced-compare", "number-name",
	"extra-arguments", "too-deep",
}

// String returns a short name, such as "unclosed-output".
func (k ErrorKind) String() string {
	if int(k) < len(errorKinds) {
		return errorKinds[k]
	}
	return "error " + strconv.Itoa(int(k))
}

// Error is one mistake. The message says what is wrong and what to write
// instead, as the part of a sentence: no capital, no full stop.
type Error struct {
	Span
	Kind    ErrorKind
	Message string

	instead string // of a tag: the name that it should have
}

// newPiece begins a piece of markup, which may report one error.
func (p *parser) newPiece() {
	p.failed, p.loose, p.nests, p.depth, p.latest = false, false, false, 0, -1
}

// fail reports a mistake, unless this piece of markup has one already: what
// follows a mistake is mostly its consequence.
func (p *parser) fail(kind ErrorKind, at Span, message string) {
	p.mistakes++
	if !p.failed {
		p.failed = true
		p.errs = append(p.errs, Error{Span: at, Kind: kind, Message: message})
	}
}

func (p *parser) failf(kind ErrorKind, at Span, format string, args ...any) {
	if p.failed {
		p.mistakes++
		return
	}
	p.fail(kind, at, fmt.Sprintf(format, args...))
}

// clip shortens what a message quotes.
func clip(s string) string { return words.Clip(s, 40) }
