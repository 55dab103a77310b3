package offer

import (
	"strconv"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// ImpossibleTime returns where a text names a day or a time that there is not, in bytes: 31 June, February 30,
// 14:00 am, 9:75 pm; 0, 0 where it names none.
func ImpossibleTime(text string) (start, end int) {
	if !clockWords.In(text) || !strings.ContainsAny(text, "0123456789") {
		return 0, 0
	}
	for _, m := range datePlace().FindAllStringSubmatchIndex(text, -1) {
		month, day := 2, 4
		if m[2] < 0 {
			month, day = 8, 6
		}
		if number, _ := strconv.Atoi(text[m[day]:m[day+1]]); number > daysOf(text[m[month]:m[month+1]]) {
			return m[0], m[1]
		}
	}
	for _, m := range halfDay().FindAllStringSubmatchIndex(text, -1) {
		hour, _ := strconv.Atoi(text[m[2]:m[3]])
		minute := 0
		if m[4] >= 0 {
			minute, _ = strconv.Atoi(text[m[4]:m[5]])
		}
		if hour > 24 || minute > 59 || hour > 12 && text[m[6]]|0x20 == 'a' {
			return m[0], m[1]
		}
	}
	return 0, 0
}

var clockWords = words.AnyOf("am", "pm", "a.m", "p.m", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

// months are those of English, by their first three letters, and how many days they have at most.
var months = map[string]int{"jan": 31, "feb": 29, "mar": 31, "apr": 30, "may": 31, "jun": 30, "jul": 31, "aug": 31, "sep": 30, "oct": 31, "nov": 30, "dec": 31}

func daysOf(month string) int { return months[strings.ToLower(month[:3])] }

const month = `(January|February|March|April|May|June|July|August|September|October|November|December)`

var (
	// datePlace is a day of a month. A number over 39 counts something else.
	datePlace = pattern.Lazy(`\b(?:` + month + ` ([1-3]?[0-9])(?:st|nd|rd|th)?|([1-3]?[0-9])(?:st|nd|rd|th)?(?: of)? ` + month + `)\b`)

	// halfDay is a time of one half of a day.
	halfDay = pattern.Lazy(`(?i)\b([0-9]{1,2})(?::([0-9]{2}))? ?([ap])\.?m\b`)
)
