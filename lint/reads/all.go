package reads

import "studiolint/lint/pattern"

// NamesAllVariables reports whether a text that cannot be read as Liquid names all variables, or one that is known only
// when it runs.
func NamesAllVariables(text string) bool { return allVariables.MatchString(text) }

var allVariables = pattern.Lazy(`\bvariables\s*(?:[^.\w\s]|$)`)
