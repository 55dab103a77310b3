package liquid

import "testing"

func TestDirectives(t *testing.T) {
	for format, want := range map[string]string{
		"mm/dd/yyyy":       "%m/%d/%Y",
		"dd.mm.yyyy":       "%d.%m.%Y",
		"mm:ss":            "%M:%S",
		"yyyy-MM-dd":       "%Y-%m-%d",
		"dddd, MM/DD":      "%A, %m/%d",
		"h:mm A":           "%I:%M %p",
		"dddd, MMMM Do":    "%A, %B %d",
		"HH:mm":            "%H:%M",
		"today at":         "",
		"":                 "",
		"-":                "",
		"%Y":               "",
		"EEEE dd.MM.yy":    "%A %d.%m.%y",
		"long":             "",
		"YYYY-MM-DDTHH:mm": "",
	} {
		if got, _ := Directives(format); got != want {
			t.Errorf("%q: %q, want %q", format, got, want)
		}
	}
	for format, want := range map[string]bool{"yyyy-MM-dd": true, "hh:mm a": true, "mm/dd/yyyy": false, "M/D/YYYY": false, "MMMM Do": false, "h:mm A": false} {
		if _, sure := Directives(format); sure != want {
			t.Errorf("%q is sure: %v", format, sure)
		}
	}
}

func TestWrites(t *testing.T) {
	for format, want := range map[string][2]bool{
		"%H:%M":     {false, true},
		"%-I:%M %p": {false, true},
		"%A, %B %e": {true, false},
		"%c":        {true, true},
		"%s":        {true, true},
		"at":        {false, false},
		"%":         {false, false},
	} {
		if got := [2]bool{WritesDay(format), WritesTime(format)}; got != want {
			t.Errorf("%q: %v, want %v", format, got, want)
		}
	}
}
