package offer

import "studiolint/lint/pattern"

// SaysWhen reports whether an answer is offered for the moment at which something is so, and any sign of life would do:
// "reply HERE when you are at the door".
func (o Offer) SaysWhen() bool { return when.MatchString(o.After) }

var when = pattern.Lazy(`(?i)^[\s"”’'»*,]*(?:when|once|as soon as|after|cuando|en cuanto|quando|assim que|non appena|sobald|wenn|quand|lorsque|dès que|une fois)\b`)
