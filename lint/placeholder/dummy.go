package placeholder

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Dummy reports whether a text is one name that itself says that it only stands for a number or an
// address: dummyNumber, example_url, yourPhoneNumber.
func Dummy(s string) bool {
	const longest = 40
	return len(s) <= longest && words.HoldsAny(s, "dummy", "example", "sample", "placeholder", "your", "fake") && dummy().MatchString(s)
}

var dummy = pattern.Lazy(`^(?i:dummy|example|sample|placeholder|your|fake)(?:[A-Za-z0-9_-]*[a-z_-])?(?i:number|phone|mobile|caller_?id|url|uri|address|host|domain|endpoint|sid)$`)
