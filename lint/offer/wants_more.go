package offer

import "studiolint/lint/pattern"

// WantsMore reports whether a question that has the form of one for a yes or a no wants more than that: "could you tell
// us", "if so, where", "anything else".
func WantsMore(text string) bool { return wantsMore.MatchString(text) }

var wantsMore = pattern.Lazy(`(?i)\b(?:can|could|would|will|may) (?:you|we|i)(?: \w+){0,3}? (?:give|tell|describe|send|share|write|let|provide|explain|list|name|say|confirm|enter|type|reply|rate|upload|attach|spell|specify|have|get|ask|know)\b` +
	`|\bif (?:so|yes|you do|you are|you have|any)\b|\b(?:where|which|what|when|who|whom|why|how|list|describe|anything|something|any (?:other|more|further)|else|details?|specify|explain)\b`)
