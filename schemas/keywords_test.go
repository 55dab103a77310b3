package schemas

import (
	"strings"
	"testing"
)

func TestCarrierKeywords(t *testing.T) {
	for _, k := range keywordTable {
		if k.Word != strings.ToUpper(k.Word) || k.Effect == "" || k.Confidence == "" {
			t.Errorf("%+v", k)
		}
		checkSources(t, "keyword "+k.Word, k.Sources)
	}
	for message, want := range map[string]KeywordEffect{" stop\n": KeywordOptOut, "Start": KeywordOptIn, "HELP": KeywordHelp, "stop it": "", "yes": "", "": ""} {
		var got KeywordEffect
		if k := KeywordOf(message); k != nil {
			got = k.Effect
		}
		if got != want {
			t.Errorf("KeywordOf(%q): %q, want %q", message, got, want)
		}
	}
}
