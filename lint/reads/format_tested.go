package reads

import (
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/split"
)

// FormatTested returns the format of the time that a branch tests, as it stands there or in the
// variable that is set to it; "" when it tests something else.
func FormatTested(f *flow.Flow, b Branch) string {
	const most = 3 // places that set the variable
	if t := f.TemplateAt(b.Condition.Arguments.At(0)); t != nil && t.Liquid.HasFilter(liquid.FilterDate) {
		return t.Liquid.DateFormat(t.Text)
	}
	if b.Comparison.Operator() == split.IsNotBlank {
		return ""
	}
	r, ok := OnlyRead(f, b.Condition)
	if !ok || r.Liquid.HasFilter() {
		return ""
	}
	key, ok := VariableOf(f, r)
	v := f.Variable(key)
	if !ok || v == nil || len(v.Writes) > most {
		return ""
	}
	format := ""
	for _, write := range v.Writes {
		t := f.TemplateAt(write.Value)
		if t == nil || t.Literal || !t.Liquid.HasFilter(liquid.FilterDate) {
			return ""
		}
		own := t.Liquid.DateFormat(t.Text)
		if own == "" || format != "" && own != format {
			return ""
		}
		format = own
	}
	return format
}
