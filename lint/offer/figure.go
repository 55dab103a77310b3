package offer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"studiolint/lint/words"
)

// A Measure is what a figure counts.
type Measure uint8

// The measures of figures.
const (
	Money    Measure = iota // in hundredths
	Lapse                   // a length of time, in seconds
	Workdays                // working days
	Clock                   // a time of day, in minutes
	Until                   // a time of day until which something lasts
)

// Unsaid is the amount of a figure that Liquid puts in.
const Unsaid = -1

// A Figure is a sum of money, a length of time or a time of day that a text names, in digits or in words.
type Figure struct {
	Measure    Measure
	Amount     int
	Start, End int  // where it stands, in bytes
	Valid      bool // of a length of time: how long something is valid, as its name says
}

// Figures returns those of a text, in their order; of a range both ends. A text with Liquid that decides has none. The
// list is shared: nobody may change it.
func Figures(text string) []Figure { return figures.Of(text) }

var figures = words.NewMemory(findFigures)

func findFigures(text string) []Figure {
	if strings.Contains(text, "{%") ||
		!figureWords.In(text) && !strings.ContainsAny(text, "€$£") && !mayNameClock(text) {
		return nil
	}
	r := figureReader{text: text, list: figureTokens(text)}
	var all []Figure
	for i := 0; i < len(r.list); {
		n, f, ok := r.at(i)
		if !ok {
			i++
			continue
		}
		if from := r.rangeFrom(i); from >= 0 {
			all = append(all, Figure{f.Measure, from, f.Start, f.End, false})
		}
		all = append(all, f)
		i = n
	}
	return all
}

// figureWords are parts of all words for what figures count.
var figureWords = words.AnyOf(" sec", "minut", " min", "-min", "hour", " hr", " day", "-day", " business", " working", "week", "month", "segund", "hora", " dia", " día", "seman", " mes", " mês", "heure", "jour", "semain", " mois", "sekund", "stund", " tag", "werktag", "arbeitstag", "woche", "monat", " uur", " uren", " dag", "werkdag",
	" ora", " ore", "giorn", "settiman", "dollar", "dólar", "pound", " buck", "peso", " real", " reais", "frank", "franc", "libra", " soles", "usd", "eur", "gbp", "chf", "mxn")

// mayNameClock is a quick look for a number with what makes it a time of day.
func mayNameClock(text string) bool {
	for i := 1; i < len(text); i++ {
		if !isDigit(text[i-1]) {
			continue
		}
		rest := strings.TrimLeft(text[i:], " \u00a0")
		if rest != "" && (rest[0] == ':' || strings.IndexByte("apuh", rest[0]|0x20) >= 0) {
			return true
		}
	}
	return false
}

// A figureToken is a word, a number, a sign or an output of Liquid in a text.
type figureToken struct {
	start, end int
	word       string // in small letters; "" for another kind
	number     bool
	sign       byte // of punctuation; '{' for Liquid
	money      bool // a sign of money
}

func figureTokens(text string) (all []figureToken) {
	lastEnd := strings.LastIndex(text, "}}") // after it, no output ends
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		t := figureToken{start: i, end: i + size}
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case r >= '0' && r <= '9':
			t.end = i + numberIn(text[i:])
			t.number = true
		case unicode.IsLetter(r):
			for t.end = i; t.end < len(text); t.end += size {
				if r, size = utf8.DecodeRuneInString(text[t.end:]); !unicode.IsLetter(r) && r != '\u0301' {
					break
				}
			}
			t.word = strings.ToLower(text[t.start:t.end])
		case strings.HasPrefix(text[i:], "{{"):
			t.sign = '{'
			if i < lastEnd {
				t.end = i + strings.Index(text[i:], "}}") + 2
			}
		case r == '€' || r == '$' || r == '£':
			t.money = true
		case r < utf8.RuneSelf:
			t.sign = byte(r)
		case r == '–' || r == '—':
			t.sign = '-'
		}
		all = append(all, t)
		i = t.end
	}
	return all
}

