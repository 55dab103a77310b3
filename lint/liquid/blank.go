package liquid

import "slices"

// AsksForBlank reports whether a tag of the template, an index of Markup, asks of one value alone whether there is one:
// {% if a.b %}, {% if a.b != blank %}, {% unless a.b == "" %}. text must be the string given to Parse.
func (t *Template) AsksForBlank(markup int, text string) bool {
	if t.Markup[markup].Kind != TagNode {
		return false
	}
	tag := &t.Tags[t.Markup[markup].Index]
	if tag.Name != "if" && tag.Name != "unless" && tag.Name != "elsif" || len(tag.Arguments) != 1 {
		return false
	}
	terms := tag.Arguments[0].Terms
	if len(terms) == 0 || terms[0].Kind != ReferenceOperand {
		return false
	}
	return len(terms) == 1 || len(terms) == 2 && (terms[1].Op == Equal || terms[1].Op == NotEqual) && terms[1].isBlank(text)
}

// isBlank reports whether an operand is no value, or an empty text.
func (o *Operand) isBlank(template string) bool {
	quoted, ok := o.Quoted(template)
	return ok && quoted == "" || o.Kind == EmptyOperand || o.Kind == NilOperand
}

// AsksForSize reports whether anything in the template reads how long a value is.
func (t *Template) AsksForSize() bool {
	return t.HasFilter(FilterSize) ||
		slices.ContainsFunc(t.References, func(r Reference) bool { return r.Name(len(r.Segments)-1) == FilterSize })
}
