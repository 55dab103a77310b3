package finding

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"studiolint/lint/flow"
)

// fingerprint identifies a finding by its rule, the place with array indexes
// replaced by names, and the arguments of its message. It survives moved
// widgets, added lines and re-formatting.
func fingerprint(d *Diagnostic) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n", d.Rule.ID, flow.StablePath(d.At))
	for _, a := range d.args {
		fmt.Fprintf(h, "%v\n", a)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
