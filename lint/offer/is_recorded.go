package offer

import "studiolint/lint/pattern"

// SaysItIsRecorded reports whether a text says that what somebody has said is recorded, or saved, by now.
func SaysItIsRecorded(text string) bool { return itIsRecorded.MatchString(text) }

var itIsRecorded = pattern.Lazy(`(?i)\b(?:is|was|has been) recorded\b|\b(?:está|ha sido|quedó|fue) grabad[oa]\b|\b(?:está|foi|ficou) gravad[oa]\b` +
	`|\b(?:est|a été) enregistré|\b(?:ist|wurde) (?:aufgezeichnet|aufgenommen)\b|(?:^|[^\pL])è (?:stat[oa] )?registrat[oa](?:[^\pL]|$)|\bis opgenomen\b`)
