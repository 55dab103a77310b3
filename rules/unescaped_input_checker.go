package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/jsontext"
	"studiolint/lint/values"
)

// An escapeChecker looks at what a flow puts into URLs and JSON.
type escapeChecker struct {
	*lint.Pass
	positions *jsontext.Places
	held      *values.Holding
	query     queryReader
	fetched   *finding.Diagnostic // of longer texts that a server sent, the latest
	fetchedBy *flow.Widget        // where it is
}
