package literal

import (
	"strings"

	"studiolint/lint/pattern"
)

// IsCall reports whether a text is a call as code has it: now(), new Date().getTime(),
// pick("a", "b"). "Child(ren)" and "Smith (Mr.)" are none.
func IsCall(text string) bool {
	m := call.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	name, arguments := m[1], m[2]
	return strings.TrimSpace(arguments) == "" || strings.ContainsAny(name, "._") || name != strings.ToLower(name) && name[0] > 'Z' || strings.ContainsAny(arguments, `"'`)
}

var call = pattern.Lazy(`^\s*(?:new )?([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*) ?\(([^()]*)\)(?:\.\w+\([^()]*\))*[ ;]*$`)
