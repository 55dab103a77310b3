package placeholder

import "testing"

func TestMarked(t *testing.T) {
	for text, want := range map[string]string{
		"${LIMIT}, 2": "${LIMIT}", "<%= limit %>}": "<%= limit %>", "%%LIMIT%%,": "%%LIMIT%%",
		"${LIMIT": "", "%%": "", "%%%%": "", "%% of 5 %%": "", "<% \"a\" %>": "", "a ${LIMIT}": "", "5 %": "", "": "",
	} {
		if got := Marked(text); got != want {
			t.Errorf("Marked(%q) = %q, want %q", text, got, want)
		}
	}
}
