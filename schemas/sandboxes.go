package schemas

import (
	"bytes"
	"strings"
)

// Sandbox is a sender that Twilio lends to everybody for trying things out. Only who has joined it, and
// not too long ago, gets what it sends.
type Sandbox struct {
	Address    string
	Sources    []string
	Confidence Confidence
}

// SandboxIn returns the sandbox whose address is a text, or nil.
func SandboxIn(text string) *Sandbox {
	text = strings.TrimSpace(text)
	for i := range sandboxTable {
		if s := &sandboxTable[i]; s.Address == text {
			return s
		}
	}
	return nil
}

// NamesSandbox reports whether the address of some sandbox may stand in a text.
func NamesSandbox(text []byte) bool {
	for i := range sandboxTable {
		if bytes.Contains(text, []byte(sandboxTable[i].Address)) {
			return true
		}
	}
	return false
}
