package offer

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// ImpossibleTime returns where a text names a day or a time that there is not, in bytes: 31 June, February 30,
// 14:00 am, 9:75 pm; 0, 0 where it names none.
func ImpossibleTime(text string) (start, end int) {
	at := impossible.Of(text)
	return at[0], at[1]
}

var impossible = words.NewMemory(func(text string) (at [2]int) {
	at[0], at[1] = impossibleTime(text)
	return at
})

func impossibleTime(text string) (start, end int) {
	if !clockWords.In(text) || !strings.ContainsAny(text, "0123456789") {
		return 0, 0
	}
	for _, m := range datePlace.FindAllStringSubmatchIndex(text, -1) {
		month, day := 2, 4
		if m[2] < 0 {
			month, day = 8, 6
		}
		number, _ := strconv.Atoi(text[m[day]:m[day+1]])
		if number > daysOf(text[m[month]:m[month+1]]) && !isNoDay(text[m[1]:], month > day) {
			return m[0], m[1]
		}
	}
	for _, m := range halfDay.FindAllStringSubmatchIndex(text, -1) {
		if goesOnFrom(text[:m[0]]) || isGerman(text[m[6]:m[1]], text[m[1]:]) {
			continue
		}
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

// isNoDay reports whether what follows a number and a month makes something else of them: 31 June Road, June 31
// of our shops, or is about days that there are not.
func isNoDay(rest string, monthLast bool) bool {
	return monthLast && beforeName(rest) || strings.HasPrefix(rest, " of ") || words.HoldsAny(rest, "not exist", "n't exist")
}

// goesOnFrom reports whether a number goes on what stands before it, or is an amount: 2:45:30 pm, 9-30 am, £45 pm.
func goesOnFrom(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	return before != "" && strings.IndexByte(".:,-", before[len(before)-1]) >= 0 || strings.ContainsRune("$£€", last)
}

// isGerman reports whether am is that of German, which says where or on which day: 14:30 am Montag.
func isGerman(half, rest string) bool { return half == "am" && beforeName(rest) }

func beforeName(rest string) bool {
	return len(rest) > 1 && rest[0] == ' ' && 'A' <= rest[1] && rest[1] <= 'Z'
}

var clockWords = words.AnyOf("am", "pm", "a.m", "p.m", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

// months are those of English, by their first three letters, and how many days they have at most.
var months = map[string]int{"jan": 31, "feb": 29, "mar": 31, "apr": 30, "may": 31, "jun": 30, "jul": 31, "aug": 31, "sep": 30, "oct": 31, "nov": 30, "dec": 31}

func daysOf(month string) int { return months[strings.ToLower(month[:3])] }

const month = `(January|February|March|April|May|June|July|August|September|October|November|December)`

var (
	// datePlace is a day of a month. A number over 39 behind it counts something else, as does one over 31 before it.
	datePlace = pattern.Lazy(`\b(?:` + month + ` ([1-3]?[0-9])(?:st|nd|rd|th)?|([12]?[0-9]|3[01])(?:st|nd|rd|th)?(?: of)? ` + month + `)\b`)

	// halfDay is a time of one half of a day.
	halfDay = pattern.Lazy(`(?i)\b([0-9]{1,2})(?:[:.h]([0-9]{2}))? ?([ap])\.?m\b`)
)
