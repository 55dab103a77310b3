package offer

import (
	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// ForCallBack reports whether the attributes of a task, JSON, say that it is for a call back: by a type that does,
// or a number of its own that was asked for.
func ForCallBack(attributes string) bool {
	return words.HoldsAny(attributes, "callback", "call_back", "call back", "call-back") && forCallBack.MatchString(attributes)
}

var forCallBack = pattern.Lazy(`(?i)"(?:type|task_?type|request_?type|kind|reason|intent)"\s*:\s*"(?:request(?:ed)?[ _-]?)?call[ _-]?back(?:[ _-]?request(?:ed)?)?"|"call[ _-]?back[ _-]?(?:number|phone|to)"\s*:\s*"?\{\{\s*widgets\.[^}]*\.(?:Digits|SpeechResult)`)
