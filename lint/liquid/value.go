package liquid

// OperandKind tells what an Operand is.
type OperandKind uint8

// The kinds of Operand.
const (
	NoOperand          OperandKind = iota // missing or not readable
	ReferenceOperand                      // Ref counts in Template.References
	StringOperand                         // with its quotes
	NumberOperand                         // 1, -1, 1.5
	BoolOperand                           // true, false
	NilOperand                            // nil, null
	EmptyOperand                          // empty, blank
	RangeOperand                          // (1..5)
	GroupOperand                          // ( … )
	PlaceholderOperand                    // ${…}, %{…}
	NestedOperand                         // {{ … }} where a value should stand
)

// Operand is a value as the template writes it.
type Operand struct {
	Span
	Kind OperandKind
	Ref  int // -1 unless Kind is ReferenceOperand

	// Inner is what stands within a group; of a range its two ends, with To between
	// them; of {{ … }} that stands here, or within a string, by mistake, its inside.
	Inner *Expr
}

// Quoted returns what stands within the quotes of a text, and reports whether it is one.
func (o *Operand) Quoted(template string) (text string, ok bool) {
	if o.Kind != StringOperand {
		return "", false
	}
	text = o.In(template)
	if len(text) < len(`""`) || text[0] != '"' && text[0] != '\'' {
		return "", false
	}
	return text[1 : len(text)-1], true
}

// Filter is one | name: arguments.
type Filter struct {
	Span             // of the name
	Name      string // as written
	Args      Span   // after the colon; empty and after the name when there are none
	Arguments []Argument
}

// Local is a name that the template itself gives a value. References to it
// inside Scope do not reach the flow.
type Local struct {
	Span  // of the name; of the tag's name for forloop and tablerowloop
	Name  string
	Scope Span // where the name holds: the loop's body, or all that follows
	Tag   int
}
