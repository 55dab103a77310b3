package address

import "studiolint/lint/pattern"

// NamesFile reports whether an address is a path (/hold-music), or the name of a recording or a page
// (hold.mp3), without a host.
func NamesFile(text string) bool { return namesFile.MatchString(text) }

var namesFile = pattern.Lazy(`(?i)^(?:\.{0,2}/[a-z0-9][a-z0-9_./-]*|[a-z0-9][a-z0-9_/-]*\.(?:mp3|wav|ulaw|gsm|aiff?|xml|twiml|php|jsp|aspx?|html?|jpe?g|png|gif|pdf))$`)
