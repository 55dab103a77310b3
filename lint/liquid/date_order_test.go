package liquid

import "testing"

func TestDayFirst(t *testing.T) {
	for format, want := range map[string]string{
		"%m.%d.%Y":          "%d.%m.%Y",
		"%-m/%-d":           "%-d/%-m",
		"%m/%e/%y":          "%e/%m/%y",
		"%D":                "%d/%m/%y",
		"%A, %m-%d":         "%A, %d-%m",
		"%d.%m.%Y":          "",
		"%Y-%m-%d":          "",
		"%m":                "",
		"%m/%Y":             "",
		"%B %d":             "",
		"%":                 "",
		"%m.":               "",
		"%H:%M on %m/%d/%Y": "%H:%M on %d/%m/%Y",
	} {
		if got, _ := DayFirst(format); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}
