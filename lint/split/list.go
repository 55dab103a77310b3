package split

import (
	"strings"

	"studiolint/lint/pattern"
)

// PartedOtherwise reports whether something else than a comma stands between the words of a text: "yes; y".
func PartedOtherwise(text string) bool { return otherSeparator.MatchString(text) }

// WithCommas returns a text with a comma for each of those signs.
func WithCommas(text string) string { return otherSeparators.ReplaceAllString(text, ",") }

// HasThousands reports whether a text is a number whose commas group its digits.
func HasThousands(text string) bool { return thousands.MatchString(text) }

var (
	otherSeparator  = pattern.Lazy(`\S\s*[|;]\s*\S`)
	otherSeparators = pattern.Lazy(`\s*[|;]`)
	thousands       = pattern.Lazy(`^[0-9]{1,3}(?:,[0-9]{3})+$`)
)

// OtherCommaAt returns where the first comma or semicolon of another script stands in a text, which parts nothing in a
// list; -1 for none.
func OtherCommaAt(text string) int { return strings.IndexAny(text, "，、､；،؛") }

// PlainCommas returns a text with the comma that parts entries for each of those.
func PlainCommas(text string) string { return otherCommas.Replace(text) }

var otherCommas = strings.NewReplacer("，", ",", "、", ",", "､", ",", "；", ",", "،", ",", "؛", ",")
