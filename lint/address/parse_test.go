package address

import (
	"testing"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

func TestParse(t *testing.T) {
	cases := map[string]Address{
		"https://api.twilio.com":                                          {"api.twilio.com", "/", false},
		"HTTPS://Studio.Twilio.com/v2/Flows/{{x}}/Executions?a=b#c":       {"studio.twilio.com", "/v2/Flows/x/Executions", false},
		"https://{{flow.variables.a}}:{{b | c: '/?'}}@example.com:8443?x": {"example.com", "/", true},
		"http://[::1]:80/x":                                               {"[::1]", "/x", false},
		"https://{{host}}/x":                                              {},
		"https://a.{{host}}.com/x":                                        {},
		"https://${HOST}/x":                                               {},
		"https://YOUR_DOMAIN/x":                                           {},
		"{{flow.variables.url}}/x":                                        {},
		"https://a{% if b %}c{% endif %}.com":                             {},
		"localhost/x":                                                     {},
		"":                                                                {},
	}
	called := false
	rule := &lint.Rule{
		Rule: finding.Rule{ID: "probe", Title: "A probe", Group: finding.Text, Severity: finding.Error},
		Check: func(p *lint.Pass) {
			called = true
			for url, want := range cases {
				if got, ok := Parse(p, url); got != want || ok != (want != Address{}) {
					t.Errorf("Parse(%q) = %+v, %v", url, got, ok)
				}
			}
		},
	}
	const definition = `{"states": [{"name": "Trigger", "type": "trigger"}], "initial_state": "Trigger"}`
	lint.Run([]input.Candidate{input.FromBytes("flow.json", []byte(definition))}, lint.Options{Rules: []*lint.Rule{rule}})
	if !called {
		t.Error("the definition was not looked at")
	}
}

func TestIsPrivate(t *testing.T) {
	for host, want := range map[string]bool{
		"10.0.0.1": true, "192.168.1.20": true, "169.254.169.254": true, "0.0.0.0": true, "[fd00::1]": true,
		"api.internal": true, "nas.local": true, "pbx.lan": true, "203.0.113.7": false, "example.com": false, "local": false, "": false,
	} {
		if got := IsPrivate(host); got != want {
			t.Errorf("IsPrivate(%q) = %v", host, got)
		}
	}
}
