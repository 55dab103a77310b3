package offer

import "studiolint/lint/words"

var haste = words.AnyOf("minut", "second", "quick", "segund", "sekund", "schnell", "pronto", "vite", "subito")

// AsksForHaste reports whether a text tells a person to answer soon, or how many minutes or seconds there are for it.
func AsksForHaste(text string) bool { return haste.In(text) }

var codeWords = words.AnyOf("code", " pin", "códi", "codi", "clave", "senha", "otp")

// SpeaksOfCode reports whether a text may be about a one-time code, which nobody looks at later.
func SpeaksOfCode(text string) bool { return codeWords.In(text) }
