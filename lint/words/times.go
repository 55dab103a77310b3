package words

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Lapse is a length of time that a text names: 2 hours.
type Lapse struct {
	Text       string
	Start, End int // where it stands, in bytes
	Seconds    int
}

var lapse = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(\d{1,3}|an?|one|two|three|four|five|ten|twelve|twenty-four|thirty|una?|dos|tres|cinco|diez|uma?|dois|deux|trois|zwei|drei)[\s-]+(seconds?|minutes?|mins|hours?|hrs?|days?|segundos?|minutos?|horas?|días?|dias?|secondes?|heures?|jours?|sekunden?|minuten?|stunden?|tagen?|ore|minuti|giorni)\b`)
})

var counted = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "twelve": 12, "twenty-four": 24, "thirty": 30,
	"un": 1, "una": 1, "dos": 2, "tres": 3, "cinco": 5, "diez": 10, "um": 1, "uma": 1, "dois": 2, "deux": 2, "trois": 3, "zwei": 2, "drei": 3,
}

// Lapses returns the lengths of time that a text names. The list is shared: nobody may change it.
func Lapses(text string) []Lapse { return lapses.Of(text) }

var lapses = NewMemory(findLapses)

func findLapses(text string) []Lapse {
	if !HoldsAny(text, "sec", "min", "hour", "hr", "day", "seg", "hora", "dia", "día", "heure", "jour", "sek",
		"stund", "tag", " ore", "giorn") {
		return nil
	}
	var all []Lapse
	for _, m := range lapse().FindAllStringSubmatchIndex(text, -1) {
		n, err := strconv.Atoi(text[m[2]:m[3]])
		if err != nil {
			n = counted[strings.ToLower(text[m[2]:m[3]])]
		}
		unit := 1
		switch u := strings.ToLower(text[m[4]:m[5]]); {
		case strings.HasPrefix(u, "min"):
			unit = 60
		case strings.HasPrefix(u, "h"), strings.HasPrefix(u, "stund"), u == "ore":
			unit = 3600
		case strings.HasPrefix(u, "d"), strings.HasPrefix(u, "j"), strings.HasPrefix(u, "t"), u == "giorni":
			unit = 24 * 3600
		}
		all = append(all, Lapse{text[m[0]:m[1]], m[0], m[1], n * unit})
	}
	return all
}

// Hours are from when till when something is open, as a text names it: 9 AM to 5 PM.
type Hours struct {
	Text       string
	Start, End int // where it stands, in bytes
	From, Till int // minutes of the day
}

var hours = sync.OnceValue(func() *regexp.Regexp {
	const hour = `(\d{1,2})(?:([:.])(\d{2}))?\s*(a\.?m\.?|p\.?m\.?|h(?:[0-5]\d)?\b|hrs?\b|uhr(?: [0-5]\d)?\b|horas\b)?`
	return regexp.MustCompile(`(?i)\b` + hour + `\s*(?:to|-|–|until|till|through|and|a|hasta(?: las)?|a las|às|até(?: as| às)?|bis|à)\s*` + hour)
})

// HoursIn returns the hours of a text that are certainly some: with am and pm, or with minutes
// or a word for the hour at both ends. The list is shared: nobody may change it.
func HoursIn(text string) []Hours { return hoursKnown.Of(text) }

var hoursKnown = NewMemory(findHours)

func findHours(text string) []Hours {
	if !mayNameHour(text) && !mayBeOpen.In(text) {
		return nil
	}
	var all []Hours
	for _, m := range hours().FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string { return groupIn(text, m, i) }
		if dotted := part(2) == "." || part(6) == "."; dotted && (part(8) == "" || goesOn(text[:m[0]])) {
			continue // a price, a version or a date
		}
		from, fromKnown := minutesOf(part(1), part(3), part(4))
		till, tillKnown := minutesOf(part(5), part(7), part(8))
		fromKnown = fromKnown || part(3)+part(4) == "" && isOfClock(part(8), from, till) && mayBeOpen.In(text)
		if bare := part(3) + part(4) + part(7) + part(8); bare == "" && opensFor(text, m, from, till) {
			till, fromKnown, tillKnown = till+12*60, true, true // open 9 to 5
		}
		if !fromKnown || !tillKnown {
			if part(4) != "" || !strings.HasPrefix(part(8), "p") {
				continue
			}
			from = beforeEvening(from, till)
		}
		if from >= 0 && till <= 24*60 && from < till {
			all = append(all, Hours{strings.TrimSpace(text[m[0]:m[1]]), m[0], m[1], from, till})
		}
	}
	return all
}

// groupIn returns the group of a match, in small letters; "" where it has none.
func groupIn(text string, match []int, i int) string {
	if match[2*i] < 0 {
		return ""
	}
	return strings.ToLower(text[match[2*i]:match[2*i+1]])
}

// opensFor reports whether two numbers of a text without any mark are hours at which something is open.
func opensFor(text string, match []int, from, till int) bool {
	return isWorkday(from, till) && isOpenAt(text, match[0], match[1])
}

// isOfClock reports whether an hour without a mark before one with the word for the clock of 24 hours is one, too: 9 to 18 h, which
// are no 9 to 18 hours that something lasts.
func isOfClock(mark string, from, till int) bool {
	if mark == "" || mark[0] == 'a' || mark[0] == 'p' {
		return false
	}
	return 5*60 <= from && from < 12*60 && 13*60 < till && till <= 23*60
}

// beforeEvening returns an hour without a mark before one after noon: 8 to 5 pm begins in the morning, and 1 to 5 pm
// after noon.
func beforeEvening(from, till int) int {
	if till < 13*60 || from < till-12*60 {
		from += 12 * 60
	}
	return from
}

var mayBeOpen = AnyOf("open", "hours", "abiert", "abrimos", "horario", "geöffnet", "ouvert", "abert")

// isWorkday reports whether two hours can only be one of the morning and one after noon, as a day of work begins
// and ends.
func isWorkday(from, till int) bool { return 6*60 <= from && from < 12*60 && 60 <= till && till < from }

// isOpenAt reports whether what stands around two numbers of a text makes hours of them: "open 9 to 5", and a blank or the end of
// the sentence.
func isOpenAt(text string, start, end int) bool {
	const near = 40
	return mayBeOpen.In(text) && openAt().MatchString(text[max(0, start-near):start]) &&
		opensAfter().MatchString(text[end:])
}

var (
	openAt = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:open|hours|abiert[oa]s?|abrimos|horario|geöffnet|ouverte?s?|abert[oa]s?)\b[^.!?\d]*$`)
	})
	opensAfter = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^\s*(?:$|[.,;!?)]|(?:on|from|every|daily|mon|tue|wed|thu|fri|sat|sun|week|each|de lunes|lunes)\b)`)
	})
)

// goesOn reports whether a number after a text goes on with what stands before it: 1.9.30, $9.30.
func goesOn(before string) bool {
	before = strings.TrimRight(before, " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	return before != "" && (strings.ContainsRune(".,-/", last) || unicode.Is(unicode.Sc, last))
}

// mayNameHour is a quick look for a number with something after it that makes it an hour: one of
// two that are told has that.
func mayNameHour(text string) bool {
	for i := 1; i < len(text); i++ {
		if c := text[i-1]; c < '0' || c > '9' {
			continue
		}
		rest := strings.TrimLeft(text[i:], " \t\n\f\r")
		for _, mark := range [...]string{":", "am", "pm", "a.m", "p.m", "h", "uhr"} {
			if len(rest) >= len(mark) && strings.EqualFold(rest[:len(mark)], mark) {
				return true
			}
		}
	}
	return false
}

// minutesOf returns the minutes of a day at an hour, and whether nothing about it is open.
func minutesOf(hour, minute, mark string) (minutes int, known bool) {
	if i := strings.IndexAny(mark, "0123456789"); i > 0 && minute == "" { // 18 Uhr 30, 18h30
		minute = mark[i:]
	}
	mark = strings.ReplaceAll(mark, ".", "")
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	switch {
	case h > 24 || m > 59:
		return -1, false
	case mark == "pm" && h < 12:
		h += 12
	case mark == "am" && h == 12:
		h = 0
	}
	return h*60 + m, mark != "" || minute != ""
}

// weekdays are the days of a week, from Monday on, in a few languages.
var weekdays = [7][]string{
	{"monday", "mon", "lunes", "segunda", "segunda-feira", "lundi", "montag"}, {"tuesday", "tue", "tues", "martes", "terça", "mardi", "dienstag"},
	{"wednesday", "wed", "miércoles", "miercoles", "quarta", "mercredi", "mittwoch"}, {"thursday", "thu", "thurs", "jueves", "quinta", "jeudi", "donnerstag"},
	{"friday", "fri", "viernes", "sexta", "sexta-feira", "vendredi", "freitag"}, {"saturday", "sat", "sábado", "sabado", "samedi", "samstag"},
	{"sunday", "sun", "domingo", "dimanche", "sonntag"},
}

// Weekday returns the day of the week that a word is, 0 for Monday; -1 for none.
func Weekday(word string) int {
	word = strings.ToLower(strings.TrimSpace(word))
	for day, names := range weekdays {
		for _, name := range names {
			if name == word || strings.TrimSuffix(word, "s") == name {
				return day
			}
		}
	}
	return -1
}

var weekRange = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(\pL+(?:-feira)?)\s*(?:to|through|thru|-|–|until|till|a|ao?|até|hasta|au|bis)\s*(\pL+(?:-feira)?)`)
})

// WeekIn returns the days of a week that a text names from one to another, and their words; ""
// when it names none, more than one such range, or further days.
func WeekIn(text string) (days [7]bool, named string) {
	if !HoldsAny(text, "mon", "lun", "segunda", "tue", "mar", "sun", "dom", "wed", "sat") {
		return days, ""
	}
	count := 0
	for _, word := range strings.FieldsFunc(text,
		func(r rune) bool { return strings.ContainsRune(" \n\t,.;:!?()–/", r) }) {
		for _, part := range append(strings.Split(word, "-"), word) {
			if Weekday(part) >= 0 {
				count++
				break
			}
		}
	}
	for at := 0; at < len(text); {
		m := weekRange().FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		from, till := Weekday(text[at+m[2]:at+m[3]]), Weekday(text[at+m[4]:at+m[5]])
		if from >= 0 && till > from {
			if named != "" || count > 2 {
				return days, ""
			}
			named = text[at+m[0] : at+m[1]]
			for day := from; day <= till; day++ {
				days[day] = true
			}
		}
		at += m[3]
	}
	return days, named
}
