package words

// NamesText reports whether a key names what is written for people.
func NamesText(key string) bool {
	return HoldsAny(key, "name", "text", "message", "body", "title", "desc", "label", "say", "prompt", "greeting",
		"question", "note", "comment", "subject", "summary", "display")
}

// NamesEntry reports whether a name is that of what a person has entered as it came: of all the digits
// of it, of which somebody may take some apart.
func NamesEntry(name string) bool {
	return HoldsAny(name, "digit", "input", "entry", "entered", "both")
}

// PartsOfName returns of how many words a text is the name that a program writes with small letters
// and marks between them, such as order_status: 0 for one that begins with a digit or holds anything else.
func PartsOfName(text string) (parts int) {
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9' && i > 0:
			if i == 0 || text[i-1] == '_' {
				parts++
			}
		case c == '_' && i > 0 && i+1 < len(text) && text[i+1] != '_':
		default:
			return 0
		}
	}
	return parts
}

// TellsToFill reports whether a placeholder says that a person is to put something in its place.
func TellsToFill(placeholder string) bool { return HoldsAny(placeholder, "your", "replace", "insert") }

// NamesSource reports whether what is tested is by its name from where somebody writes or calls.
func NamesSource(path string) bool { return HoldsAny(path, "channel", "from", "address", "source") }
