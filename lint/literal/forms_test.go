package literal

import "testing"

func TestForms(t *testing.T) {
	for text, want := range map[string]bool{"49": true, "49.99": true, "$49": false, "49,99": false, "": false, "49.": false} {
		if got := IsAmount(text); got != want {
			t.Errorf("amount %q: %v", text, got)
		}
	}
	for text, want := range map[string]float64{"PT10M": 600, "P1D": 86400, "P1WT1S": 604801, "PT": -1, "P": -1, "10M": -1, "PT1.5S": -1} {
		got, ok := Duration(text)
		if want < 0 && ok || want >= 0 && (!ok || got != want) {
			t.Errorf("duration %q: %v, %v", text, got, ok)
		}
	}
	for text, want := range map[string]bool{"#": true, "0": true, "10": false, "": false, "A": false} {
		if got := IsKey(text); got != want {
			t.Errorf("key %q: %v", text, got)
		}
	}
	for text, want := range map[string]int{"1w2W3#ABCD*": -1, "12-3": 2, "": -1, "E": 0} {
		if got := Untoned(text); got != want {
			t.Errorf("tones %q: %v", text, got)
		}
	}
}

func TestChannelOf(t *testing.T) {
	for text, want := range map[string]string{
		"whatsapp:+15005550006": "whatsapp", "messenger:12": "messenger", "+1 (500) 555-0006": Telephone, "sip:a@b": "", "+0123456789": "", "12345": "", "MG": "",
	} {
		if got := ChannelOf(text); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	if !IsSIP("sip:a@b") || !IsClient("client:ann") || !IsClient("ann.lee") || IsClient("+15005550006") || !IsDialled("+1 500-555") || IsDialled("ann") {
		t.Error("what a call is made to")
	}
}
