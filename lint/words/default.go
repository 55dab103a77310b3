package words

import (
	"slices"
	"strings"
)

// IsDefaultName reports whether the name of a widget is one that Twilio's editor gave
// it: words of its type and a number, such as send_message_1.
func IsDefaultName(name, typ string) bool {
	i := strings.LastIndexByte(name, '_')
	if i <= 0 || i+1 == len(name) || strings.Trim(name[i+1:], "0123456789") != "" {
		return false
	}
	parts := strings.Split(typ, "-")
	return !slices.ContainsFunc(strings.Split(name[:i], "_"), func(w string) bool { return !slices.Contains(parts, w) })
}
