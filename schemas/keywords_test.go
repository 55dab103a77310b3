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
	var told *Variable // what Twilio says of a message that it answers
	for _, v := range LiquidFacts().Root("trigger").Key("message").Keys {
		if v.Holds == HoldsOptOut {
			told = &v
		}
	}
	for _, word := range told.Values {
		if KeywordOf(word) == nil {
			t.Errorf("%s is %q, which is no keyword", told.Name, word)
		}
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
	for text, want := range map[string]bool{"Reply STOP to end": true, "Text STOPALL.": true, "HELP": false, "stop": false, "": false} {
		if got := KeywordOptOut.IsNamedIn(text); got != want {
			t.Errorf("%q names a word to opt out by: %t", text, got)
		}
	}
}
