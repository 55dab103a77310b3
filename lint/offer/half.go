package offer

import "studiolint/lint/pattern"

// TellsHalfOfDay reports whether a text says of a time which half of the day it is in: "in the afternoon",
// p.m., nachmittags, de la tarde, da tarde, du soir.
func TellsHalfOfDay(text string) bool { return halfOfDay.MatchString(text) }

var halfOfDay = pattern.Lazy(`(?i)(?:^|[^\p{L}])(?:[ap]\.? ?m\.?|morning|afternoon|evening|night|midday|noon|(?:vor|nach)mittags?|morgens|abends|nachts|mañana|tarde|noche|manhã|noite|matin|après-midi|soir)(?:[^\p{L}]|$)`)
