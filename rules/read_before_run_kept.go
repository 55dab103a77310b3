package rules

import (
	"slices"

	"studiolint/lint/flow"
	"studiolint/lint/values"
)

// isKeptToSay reports whether a variable that holds what a request has brought is said or sent as it
// is, where one comes when the request has failed and nothing has set it anew. Which references say
// what they read, is asked for as many as may be looked at.
func isKeptToSay(f *flow.Flow, r flow.Ref, request *flow.Widget, says func(flow.Ref) bool) bool {
	for _, write := range f.Writes(r.Widget) {
		v := f.Variable(write.Key.Text())
		if write.Value != r.Node || v == nil {
			continue
		}
		return slices.ContainsFunc(v.Reads, func(read flow.Ref) bool {
			if !says(read) {
				return false
			}
			if _, ok := values.AfterFailure(f, request, read.Widget); !ok {
				return false
			}
			_, ok := f.PathBetween(r.Widget, read.Widget, func(t *flow.Transition) bool {
				return t.From == r.Widget || !slices.ContainsFunc(v.Writes, func(other flow.Write) bool { return other.Widget == t.From })
			})
			return ok
		})
	}
	return false
}
