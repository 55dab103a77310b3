package flex

import (
	"strings"
	"testing"
)

func TestTaskChannelFault(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "is empty",
		"chat":                               "",
		"my_channel2":                        "",
		"TC0123456789abcdef0123456789abcdef": "",
		"TC0123456789abcdef0123456789abcde":  "31 characters",
		"WS0123456789abcdef0123456789abcdef": "another kind",
		"my-channel":                         "neither",
		"2nd":                                "neither",
	} {
		got := TaskChannelFault(text, []string{"TC"})
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%q %s; want %q", text, got, want)
		}
	}
}

func TestEvent(t *testing.T) {
	if got := Event(); got != "incomingMessage" {
		t.Errorf("a Flex Flow raises %q", got)
	}
}
