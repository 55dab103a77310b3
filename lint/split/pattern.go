package split

import (
	"errors"
	"strings"

	"github.com/dlclark/regexp2"
	"github.com/dlclark/regexp2/syntax"

	"studiolint/lint/pattern"
)

// maxPattern is how long a regular expression may be to be looked at. Real ones
// are far shorter.
const maxPattern = 2000

// CheckPattern says what is wrong with a regular expression of a condition, ""
// when nothing is, and how to write it, "" when it is not valid. certain is
// false for what may be meant as it stands.
//
// Studio's expressions are Java's and must match the whole text. regexp2 knows
// .NET's, which has look-around, named groups and lazy quantifiers in common
// with it; what Java has alone is not judged.
func CheckPattern(pattern string) (wrong, instead string, certain bool) {
	pattern = strings.TrimSpace(pattern)
	if pattern == "" || len(pattern) > maxPattern {
		return "", "", false
	}
	if inner, ok := withoutSlashes(pattern); ok {
		return "the slashes are part of the expression, so a text must have them, too", inner, true
	}
	if err := compiles(pattern); err != "" {
		return err, "", true
	}
	if m := overEscaped().FindString(pattern); m != "" {
		return "two backslashes match a backslash in the text, not what " + m[1:] + " stands for", strings.ReplaceAll(pattern, m, m[1:]), true
	}
	if core, ok := wordBounds(pattern); ok {
		return "it must match the whole text, so the \\b at its ends change nothing", ".*" + core + ".*", true
	}
	if plain().MatchString(pattern) {
		return "it is the same as equal_to", ".*" + pattern + ".*", false
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

	// What Java's expressions have and .NET's have not, or read otherwise.
	javaOnly = pattern.Lazy(`\\[QEhHRXNG]|\\[pP]\{|\\[pP][A-Z]|[+*?}]\+|&&|\(\?[a-zA-Z]*[duU][a-zA-Z-]*[:)]|\\x\{|\[[^\]]*\[`)
)

// compiles returns why an expression is not valid, "" when it is or cannot be
// judged.
func compiles(pattern string) string {
	_, err := regexp2.Compile(pattern, regexp2.None)
	if err == nil || javaOnly().MatchString(pattern) {
		return ""
	}
	var e *syntax.Error
	if errors.As(err, &e) {
		return e.Code.String()
	}
	return err.Error()
}

// wordBounds reports whether an expression begins and ends with \b, as one that
// is to be found anywhere in a text.
func wordBounds(pattern string) (core string, ok bool) {
	core = flags().ReplaceAllString(pattern, "")
	return core, strings.HasPrefix(core, `\b`) && strings.HasSuffix(core, `\b`) && len(core) > len(`\b\b`)
}
