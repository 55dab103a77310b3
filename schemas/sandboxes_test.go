package schemas

import (
	"strings"
	"testing"
)

func TestSandboxes(t *testing.T) {
	for _, s := range sandboxTable {
		if !strings.Contains(s.Address, "+") || s.Confidence == "" {
			t.Errorf("%+v", s)
		}
		checkSources(t, "sandbox "+s.Address, s.Sources)
	}
	for text, want := range map[string]bool{"whatsapp:+14155238886": true, " whatsapp:+14155238886": true, "+14155238886": false, "whatsapp:+15005550006": false, "": false} {
		if got := SandboxIn(text) != nil; got != want {
			t.Errorf("SandboxIn(%q): %v", text, got)
		}
	}
	if !NamesSandbox([]byte(`{"from": "whatsapp:+14155238886"}`)) || NamesSandbox([]byte("whatsapp:+15005550006")) {
		t.Error("NamesSandbox")
	}
}
