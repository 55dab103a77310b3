package words

import "slices"

// IsCommonName reports whether a word, in small letters, is one that widgets are called by for what
// they do, whatever leads there.
func IsCommonName(word string) bool { return slices.Contains(commonNames, word) }

var commonNames = []string{"call", "message", "text", "menu", "end", "start", "send", "get", "set", "check", "ask", "say", "play", "reply", "main", "new", "more",
	"next", "back", "other", "wait", "the", "for", "and", "not"}
