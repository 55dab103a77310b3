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
	known := make([]byte, 0, 256)
	known = append(append(known, d.Rule.ID...), '\n')
	known = append(flow.AppendStablePath(known, d.At), '\n')
	for _, a := range d.args {
		if text, ok := a.(string); ok {
			known = append(append(known, text...), '\n')
		} else {
			known = fmt.Appendf(known, "%v\n", a)
		}
	}
	sum := sha256.Sum256(known)
	return string(hex.AppendEncode(known[:0], sum[:16]))
}
