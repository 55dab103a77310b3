package offer

import "time"

// OfEachYear reports whether a day is one that many countries keep each year on the same date: New Year's Day,
// Christmas.
func OfEachYear(day time.Time) bool {
	switch int(day.Month())*100 + day.Day() {
	case 101, 106, 501, 704, 714, 815, 907, 916, 1003, 1012, 1101, 1111, 1120, 1224, 1225, 1226, 1231:
		return true
	}
	return false
}
