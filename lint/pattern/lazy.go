package pattern

import (
	"math/bits"
	"regexp"
	"slices"
	"sync"

	"studiolint/lint/words"
)

// Lazy returns an expression of Go's that is compiled when it is first used on a text that it may
// match. To compile all of them takes longer than to start, and most runs need few. There are some
// hundreds: the compiler lays them out, and nothing is done for one before it is asked.
func Lazy(expression string) *Expression { return &Expression{expression: expression} }

// An Expression is an expression of Go's that is asked of many texts and matches few. It is
// read as branches of which each match is one of one. A quick look for what the matches of
// each hold turns most texts away; of the others only the branches are asked that they may
// match, and compiled then: an expression looks at each letter for all that may begin there.
// What they say of a text that comes again is kept. Its methods are those of regexp.Regexp.
type Expression struct {
	expression string
	once       sync.Once
	read       *readExpression // once it is asked
}

type readExpression struct {
	quick    *quickLook
	branches func() []*branch
	whole    func() *regexp.Regexp
	once     sync.Once
	verdicts *words.Memory[bool]    // whether texts that pass the quick look hold a match,
	firsts   *words.Memory[[]int]   // where their first match and its groups are, nil without one,
	lists    *words.Memory[[][]int] // and where all of them are
}

// A branch is compiled when it is first asked.
type branch struct {
	expression string
	once       sync.Once
	compiled   *regexp.Regexp
}

func (b *branch) matches(text string) bool {
	b.once.Do(func() { b.compiled = regexp.MustCompile(b.expression) })
	return b.compiled.MatchString(text)
}

func (e *Expression) asked() *readExpression {
	e.once.Do(e.prepare)
	return e.read
}

func (e *Expression) prepare() {
	e.read = &readExpression{
		quick:    quickLookOf(e.expression),
		branches: sync.OnceValue(func() []*branch { return compiledLater(e.expression) }),
		whole:    sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(e.expression) }),
	}
}

// passing returns the expression for a text that passes the quick look, else nil.
func (e *Expression) passing(text string) *readExpression {
	read := e.asked()
	if read.quick.in(text).none() {
		return nil
	}
	read.once.Do(read.remember)
	return read
}

func (e *readExpression) remember() {
	e.verdicts = words.NewSmallMemory(e.matches)
	e.firsts = words.NewSmallMemory(func(text string) []int {
		if e.fails(text) {
			return nil
		}
		return e.whole().FindStringSubmatchIndex(text)
	})
	e.lists = words.NewSmallMemory(func(text string) [][]int {
		if e.fails(text) {
			return nil
		}
		return e.whole().FindAllStringSubmatchIndex(text, -1)
	})
}

func compiledLater(expression string) (all []*branch) {
	for _, b := range branchesOf(expression) {
		all = append(all, &branch{expression: b})
	}
	return all
}

// MatchString reports whether a text holds a match.
func (e *Expression) MatchString(text string) bool {
	read := e.passing(text)
	return read != nil && read.verdicts.Of(text)
}

// matches is MatchString, worked out anew.
func (e *readExpression) matches(text string) bool {
	h := e.quick.in(text)
	if h.whole {
		return e.whole().MatchString(text)
	}
	all := e.branches()
	for few := h.few; few != 0; few &= few - 1 {
		if all[bits.TrailingZeros64(few)].matches(text) {
			return true
		}
	}
	return false
}

// fails reports whether a few branches tell that a text holds no match. Where the whole expression is to
// be asked, it is asked at once where its match is.
func (e *readExpression) fails(text string) bool { return !e.quick.in(text).whole && !e.matches(text) }

// in returns the expression for a text that it matches, else nil.
func (e *Expression) in(text string) *regexp.Regexp {
	if !e.MatchString(text) {
		return nil
	}
	return e.read.whole()
}

// String returns the expression as it was written.
func (e *Expression) String() string { return e.expression }

// FindString returns the first match, "" when there is none.
func (e *Expression) FindString(text string) string {
	if at := e.FindStringSubmatchIndex(text); at != nil {
		return text[at[0]:at[1]]
	}
	return ""
}

// FindStringIndex returns where the first match is, nil when there is none.
func (e *Expression) FindStringIndex(text string) []int {
	if at := e.FindStringSubmatchIndex(text); at != nil {
		return at[:2:2]
	}
	return nil
}

// FindStringSubmatch returns the first match and its groups.
func (e *Expression) FindStringSubmatch(text string) []string {
	if at := e.FindStringSubmatchIndex(text); at != nil {
		return cut(text, at)
	}
	return nil
}

// cut returns a match and its groups, given where they are.
func cut(text string, at []int) []string {
	groups := make([]string, len(at)/2)
	for i := range groups {
		if from := at[2*i]; from >= 0 {
			groups[i] = text[from:at[2*i+1]]
		}
	}
	return groups
}

// FindStringSubmatchIndex returns where the first match and its groups are. They are shared, as all
// places are that an expression finds: nobody may change them.
func (e *Expression) FindStringSubmatchIndex(text string) []int {
	if read := e.passing(text); read != nil {
		return read.firsts.Of(text)
	}
	return nil
}

// FindAllString returns at most n matches, all for -1.
func (e *Expression) FindAllString(text string, n int) (all []string) {
	for _, at := range e.FindAllStringSubmatchIndex(text, n) {
		all = append(all, text[at[0]:at[1]])
	}
	return all
}

// FindAllStringIndex returns where at most n matches are, all for -1.
func (e *Expression) FindAllStringIndex(text string, n int) (all [][]int) {
	for _, at := range e.FindAllStringSubmatchIndex(text, n) {
		all = append(all, at[:2:2])
	}
	return all
}

// FindAllStringSubmatch returns at most n matches with their groups, all for -1.
func (e *Expression) FindAllStringSubmatch(text string, n int) (all [][]string) {
	for _, at := range e.FindAllStringSubmatchIndex(text, n) {
		all = append(all, cut(text, at))
	}
	return all
}

// FindAllStringSubmatchIndex returns where at most n matches and their groups are, all for -1.
func (e *Expression) FindAllStringSubmatchIndex(text string, n int) [][]int {
	read := e.passing(text)
	switch {
	case read == nil:
		return nil
	case n >= 0: // of a long text, the rest would be found in vain
		if read.verdicts.Of(text) {
			return read.whole().FindAllStringSubmatchIndex(text, n)
		}
		return nil
	}
	return slices.Clip(read.lists.Of(text))
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
