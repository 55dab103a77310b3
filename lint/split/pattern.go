package split

import (
	"strings"

	"studiolint/lint/pattern"
)

// CheckPattern says what a regular expression of a condition seems to be meant
// for and does not do, "" when nothing is wrong, and how to write it. certain is
// false for what may be meant as it stands. Of an expression that Java refuses
// nothing is said but that it stands between slashes.
func CheckPattern(text string) (wrong, instead string, certain bool) {
	text = strings.TrimSpace(text)
	if inner, ok := withoutSlashes(text); ok {
		return "the slashes are part of the expression, so a text must have them, too", inner, true
	}
	if _, err := pattern.Parse(text, false); err != nil || text == "" {
		return "", "", false
	}
	if m := overEscaped().FindString(text); m != "" {
		return "two backslashes match a backslash in the text, not what " + m[1:] + " stands for", strings.ReplaceAll(text, m, m[1:]), true
	}
	if core, ok := wordBounds(text); ok {
		return "it must match the whole text, so the \\b at its ends change nothing", ".*" + core + ".*", true
	}
	if plain().MatchString(text) {
		return "it is the same as equal_to", ".*" + text + ".*", false
	}
	return "", "", false
}

// withoutSlashes returns the inside of /…/ or /…/i.
func withoutSlashes(pattern string) (string, bool) {
	m := slashes().FindStringSubmatch(pattern)
	if m == nil {
		return "", false
	}
	return m[1], true
}

var (
	slashes     = pattern.Lazy(`^/(.+)/[a-z]{0,3}$`)
	overEscaped = pattern.Lazy(`\\\\[dwsDWS]\b`)
	plain       = pattern.Lazy(`^[\pL\pN_ '-]+$`)
	flags       = pattern.Lazy(`^\(\?[a-zA-Z]+\)`)
)

// wordBounds reports whether an expression begins and ends with \b, as one that
// is to be found anywhere in a text.
func wordBounds(pattern string) (core string, ok bool) {
	core = flags().ReplaceAllString(pattern, "")
	return core, strings.HasPrefix(core, `\b`) && strings.HasSuffix(core, `\b`) && len(core) > len(`\b\b`)
}
