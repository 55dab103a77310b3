package offer

import (
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
)

// TomorrowToday returns where a text says "tomorrow" and then the day that is now, in bytes: "tomorrow, {{ 'now' |
// date: '%A' }}"; 0, 0 for none.
func TomorrowToday(text string) (start, end int) {
	if !strings.Contains(text, "{{") || !tomorrows.In(text) {
		return 0, 0
	}
	m := tomorrowToday.FindStringSubmatchIndex(text)
	if m == nil || sayingMorning.In(text[max(0, m[2]-len("guten ")):m[2]]) {
		return 0, 0
	}
	return m[2], m[1]
}

var (
	tomorrows     = words.AnyOf("tomorrow", "morgen", "ana", "amanh", "demain", "mañana")
	tomorrowToday = pattern.Lazy(`(?i)(?:^|[^\p{L}])(tomorrow|morgen|mañana|amanhã|demain)[ ,(:–—-]{1,3}(?:on |the |el |am |den |dem |dia |día |le ){0,2}\{\{-?\s*["'](?:now|today)["']\s*\|\s*date:\s*["'][^"']*(?-i:%[-_^]?[aAdejbB])[^"']*["']\s*-?\}\}`)
	sayingMorning = words.AnyOf("guten", "heute", "la ", "esta", "hoy", "hoje", "de ", "en ")
)

// NamesWorkdays returns the words with which a text names Monday to Friday; "" for none, and where it names another
// day, too.
func NamesWorkdays(text string) string {
	if !words.HoldsAny(text, "friday", "freitag", "viernes", "sexta", "vendredi", "fri") ||
		words.HoldsAny(text, "saturday", "sunday", "samstag", "sonntag", "bado", "domingo", "samedi", "dimanche",
			"weekend", "wochenende", " sat", " sun") {
		return ""
	}
	return workdays.FindString(text)
}

var workdays = pattern.Lazy(`(?i)\b(?:monday(?:s)? (?:to|through|thru|till|until|-|–) fridays?|mon(?:\.)? ?(?:to|-|–) ?fri\b|montags? bis freitags?|lunes a viernes|segunda(?:-feira)? a sexta|(?:du )?lundi au vendredi)`)
