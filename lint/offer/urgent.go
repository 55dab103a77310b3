package offer

import (
	"slices"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// NamesUrgent reports whether a name has a word for what does not wait, or for somebody who does not.
func NamesUrgent(name string) bool {
	if !urgentStems.In(name) {
		return false
	}
	all := words.In(name)
	return slices.ContainsFunc(all, func(word string) bool { return slices.Contains(urgent, word) }) &&
		!slices.ContainsFunc(all, func(word string) bool { return word == "non" || word == "not" || word == "no" || word == "nicht" })
}

// MarksUrgent reports whether attributes of a task say that it is urgent: "vip": true.
func MarksUrgent(attributes string) bool {
	return urgentStems.In(attributes) && urgentMark().MatchString(attributes)
}

var (
	urgentStems = words.AnyOf("vip", "urgent", "emergenc", "urgenc", "urgênc", "notfall", "dringend", "eilig")
	urgent      = []string{"vip", "urgent", "emergency", "urgente", "emergencia", "urgencia", "urgência", "emergência", "notfall", "dringend", "eilig", "urgence"}
	urgentMark  = pattern.Lazy(`(?i)"(?:is_?)?(?:vip|urgent|emergency|urgente|emergencia|urgencia|notfall|dringend|urgence)"\s*:\s*(?:true|"true"|"yes"|1\b)`)
)
