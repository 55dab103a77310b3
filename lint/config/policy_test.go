package config

import (
	"reflect"
	"strings"
	"testing"

	"studiolint/lint/finding"
)

func TestPolicyErrors(t *testing.T) {
	const some = "match: {type: say-play}, forbid: true"
	for _, test := range []struct{ name, text, want string }{
		{"unknown type", "{id: a, match: {type: record-cal}, forbid: true}", `c:2:27: there is no widget type "record-cal"; did you mean "record-call"?`},
		{"unknown type of several", "{id: a, match: {type: [say-play, say_play]}, forbid: true}", `c:2:38: there is no widget type "say_play"; did you mean "say-play"?`},
		{"unknown type, far", "{id: a, match: {type: zzz}, forbid: true}", `c:2:27: there is no widget type "zzz"; list one that is newer than this program under "widget-types"`},
		{"types that no pattern has", `{id: a, match: {type: "zzz-*"}, forbid: true}`, `c:2:27: there is no widget type "zzz-*"; list one that is newer than this program under "widget-types"`},
		{"unknown type to pass", "{id: a, match: {type: say-play}, require: {before: {type: say}}}", `c:2:63: there is no widget type "say"; list one that is newer than this program under "widget-types"`},
		{"unknown property", "{id: a, match: {type: make-http-request, property: {uri: x}}, forbid: true}", `c:2:57: make-http-request has no property "uri"; did you mean "url"?`},
		{"a property that no type has", "{id: a, match: {property: {no_such_thing: x}}, forbid: true}", `c:2:32: no widget type that is meant has the property "no_such_thing"`},
		{"unknown property that is asked for", "{id: a, match: {type: send-message}, require: {property: {form: x}}}", `c:2:63: send-message has no property "form"; did you mean "from"?`},
		{"a pattern that does not compile", "{id: a, match: {type: say-play}, require: {name: 'a('}}", `c:2:54: this is no regular expression (as Java reads them): `},
		{"a pattern of a property", "{id: a, match: {type: say-play, property: {say: '['}}, forbid: true}", `c:2:53: this is no regular expression (as Java reads them): `},
		{"two of one ID", "{id: a, " + some + "}\n  - {id: a, " + some + "}", `c:3:10: a house rule has the ID "a" already, on line 2: give this one another`},
		{"an ID of ours", "{id: schema, " + some + "}", `c:2:10: "schema" is a rule of studiolint's own: give the house rule another ID, such as "our-schema"`},
		{"a bad ID", "{id: No Way, " + some + "}", `c:2:10: "No Way" is no name for a rule: write lower case with hyphens, such as consent-before-recording`},
		{"no ID", "{" + some + "}", `c:2:5: "id" is missing here: give the house rule a name, such as consent-before-recording`},
		{"no match", "{id: a, forbid: true}", `c:2:5: "match" is missing here: say which widgets it is about; {type: "*"} for all`},
		{"an empty match", "{id: a, match: {}, forbid: true}", `c:2:20: this selects nothing: write type, name or property; {type: "*"} for every widget`},
		{"asks for nothing", "{id: a, match: {type: say-play}}", `c:2:5: this house rule asks for nothing: write "require" with before, after, between, next, name, property or attributes, or "forbid: true"`},
		{"asks for too much", "{id: a, match: {type: say-play}, forbid: true, require: {name: a}}", `c:2:46: a widget that is forbidden needs to be nothing else: leave "forbid" or "require" out`},
		{"forbid: false", "{id: a, match: {type: say-play}, require: {name: a}, forbid: false}", "c:2:66: write true here, or leave the key out\n" + `c:2:66: a widget that is forbidden needs to be nothing else: leave "forbid" or "require" out`},
		{"unknown event", "{id: a, match: {type: send-and-wait-for-reply}, on: [timeuot], require: {after: {name: a}}}", `c:2:58: send-and-wait-for-reply has no event "timeuot"; did you mean "timeout"?`},
		{"events that do not matter", "{id: a, match: {type: say-play}, on: audioComplete, require: {name: a}}", `c:2:42: "on" says by which events a widget is left, and that matters for after, between and next alone: leave it out`},
		{"unknown requirement", "{id: a, match: {type: say-play}, require: {befor: {name: a}}}", `c:2:48: "befor" is not known here; did you mean "before"?`},
		{"between without passes", "{id: a, match: {type: say-play}, require: {between: {to: {name: a}}}}", `c:2:57: "passes" is missing here: say what the paths pass`},
		{"attributes of nothing", "{id: a, match: {type: say-play}, require: {attributes: [a]}}", `c:2:60: say-play has no property that is JSON text: attributes are those of Send to Flex, for example`},
		{"bad severity", "{id: a, severity: warn, " + some + "}", `c:2:23: a severity is expected here: write off, note, warning or error`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := parse("c", []byte("policies:\n  - "+test.text+"\n"), someRules)
			if err == nil {
				t.Fatal("no error")
			}
			if got := err.Error(); got != test.want && !(strings.HasSuffix(test.want, "): ") && strings.HasPrefix(got, test.want)) {
				t.Errorf("want %s\ngot  %s", test.want, got)
			}
		})
	}
}

// A house rule has a severity, can be accepted, and uses types that the configuration
// names, wherever these stand.
func TestPolicyIsARule(t *testing.T) {
	const text = `rules: {ours: error}
ignore: [{rule: ours, reason: x}]
policies:
  - {id: ours, match: {type: brand-new, property: {anything: a}}, on: whatever, require: {after: {type: brand-*}}}
widget-types: [brand-new]
`
	c, err := parse("c", []byte(text), someRules)
	if err != nil {
		t.Fatal(err)
	}
	if s, ok := c.Severity("ours", "a.json"); !ok || s != finding.Error || c.Policies[0].Severity != finding.Warning {
		t.Errorf("%v %v", s, c.Policies[0].Severity)
	}
	after, err := Add("c", []byte(text), someRules, Entry{Rule: "ours", Files: []string{"a.json"}, Reason: "y"})
	if err != nil {
		t.Fatal(err)
	}
	if again, err := parse("c", after, someRules); err != nil || len(again.Ignore) != 2 || !reflect.DeepEqual(c.Policies, again.Policies) {
		t.Errorf("%v in %s", err, after)
	}
}

// What is added to a configuration is a comment, and holds once it is none.
func TestHouseRules(t *testing.T) {
	if c, err := parse("c", InitHouseRules(), someRules); err != nil || len(c.Policies) > 0 {
		t.Errorf("%v %v", c, err)
	}
	if c, err := parse("c", []byte(HouseRules), someRules); err != nil || len(c.Policies) != 6 {
		t.Errorf("%v %v", c, err)
	}
}
