package rules

import (
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
)

// encoded reports whether filters leave no + of a phone number, or were written by
// somebody who thought of it.
func encoded(filters []liquid.Filter) bool {
	return reads.Through(filters, "url_encode", "replace", "replace_first", "remove", "remove_first", "slice", "split", "to_json") ||
		reads.MakesNumber(filters)
}
