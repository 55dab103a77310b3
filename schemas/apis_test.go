package schemas

import (
	"path"
	"strings"
	"testing"
)

func TestAPIs(t *testing.T) {
	for _, a := range apiTable {
		host, _, _ := strings.Cut(a.Pattern, "/")
		if _, err := path.Match(a.Pattern, ""); err != nil || host != strings.ToLower(host) || a.Why == "" || a.Credentials == "" || (a.Fails == "") != (len(a.Needed) == 0) || (a.Verdict == "") != (a.Right == "") || a.Confidence == "" {
			t.Errorf("%+v: %v", a, err)
		}
		checkSources(t, "API "+a.Pattern, a.Sources)
		if got := APIAt(strings.ReplaceAll(host, "*", "x"), strings.ReplaceAll(strings.TrimPrefix(a.Pattern, host), "*", "x")); got == nil || got.Pattern != a.Pattern {
			t.Errorf("%s: an address of its own belongs to %v", a.Pattern, got)
		}
	}
}

func TestAPIAt(t *testing.T) {
	for _, c := range []struct{ host, path, want string }{
		{"studio.twilio.com", "/v2/Flows/FW1/Executions", "studio.twilio.com/*/Flows/*/Executions"},
		{"studio.twilio.com", "/v2/Flows/FW1/Executions/FN1", "studio.twilio.com"},
		{"studio.twilio.com", "", "studio.twilio.com"},
		{"api.twilio.com", "/2010-04-01/Accounts/AC1/Recordings/RE1.mp3", "api.twilio.com/*/Accounts/*/Recordings/"},
		{"api.twilio.com", "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1", "api.twilio.com/*/Accounts/*/Messages/*/Media/"},
		{"api.twilio.com", "/2010-04-01/Accounts/AC1/Messages.json", "api.twilio.com/*/Accounts/*/Messages.json"},
		{"api.twilio.com", "/2010-04-01/Accounts/AC1/Messages/SM1.json", "api.twilio.com"},
		{"webhooks.twilio.com", "/v1/Accounts/AC1/Flows/FW1", "*.twilio.com"},
		{"menu-1234.twil.io", "/open", "*.twil.io"},
		{"api.example.com", "/x", ""},
		{"api.twilio.com.example.com", "/x", ""},
		{"", "", ""},
	} {
		got := ""
		if a := APIAt(c.host, c.path); a != nil {
			got = a.Pattern
		}
		if got != c.want {
			t.Errorf("APIAt(%q, %q) = %q, want %q", c.host, c.path, got, c.want)
		}
	}
}

func TestPaths(t *testing.T) {
	for address, want := range map[string]bool{
		"studio.twilio.com/v2/Flows/FW1/Executions/FN1/Steps": true, "studio.twilio.com/v2/Flows": true, "studio.twilio.com/v1/Flows/FW1/Engagements": true,
		"studio.twilio.com/v2/Flow/FW1/Executions": false, "studio.twilio.com/v2/Flows/FW1/Engagements": false, "studio.twilio.com/v2/Flows/FW1/Execution": false,
		"studio.twilio.com/Flows/FW1/Executions": false, "api.twilio.com/2010-04-01/Accounts/AC1/Calls.json": true, "api.twilio.com/v2/Flows/FW1/Executions": false,
		"verify.twilio.com/v9/x": true,
	} {
		host, path, _ := strings.Cut(address, "/")
		if a := APIAt(host, path); a == nil || a.HasPath(path) != want {
			t.Errorf("%s: %v", address, !want)
		}
	}
}
