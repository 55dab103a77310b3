package offer

import "studiolint/lint/pattern"

// AsksForNational reports whether a text asks for a telephone number of ten digits, as it is within North
// America.
func AsksForNational(text string) bool { return tenDigits().MatchString(text) }

// AsksForCountry reports whether a text asks for a telephone number with its country code.
func AsksForCountry(text string) bool { return withCode().MatchString(text) }

var (
	tenDigits = pattern.Lazy(`(?i)\b(?:ten|10)[- ]digit|\b(?:ten|10) digits\b|\bwith (?:your )?area code\b|\bwithout (?:the )?country code\b`)
	withCode  = pattern.Lazy(`(?i)\b(?:with|including|plus|and|your) (?:the |your )?country code\b`)
)
