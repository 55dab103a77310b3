package liquid

import (
	"slices"
	"strings"
	"testing"
)

func TestDateTexts(t *testing.T) {
	for format, want := range map[string]string{
		"%a": "Mon Tue Wed Thu Fri Sat Sun",
		"%A": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
		"%b": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
		"%p": "AM PM",
		"%u": "1 2 3 4 5 6 7",
		"%I": "01 02 03 04 05 06 07 08 09 10 11 12",
		"%m": "01 02 03 04 05 06 07 08 09 10 11 12",
	} {
		if got := DateTexts(format); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%s: %q", format, got)
		}
	}
	for format, want := range map[string]int{"%H": 24, "%M": 60, "%d": 31, "%B": 12, "%H:%M": 24 * 60, "%a %p": 14, "at": 1, "%Y": 0, "%": 0, "%d %H %M": 0} {
		if got := DateTexts(format); len(got) != want {
			t.Errorf("%s: %d texts, want %d", format, len(got), want)
		}
	}
	if got := DateTexts("%H"); got[0] != "00" || got[23] != "23" {
		t.Errorf("hours: %q", got)
	}
}
