package reads

import (
	"studiolint/lint/flow"
	"studiolint/schemas"
)

// IsBeginning reports whether a reference reads what was written in the message that began the execution, or may.
func IsBeginning(f *flow.Flow, r flow.Ref) bool {
	if r.Root() != "trigger" {
		return false
	}
	about := About(f, r)
	if about == nil {
		return true
	}
	told := about.Holds == schemas.HoldsReply || about.Holds == schemas.HoldsMedia || about.Holds == schemas.HoldsMediaCount
	return !about.Address && !Prefilled(r) && (told || len(about.Keys) > 0)
}
