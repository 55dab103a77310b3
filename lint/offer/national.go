package offer

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
)

// AsksForNational reports whether a text asks for a telephone number of ten digits, as it is within North
// America.
func AsksForNational(text string) bool { return tenDigits.MatchString(text) }

// AsksForCountry reports whether a text asks for a telephone number with its country code.
func AsksForCountry(text string) bool {
	return withCode.MatchString(text) && !noCode.MatchString(text)
}

var (
	tenDigits = pattern.Lazy(`(?i)\b(?:ten|10)[- ]digit|\b(?:ten|10) digits\b|\bwith (?:your )?area code\b|\bwithout (?:the )?country code\b`)
	withCode  = pattern.Lazy(`(?i)\b(?:with|including|plus|and|your) (?:the |your )?country code\b` +
		`|\bmit (?:der )?(?:landesvorwahl|ländervorwahl)\b|\b(?:con|incluyendo|incluido) (?:el |su |tu )?código (?:de|del) país\b|\bavec (?:l['’]|votre )?indicatif (?:du )?pays\b` +
		`|\b(?:com|incluindo) o código do país\b|\bcon (?:il )?prefisso internazionale\b`)
	noCode = pattern.Lazy(`(?i)\b(?:without|not|don['’]t|no need|omit|leave out|skip)\b[^.?!]{0,40}\bcountry code\b`)
)

// KeepsZero reports whether the digits of a number, from its country code on, are of a country whose numbers are
// dialled with their zero from abroad, too: Italy and the Vatican, San Marino, and those of Africa where it has become
// a part of the number.
func KeepsZero(digits string) bool {
	return slices.ContainsFunc([]string{"39", "378", "379", "225", "241", "242"}, func(code string) bool { return strings.HasPrefix(digits, code) })
}
