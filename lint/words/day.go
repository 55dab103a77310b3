package words

import (
	"strings"
	"time"
)

// days and times are words at the end of names of what holds a day, and of the time of that day.
var days, times = []string{"date", "Date", "fecha"}, []string{"time", "Time", "hora"}

// NamesDay reports whether a name is that of a day, and of no time besides.
func NamesDay(name string) bool {
	all := In(name)
	if len(all) == 0 || HoldsAny(strings.ToLower(name), "time", "hora", "update") {
		return false
	}
	last := all[len(all)-1]
	return last == "date" || last == "fecha"
}

// DayBeside returns the path of the day that belongs to what is by its name a time: start.date beside
// start.time; "" for none.
func DayBeside(path string) string {
	for i, time := range times {
		if start, ok := strings.CutSuffix(path, time); ok {
			return start + days[i]
		}
	}
	return ""
}

// fullDates are the forms in which people and programs write a day with its year.
var fullDates = []string{"2006-01-02", "2006/01/02", "20060102", "02.01.2006", "02/01/2006", "01/02/2006", "02-01-2006"}

// FullDate reads a day with its year.
func FullDate(text string) (day time.Time, ok bool) {
	for _, form := range fullDates {
		if day, err := time.Parse(form, strings.TrimSpace(text)); err == nil {
			return day, true
		}
	}
	return time.Time{}, false
}
