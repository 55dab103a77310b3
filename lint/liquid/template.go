package liquid

// Span is a stretch of the template: bytes from Start up to, not including, End.
type Span struct{ Start, End int }

// In returns the stretch of text; text must be the string given to Parse.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Template is what Parse found. Every list is in order of Start, Locals in
// order of the place from which they hold. Numbers that point from one list
// into another are indexes, and -1 means none.
type Template struct {
	Nodes      []Node      // the tree
	Markup     []Node      // the leaves that are outputs or tags
	Outputs    []Output    // {{ … }}
	Tags       []Tag       // {% … %}
	References []Reference // variables read, in outputs and in tags
	Locals     []Local     // names the template gives itself
	Errors     []Error

	roots    []string // those that were given to Parse
	filtered bool     // there is a filter somewhere
	odd      bool     // there may be a term that engines read differently, see Differences
}

// Output is one {{ … }}.
type Output struct {
	Span      // with its braces; up to what was read when it is not closed
	Expr Expr // without braces, white-space control and white space
}

// Tag is one {% … %}.
type Tag struct {
	Span          // with its braces
	Name   string // empty when there is none or an Error says so; "#" for an inline comment
	NameAt Span
	Args   Span // without white space and white-space control
	Known  bool // one of the tags whose syntax the parser knows, see Tags

	// Arguments are what the tag is given: a condition, the value of assign or
	// case, the values of when and cycle, what a loop runs over and its options.
	// Group says that the first one names the group of a cycle.
	Arguments []Argument
	Group     bool
	// Target is the name that assign, capture, increment, decrement, for or
	// tablerow gives to something; empty for all others.
	Target Span
}
