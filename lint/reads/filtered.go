package reads

import (
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
)

// Filtered is the edit that sends what an output prints through one filter more.
func Filtered(r flow.Ref, name string) source.Edit {
	out := r.Liquid.Outputs[r.Liquid.Markup[r.Markup].Index]
	end := r.Reference.End
	if filters := out.Filters(); len(filters) > 0 {
		end = filters[len(filters)-1].Args.End
	}
	return r.Template.Place(liquid.Span{Start: end, End: end}).Replace(" | " + name)
}
