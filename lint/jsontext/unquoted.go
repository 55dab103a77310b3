package jsontext

import (
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
)

// Unquoted returns the edits that take the quotes of a JSON string away, of which an output
// is all; none of another one.
func Unquoted(t *flow.Template, out liquid.Span) []source.Edit {
	before, after := out.Start-1, out.End
	if before < 0 || after >= len(t.Text) || t.Text[before] != '"' || t.Text[after] != '"' || before > 0 && t.Text[before-1] == '\\' {
		return nil
	}
	return []source.Edit{
		t.Place(liquid.Span{Start: before, End: before + 1}).Replace(""),
		t.Place(liquid.Span{Start: after, End: after + 1}).Replace(""),
	}
}
