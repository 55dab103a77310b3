package reads

import "studiolint/schemas"

// FormatCompared returns the format in which Studio compares what an operator wants, "" for what is no time.
func FormatCompared(kind schemas.ValueKind) string {
	switch kind {
	case schemas.ValueTime:
		return "%H:%M"
	case schemas.ValueDate:
		return "%Y-%m-%d"
	}
	return ""
}
