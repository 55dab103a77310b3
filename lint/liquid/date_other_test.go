package liquid

import "testing"

func TestDirectives(t *testing.T) {
	for format, want := range map[string]string{
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
		if got := Directives(format); got != want {
			t.Errorf("%q: %q, want %q", format, got, want)
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
