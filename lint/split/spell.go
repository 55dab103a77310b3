package split

import "strings"

// MaySpell reports whether the comparison may hold for a text of some characters alone, and of so many of
// them at most.
func (c Comparison) MaySpell(characters string, most int) bool {
	spells := func(text string) bool {
		return len(text) <= most && strings.Trim(text, characters) == ""
	}
	switch c.operator {
	case EqualTo, Contains, StartsWith:
		return spells(c.value)
	case MatchesAnyOf:
		for _, entry := range c.entries {
			if spells(entry) {
				return true
			}
		}
		return len(c.entries) == 0
	case Regex:
		return c.regex == nil || c.regex.MaySpell(characters, most)
	}
	return true
}

// MayHoldLike reports whether the comparison may hold for a text that is like a sample: with any digits where that has
// digits. What is no expression may hold.
func (c Comparison) MayHoldLike(sample string) bool {
	return c.regex == nil || c.value == "" || c.takesAll() || c.regex.MayMatchLike(sample)
}
