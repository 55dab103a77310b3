package placeholder

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// Dummy reports whether a text is one name that itself says that it only stands for a number or an
// address: dummyNumber, example_url, yourPhoneNumber.
func Dummy(s string) bool {
	const longest = 40
	return len(s) <= longest && dummyBegins.In(s) && dummy.MatchString(s)
}

// DummyFor is Dummy for the value of a name. One that begins with "your" may be what a step or a field of a form
// is called, unless the name is one for a number or an address.
func DummyFor(name, value string) bool {
	const owner = "your"
	if !Dummy(value) {
		return false
	}
	return len(value) < len(owner) || !strings.EqualFold(value[:len(owner)], owner) || namesAddress(name)
}

// namesAddress reports whether a name is one for a number or an address: support_phone, to.
func namesAddress(name string) bool {
	name = strings.TrimRight(strings.ToLower(name), "0123456789_-")
	return name == "to" || name == "from" || slices.ContainsFunc(addresses, func(end string) bool { return strings.HasSuffix(name, end) })
}

// addresses are the ends of names for a number or an address.
var addresses = []string{"number", "phone", "mobile", "callerid", "caller_id", "url", "uri", "address", "host", "domain", "endpoint", "sid"}

var dummyBegins = words.AnyOf("dummy", "example", "sample", "placeholder", "your", "fake")

var dummy = pattern.Lazy(`^(?i:dummy|example|sample|placeholder|your|fake)(?:[A-Za-z0-9_-]*[a-z_-])?(?i:number|phone|mobile|caller_?id|url|uri|address|host|domain|endpoint|sid)$|^(?i:dummy)(?:[A-Za-z0-9_-]*[a-z_-])?(?i:name)$`)