// numberIn returns with how many bytes of a number a text begins: 1,299.00 and 15:30 are one.
func numberIn(text string) int {
	n := 0
	for n < len(text) && (isDigit(text[n]) ||
		n+1 < len(text) && strings.IndexByte(".,:", text[n]) >= 0 && isDigit(text[n+1])) {
		n++
	}
	return n
}

// A figureReader looks for figures among the tokens of a text.
type figureReader struct {
	text string
	list []figureToken
}

func (r *figureReader) token(i int) figureToken {
	if i < 0 || i >= len(r.list) {
		return figureToken{sign: '.'}
	}
	return r.list[i]
}

// at returns the figure that begins with a token, and the token after it.
func (r *figureReader) at(i int) (next int, f Figure, ok bool) {
	if minutes, n, ok := r.clock(i); ok {
		f = Figure{Clock, minutes, r.token(i).start, r.token(n - 1).end, false}
		if r.until(i) {
			f.Measure = Until
		}
		return n, f, true
	}
	first := r.token(i)
	if first.money || currencyWords.has(first.word) {
		if cents, n, ok := r.value(i+1, true); ok && n > i+1 && (first.money || r.token(i+1).number) {
			return n, Figure{Money, cents, first.start, r.token(n - 1).end, false}, true
		}
		return 0, f, false
	}
	cents, n, ok := r.value(i, true)
	if !ok {
		return 0, f, false
	}
	f = Figure{Money, cents, first.start, 0, false}
	if t := r.token(n); t.money || currencyWords.has(t.word) {
		f.End = t.end
		return n + 1, f, true
	}
	unit, workdays, n := r.unit(n)
	if unit == 0 || r.hasHalf(i-1, n) {
		return 0, f, false
	}
	f.Measure, f.Amount, f.End = Lapse, cents, r.token(n-1).end
	if cents != Unsaid {
		f.Amount = cents * unit / 100
	}
	if workdays {
		f.Measure = Workdays
		if cents != Unsaid {
			f.Amount = cents / 100
		}
	}
	return n, f, true
}

// value returns the hundredths of the number that begins with a token, and the token after it.
func (r *figureReader) value(i int, first bool) (cents, next int, ok bool) {
	t := r.token(i)
	switch {
	case t.sign == '{':
		return Unsaid, i + 1, first
	case t.number:
		if before := r.token(i - 1); before.end == t.start && (before.number || before.word != "") {
			return 0, 0, false // part of a name
		}
		cents, ok = Cents(r.text[t.start:t.end])
		return cents, i + 1, ok
	case t.word == "":
		return 0, 0, false
	}
	n, next := r.spelled(i)
	return 100 * n, next, next > i
}

// spelled returns the number that is written in words from a token on, and the token after it.
func (r *figureReader) spelled(i int) (n, next int) {
	next = i
	for next < len(r.list) {
		at := next
		if t := r.token(at); at > i && (t.sign == '-' || wordsBetween.has(t.word)) {
			at++
		}
		value := numberWord(r.token(at).word)
		switch {
		case value < 0, at > i && value == 1 && oneWords.has(r.token(at).word) && at == next:
			return n, next
		case value == 20 && n == 4:
			n = 80 // quatre-vingts
		case value == 100 && n > 0 && n < 10, value == 1000 && n > 0:
			n *= value
		case at > i && value < 10 && n%10 != 0:
			return n, next // spelled out: five five
		default:
			n += value
		}
		next = at + 1
	}
	return n, next
}

// unit returns how many seconds the unit of time has that begins with a token, and whether it is a working day.
func (r *figureReader) unit(i int) (seconds int, workdays bool, next int) {
	if r.token(i).sign == '-' {
		i++
	}
	for range 2 {
		word := r.token(i).word
		if !besideUnits.has(word) {
			break
		}
		workdays = workdays || strings.HasPrefix(word, "business") || strings.HasPrefix(word, "work")
		i++
	}
	word := r.token(i).word
	if workdayWords.has(word) {
		return daySeconds, true, i + 1
	}
	seconds = timeUnits()[word]
	if seconds == daySeconds && afterDays.has(r.token(i+1).word) {
		return seconds, true, i + 2
	}
	return seconds, workdays && seconds == daySeconds, i + 1
}

