package offer

import (
	"studiolint/lint/pattern"
)

// ForEmergency reports whether an answer is offered for what cannot wait, and not for a message about it.
func ForEmergency(purpose string) bool {
	return mayBeUrgent.In(purpose) && urgentKey.MatchString(purpose) && !ForMessage(purpose)
}

var mayBeUrgent = pattern.AnyOf("emerg", "urgen", "notf", "dringend")

var urgentKey = pattern.Lazy(`(?i)\b(?:emergenc(?:y|ies)|urgent|urgency|emergencias?|urgencias?|urgentes?|emergências?|urgências?|notf(?:all|älle|ällen)|dringend|urgences?)\b`)

// Hurries reports whether a text says that somebody learns of it at once.
func Hurries(text string) bool { return hurries.MatchString(text) }

var hurries = pattern.Lazy(`(?i)\b(?:on[- ]call|on duty|right away|immediately|at once|as soon as|page[ds]?|paging|within|minutes|de guardia|inmediat\pL*|de plantão|imediat\pL*|bereitschaft\pL*|sofort|d['’]astreinte|de garde|immédiat\pL*)\b`)
