package split

// Negates reports whether an operator lets all texts through but those that its value names.
func Negates(operator string) bool {
	switch operator {
	case "not_equal_to", "does_not_match_any_of", "does_not_contain", "does_not_start_with":
		return true
	}
	return false
}
