package words

// ClauseAt returns the part of a text around a place that stands between full stops, commas and the like.
func ClauseAt(text string, at int) string {
	start, end := at, at
	for start > 0 && !endsClause(text[start-1]) {
		start--
	}
	for end < len(text) && !endsClause(text[end]) {
		end++
	}
	return text[start:end]
}

func endsClause(c byte) bool { return c == '.' || c == '!' || c == '?' || c == '\n' || c == ',' }
