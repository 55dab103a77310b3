package split

import (
	"strconv"
	"strings"

	"studiolint/lint/pattern"
)

// Doubt says how likely it is that a regular expression is wrong, and what was meant.
type Doubt uint8

// The doubts.
const (
	Perhaps Doubt = iota // it may be meant as it is
	Guessed              // it is wrong, and what was meant is a guess
	Certain              // it is wrong, and what was meant is certain
	Narrow               // it takes less than it seems to
)

// CheckPattern says what a regular expression of a condition seems to be meant
// for and does not do, "" when nothing is wrong, and how to write it. Of an expression
// that Java refuses nothing is said but that it stands between slashes.
func CheckPattern(text string) (wrong, instead string, doubt Doubt) {
	text = strings.TrimSpace(text)
	if inner, doubt, ok := withoutSlashes(text); ok {
		return "the slashes are part of the expression, so a text must have them, too", inner, doubt
	}
	if _, err := pattern.Parse(text, false); err != nil || text == "" {
		return "", "", Perhaps
	}
	if m := overEscaped.FindString(text); m != "" {
		return "two backslashes match a backslash in the text, not what " + m[1:] + " stands for", overEscaped.ReplaceAllStringFunc(text, func(m string) string { return m[1:] }), Certain
	}
	if flags, core, ok := wordBounds(text); ok {
		return "it must match the whole text, so the \\b at its ends change nothing", flags + ".*" + core + ".*", Guessed
	}
	if class, numbers := numberClass(text); class != "" {
		return "between [ and ] stand single characters, so " + class + " is one of them and no number", strings.ReplaceAll(text, class, numbers), Guessed
	}
	if isStart(text) {
		return "it must match the whole text, so nothing may come after that", text + ".*", Narrow
	}
	if plain.MatchString(text) {
		return "it is the same as equal_to", ".*" + text + ".*", Perhaps
	}
	return "", "", Perhaps
}

// withoutSlashes returns the inside of /…/ or /…/i. Of the letters after it Java knows some
// as flags; to find all, and to begin where the last one ended, mean nothing here.
func withoutSlashes(text string) (inner string, doubt Doubt, ok bool) {
	m := slashes.FindStringSubmatch(text)
	if m == nil {
		return "", Perhaps, false
	}
	inner = m[1]
	known := strings.Map(func(r rune) rune {
		if strings.ContainsRune("imsu", r) {
			return r
		}
		return -1
	}, m[2])
	if known != "" {
		inner = "(?" + known + ")" + inner
	}
	if _, err := pattern.Parse(inner, false); err != nil || strings.Trim(m[2], "i") != "" {
		return inner, Guessed, true
	}
	return inner, Certain, true
}

var (
	slashes     = pattern.Lazy(`^/(.+)/([a-z]{0,3})$`)
	overEscaped = pattern.Lazy(`\\\\[dwsDWS]\b`)
	plain       = pattern.Lazy(`^[\pL\pN_ '-]+$`)
	flags       = pattern.Lazy(`^\(\?[a-zA-Z]+\)`)
	wordsAlone  = pattern.Lazy(`^\\b(?:[\pL\pN |?'-]|\((?:\?:)?|\)|\\[bs][+*?]?)+$`)
)

// numberClass returns a class of an expression that was meant for a range of numbers, and what takes those: [0-10]
// holds 0, 1 and once more 0. A range of digits followed by one of its own, or by others where it has one digit alone,
// says nothing else; [1-30] may be the keys 1 to 3, and 0.
func numberClass(text string) (class, numbers string) {
	m := rangeClass.FindStringSubmatch(text)
	if m == nil || repeats.MatchString(text[strings.Index(text, m[0])+len(m[0]):]) {
		return "", "" // a repeated one takes the numbers, and more
	}
	first, last, rest := m[1][0], m[2][0], m[2][1:]
	if first > last || first != last && strings.Trim(rest, digitsBetween(first, last)) == rest {
		return "", ""
	}
	most, err := strconv.Atoi(m[2])
	least := int(first - '0')
	if err != nil || least >= most {
		return "", ""
	}
	if most < 100 {
		return m[0], twoDigits(least, most)
	}
	return m[0], `\d{1,` + strconv.Itoa(len(m[2])) + "}"
}

var repeats = pattern.Lazy(`^[+*{]`)

var rangeClass = pattern.Lazy(`\[(\d)-(\d{2,4})\]`)

// digitsBetween returns the digits from one to another.
func digitsBetween(first, last byte) string { return "0123456789"[first-'0' : last-'0'+1] }

// twoDigits returns an expression for the numbers from one of a single digit to one of two.
func twoDigits(least, most int) string {
	tens, ones := most/10, strconv.Itoa(most%10)
	all := "([" + strconv.Itoa(least) + "-9]"
	switch {
	case tens == 2:
		all += "|1[0-9]"
	case tens > 2:
		all += "|[1-" + strconv.Itoa(tens-1) + "][0-9]"
	}
	if ones == "0" {
		return all + "|" + strconv.Itoa(most) + ")"
	}
	return all + "|" + strconv.Itoa(tens) + "[0-" + ones + "])"
}

// isStart reports whether an expression ends in a sign after which more may come, or the end: only
// who looks for the beginning of a text asks for that.
func isStart(text string) bool {
	return len(text) > len(`\b`) && !strings.HasPrefix(text, `\b`) && strings.ContainsAny(text[len(text)-1:], ")b") && starts.MatchString(text)
}

// starts is a sign that is none of a word or the end, in one of the ways to write it.
var starts = pattern.Lazy(`[^\\](?:\\b|\((?:\?:|\?=)?(?:\$\|(?:\\[DWsb]|\[\^[^\]]+\])|(?:\\[DWsb]|\[\^[^\]]+\])\|\$)\)|\(\?!\\[dw]\))$`)

// wordBounds reports whether an expression of words begins and ends with \b, as one that is to be found anywhere
// in a text. One of signs (an address, a number) says what the whole answer is to look like.
func wordBounds(pattern string) (options, core string, ok bool) {
	options = flags.FindString(pattern)
	core = pattern[len(options):]
	return options, core, strings.HasSuffix(core, `\b`) && len(core) > len(`\b\b`) && wordsAlone.MatchString(core)
}
