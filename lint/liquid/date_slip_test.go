package liquid

import "testing"

func TestSwappedDirective(t *testing.T) {
	for format, want := range map[string][2]string{
		"%d-%M-%Y":    {"%M", "%m"},
		"%-d/%M":      {"%M", "%m"},
		"%H:%m":       {"%m", "%M"},
		"%-I:%m %p":   {"%m", "%M"},
		"%d-%m-%Y":    {},
		"%M:%S":       {},
		"%d %b %M":    {},
		"%H:%M %d/%m": {},
		"%H %d/%m":    {},
		"%M":          {},
		"":            {},
	} {
		written, meant := SwappedDirective(format)
		if got := [2]string{written, meant}; got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}

func TestHalfDay(t *testing.T) {
	for format, want := range map[string]bool{"%I:%M": true, "%A, %-l:%M": true, "%I:%M %p": false, "%H:%M": false, "%I": false, "%l:%M%P": false} {
		if HalfDay(format) != want {
			t.Errorf("%s: want %v", format, want)
		}
	}
}