// hasHalf reports whether a word for a half or a quarter stands at a token before a figure, or after what joins it to
// the figure: half an hour, an hour and a half.
func (r *figureReader) hasHalf(before, after int) bool {
	return halfWords.has(r.token(before).word) || wordsBetween.has(r.token(after).word) &&
		(halfWords.has(r.token(after+1).word) || halfWords.has(r.token(after+2).word))
}

// clock returns the minutes of the time of day that begins with a token: 15:30, 3 pm, 15h, 18 Uhr.
func (r *figureReader) clock(i int) (minutes, next int, ok bool) {
	t := r.token(i)
	if !t.number || r.token(i-1).end == t.start && i > 0 && r.token(i-1).word != "" {
		return 0, 0, false
	}
	h, m, timed, ok := r.hour(t)
	if !ok {
		return 0, 0, false
	}
	next = i + 1
	after := r.token(next + 1)
	rest := strings.ToLower(strings.TrimLeft(r.text[t.end:], " \u00a0"))
	if mark := halfDayMark(rest); mark != 0 && h <= 12 {
		for next < len(r.list) && r.list[next].start < len(r.text)-len(rest)+mark {
			next++
		}
		h %= 12
		if rest[0] == 'p' {
			h += 12
		}
		return h*60 + m, next, true
	}
	switch word := r.token(next).word; {
	case word == "uhr" && !timed && after.number && after.end-after.start == 2:
		return h*60 + Count(r.text[after.start:after.end]), next + 2, true
	case word == "uhr":
		return h*60 + m, next + 1, true
	case word == "h" && beforeClock.has(r.token(i-1).word):
		if after.number && after.start == r.token(next).end {
			m, next = max(0, Count(r.text[after.start:after.end])), next+1
		}
		return h*60 + m, next + 1, true
	}
	return h*60 + m, next, timed
}

// hour returns the hour and the minutes that a number may be, and whether it has those.
func (r *figureReader) hour(t figureToken) (hour, minute int, timed, ok bool) {
	first, rest, timed := strings.Cut(r.text[t.start:t.end], ":")
	if hour = Count(first); timed {
		minute = Count(rest)
	}
	return hour, minute, timed, hour >= 0 && hour <= 24 && len(first) <= 2 &&
		(!timed || minute >= 0 && minute < 60 && len(rest) == 2)
}

// halfDayMark returns how many bytes the words for a half of the day have that a text begins with.
func halfDayMark(rest string) int {
	for _, mark := range [...]string{"a.m.", "p.m.", "a.m", "p.m", "am", "pm"} {
		if after, ok := strings.CutPrefix(rest, mark); ok && letters(after) == 0 {
			return len(mark)
		}
	}
	return 0
}

// until reports whether a time of day is one until which something lasts, and not the end of a range.
func (r *figureReader) until(i int) bool {
	for i--; clockArticles.has(r.token(i).word); i-- {
	}
	if t := r.token(i); t.sign == '\'' || strings.HasPrefix(r.text[t.start:t.end], "’") {
		i--
	}
	if !untilWords.has(r.token(i).word) {
		return false
	}
	before := r.token(i - 1)
	return !before.number && !clockMarks.has(before.word) &&
		!(before.sign == '.' && i > 1 && r.token(i-2).word == "m")
}

// rangeFrom returns the hundredths of the number with which a range begins that ends at a token: 2 of "2 to 3 days";
// -1 for none. It counts as another figure, whatever its unit.
func (r *figureReader) rangeFrom(i int) int {
	joint := r.token(i - 1)
	if joint.sign != '-' && !rangeWords.has(joint.word) || i < 2 {
		return -1
	}
	from := r.token(i - 2)
	if n := numberWord(from.word); n >= 0 && from.word != "" {
		return 100 * n
	}
	if !from.number {
		return -1
	}
	cents, ok := Cents(r.text[from.start:from.end])
	if !ok {
		return -1
	}
	return cents
}
