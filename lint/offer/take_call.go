package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// CannotTakeCall reports whether a text says that nobody can talk to the caller now.
func CannotTakeCall(text string) bool {
	return words.HoldsAny(text, "call", "busy", "available", "free", "help") && cannotTakeCall.MatchString(text)
}

var cannotTakeCall = pattern.Lazy(`(?i)\b(?:(?:cannot|can['’]t|unable to|could not|couldn['’]t) (?:take|answer|connect|complete) (?:your|the) call|` +
	`(?:nobody|no one|no agents?|none of our \pL+) (?:is|are|was) (?:free|available)|(?:all )?(?:our )?(?:agents|lines|representatives|advis[eo]rs|operators) are (?:all |currently |still )?(?:busy|helping|unavailable))\b`)
