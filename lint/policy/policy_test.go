package policy

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint"
	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/input"
)

// run checks a flow by the house rules of a configuration alone.
func run(t testing.TB, policies, flow string) []*finding.Diagnostic {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, config.Name), []byte(policies), 0o666); err != nil {
		t.Fatal(err)
	}
	root := files.Here()
	root.Dir = dir
	o := lint.Options{Root: root, House: new(House).Rules, Configs: config.NewFinder(nil, root, config.Options{})}
	r := lint.Run([]input.Candidate{input.FromBytes("flow.json", []byte(flow))}, o)
	for _, p := range r.Problems {
		t.Fatal(p)
	}
	if r.Flows != 1 {
		t.Fatalf("%d flows in %s", r.Flows, flow)
	}
	return r.Diagnostics
}

// say says what was found: the widget, the message, the witness.
func say(found []*finding.Diagnostic) string {
	var b strings.Builder
	for _, d := range found {
		fmt.Fprintf(&b, "%s %s: %s", d.Severity, d.Widget, d.Message)
		for i, s := range d.Path {
			if i == 0 {
				b.WriteString(" |")
			}
			b.WriteString(" " + s.Widget)
			if s.Event != "" {
				b.WriteString("." + s.Event)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// aFlow is a flow of widgets written as "name type: event next, event next | properties".
func aFlow(lines ...string) string {
	var states []string
	for _, line := range lines {
		line, properties, _ := strings.Cut(line, " | ")
		head, wiring, _ := strings.Cut(line, ":")
		name, typ, _ := strings.Cut(head, " ")
		var transitions []string
		for one := range strings.SplitSeq(wiring, ",") {
			event, next, _ := strings.Cut(strings.TrimSpace(one), " ")
			switch {
			case event == "":
			case next == "":
				transitions = append(transitions, fmt.Sprintf(`{"event": %q}`, event))
			default:
				transitions = append(transitions, fmt.Sprintf(`{"event": %q, "next": %q}`, event, next))
			}
		}
		states = append(states, fmt.Sprintf(`{"name": %q, "type": %q, "properties": {%s}, "transitions": [%s]}`, name, typ, properties, strings.Join(transitions, ", ")))
	}
	return `{"description": "", "initial_state": "Trigger", "flags": {}, "states": [` + strings.Join(states, ",\n") + `]}`
}

func TestPolicies(t *testing.T) {
	recorded := aFlow("Trigger trigger: incomingCall pick, incomingRequest note, incomingMessage",
		"pick split-based-on: noMatch my_consent, match rec",
		"my_consent say-play: audioComplete rec",
		"note say-play: audioComplete my_consent",
		"rec record-call: success bye, failed",
		"bye say-play: audioComplete",
		"lost record-call: success bye")
	asked := aFlow("Trigger trigger: incomingMessage ask",
		"ask send-and-wait-for-reply: incomingMessage save_it, timeout sorry, deliveryFailure",
		"sorry send-message: sent, failed again",
		"again send-message: sent save_it, failed save_it",
		"save_it run-function: success agents, fail agents",
		`agents send-to-flex: callComplete | "attributes": "{\"customers\": {\"external_id\": 1}, {% if a %}\"x\": 1{% else %}\"y\": 2{% endif %}}"`)
	for _, test := range []struct{ name, policy, flow, want string }{
		{"before", `{match: {type: record-call}, require: {before: {type: say-play, name: "*consent*"}}}`, recorded,
			"warning rec: a path leads to \"rec\" without passing say-play named \"*consent*\" | Trigger.incomingCall pick.match rec\n"},
		{"before, by one of two", `{match: {type: record-call}, require: {before: [{name: my_consent}, {type: split-based-on}]}}`, recorded, ""},
		{"before the trigger there is nothing", `{match: {type: trigger}, require: {before: {name: bye}}}`, recorded,
			"warning Trigger: a path leads to \"Trigger\" without passing widget named \"bye\" | Trigger\n"},
		{"a message and a severity", `{severity: error, message: "Play  the notice.", match: {name: rec}, require: {before: {name: bye}}}`, recorded,
			"error rec: Play the notice: a path leads to \"rec\" without passing widget named \"bye\" | Trigger.incomingCall pick.match rec\n"},
		{"after", `{match: {type: record-call}, require: {after: {name: bye}}}`, recorded,
			"warning rec: the flow ends at \"rec\" by \"failed\" without passing widget named \"bye\"\n"},
		{"after, on an event", `{match: {type: record-call}, on: success, require: {after: {name: bye}}}`, recorded, ""},
		{"after, by events", `{match: {type: send-and-wait-for-reply}, on: [timeout, deliveryFailure], require: {after: {type: run-function, name: "save_*"}}}`, asked,
			"warning ask: a path from \"ask\" by \"timeout\" ends at \"sorry\" without passing run-function named \"save_*\" | ask.timeout sorry\n" +
				"warning ask: the flow ends at \"ask\" by \"deliveryFailure\" without passing run-function named \"save_*\"\n"},
		{"after the trigger", `{match: {type: trigger}, require: {after: {type: send-to-flex}}}`, asked,
			"warning Trigger: a path from \"Trigger\" by \"incomingMessage\" ends at \"ask\" without passing send-to-flex | Trigger.incomingMessage ask\n"},
		{"after, an event that is not wired", `{match: {type: record-call}, on: failed, require: {after: {name: bye}}}`,
			aFlow("Trigger trigger: incomingCall rec", "rec record-call: success"),
			"warning rec: \"rec\" has no transition for \"failed\", so the flow ends there without passing widget named \"bye\"\n"},
		{"a loop without an end is no end", `{match: {name: a}, require: {after: {name: x}}}`,
			aFlow("Trigger trigger: incomingCall a", "a say-play: audioComplete b", "b say-play: audioComplete a"), ""},
		{"between", `{match: {type: send-and-wait-for-reply}, require: {between: {to: {type: send-to-flex}, passes: {name: again}}}}`, asked,
			"warning ask: a path from \"ask\" by \"incomingMessage\" leads to \"agents\" without passing widget named \"again\" | ask.incomingMessage save_it.success agents\n"},
		{"between, passed", `{match: {type: send-and-wait-for-reply}, require: {between: {to: {type: send-to-flex}, passes: {type: run-function}}}}`, asked, ""},
		{"next", `{match: {type: send-and-wait-for-reply}, on: [incomingMessage, deliveryFailure], require: {next: {type: split-based-on}}}`, asked,
			"warning ask: \"incomingMessage\" leads from \"ask\" to \"save_it\", and not to split-based-on\n" +
				"warning ask: \"deliveryFailure\" ends the flow at \"ask\", and does not lead to split-based-on\n"},
		{"next, right", `{match: {type: run-function}, require: {next: {type: send-to-flex}}}`, asked, ""},
		{"name", `{match: {type: "*-call"}, require: {name: '^(?!rec$)[a-z_]+$'}}`, recorded,
			"warning rec: the name \"rec\" does not match \"^(?!rec$)[a-z_]+$\"\n"},
		{"attributes", `{match: {type: send-to-flex}, require: {attributes: [customer_id, customers.external_id, x, y]}}`, asked,
			"warning agents: \"attributes\" of \"agents\" lacks \"customer_id\"\n"},
		{"forbid", `{match: [{type: say-play, name: [bye, note]}, {type: run-function}], forbid: true}`, recorded,
			"warning note: \"note\" is a say-play named \"bye\" or \"note\", or run-function, of which there may be none\n" +
				"warning bye: \"bye\" is a say-play named \"bye\" or \"note\", or run-function, of which there may be none\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := say(run(t, "policies:\n  - "+strings.Replace(test.policy, "{", "{id: ours, ", 1), test.flow))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestProperties(t *testing.T) {
	sent := func(properties string) string {
		return aFlow("Trigger trigger: incomingMessage send", "send send-message: sent | "+properties)
	}
	require := `{id: ours, match: {type: send-message}, require: {property: {from: '^\{\{flow\.channel\.address\}\}$'}}}`
	forbid := `{id: ours, match: {type: send-message, property: {media_url: '\.gif$', body: Hi}}, forbid: true}`
	for _, test := range []struct{ name, policy, properties, want string }{
		{"matches", require, `"from": "{{flow.channel.address}}"`, ""},
		{"does not match", require, `"from": "+15005550006"`, "warning send: \"from\" of \"send\" does not match \"^\\{\\{flow\\.channel\\.address\\}\\}$\"\n"},
		{"is missing", require, `"body": "x"`, "warning send: \"send\" has no \"from\"; it is to match \"^\\{\\{flow\\.channel\\.address\\}\\}$\"\n"},
		{"is filled in later", require, `"from": "${SENDER}"`, ""},
		{"forbidden", forbid, `"body": "Hi", "media_url": "https://example.com/a.gif"`, "warning send: \"send\" is a send-message with \"media_url\" matching \"\\.gif$\" and \"body\" matching \"Hi\", of which there may be none\n"},
		{"one of two", forbid, `"body": "Ho", "media_url": "https://example.com/a.gif"`, ""},
		{"in a list", `{id: ours, match: {type: send-message, property: {attributes: '^b$'}}, forbid: true}`, `"attributes": ["a", {"c": "b"}]`,
			"warning send: \"send\" is a send-message with \"attributes\" matching \"^b$\", of which there may be none\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, say(run(t, "policies:\n  - "+test.policy, sent(test.properties)))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// What the team calls a rule, and how the flow is laid out, makes a finding no other one.
func TestFingerprint(t *testing.T) {
	flow := aFlow("Trigger trigger: incomingCall rec", "rec record-call: success")
	policy := "policies: [{id: ours, message: %s, match: {type: record-call}, require: {before: {type: say-play}}}]"
	one := run(t, fmt.Sprintf(policy, "A"), flow)
	other := run(t, fmt.Sprintf(policy, "B"), strings.ReplaceAll(flow, "\n", "\n\n  "))
	if len(one) != 1 || len(other) != 1 || one[0].Fingerprint() != other[0].Fingerprint() || one[0].Message == other[0].Message {
		t.Errorf("%s%s", say(one), say(other))
	}
}

// Each example that "init --policies" writes can be used as it stands, finds what it is
// for, and lets pass what is right.
func TestExamples(t *testing.T) {
	bad := aFlow("Trigger trigger: incomingCall rec, incomingMessage ask",
		"rec record-voicemail: recordingComplete flex, noAudio, hangup",
		`ask send-and-wait-for-reply: incomingMessage flex, timeout, deliveryFailure call_it | "from": "+15005550006"`,
		"call_it make-http-request: success, failed",
		`flex send-to-flex: callComplete, failedToEnqueue, callFailure | "attributes": "{\"customer_id\": 1}"`)
	good := aFlow("Trigger trigger: incomingCall our_consent, incomingMessage ask",
		"our_consent say-play: audioComplete rec",
		"rec record-voicemail: recordingComplete flex, noAudio, hangup",
		`ask send-and-wait-for-reply: incomingMessage ask_opt_out, timeout save_it, deliveryFailure save_it | "from": "{{flow.channel.address}}"`,
		"ask_opt_out split-based-on: noMatch flex, match save_it",
		"save_it run-function: success, fail",
		`flex send-to-flex: callComplete, failedToEnqueue, callFailure | "attributes": "{\"customer_id\": 1, \"customers\": {\"external_id\": 2}}"`)
	if got := say(run(t, config.HouseRules, good)); got != "" {
		t.Errorf("the right flow: %s", got)
	}
	found := map[string]bool{}
	for _, d := range run(t, config.HouseRules, bad) {
		found[d.Rule.ID] = true
	}
	declared := strings.Count(config.HouseRules, "- id: ")
	for line := range strings.Lines(config.HouseRules) {
		if _, id, ok := strings.Cut(strings.TrimSpace(line), "- id: "); ok && !found[id] {
			t.Errorf("%s finds nothing", id)
		}
	}
	if len(found) != declared || declared != 6 {
		t.Errorf("%d of %d examples: %v", len(found), declared, found)
	}
}

// A long way is told by its ends.
func TestLongWay(t *testing.T) {
	lines := []string{"Trigger trigger: incomingMessage w0"}
	for i := range 30 {
		lines = append(lines, fmt.Sprintf("w%d send-message: sent w%d", i, i+1))
	}
	flow := aFlow(append(lines, "w30 send-message: sent")...)
	for _, require := range []string{"before: {name: x}", "after: {name: x}"} {
		for _, d := range run(t, "policies: [{id: ours, match: {type: send-message}, require: {"+require+"}}]", flow) {
			left := 0
			for i, s := range d.Path {
				if n, err := fmt.Sscanf(s.Widget, "(%d more widgets)", &left); err == nil && n == 1 && i != 10 {
					t.Errorf("%s: left out at %d", d.Widget, i)
				}
			}
			steps := len(d.Path)
			if left > 0 {
				steps--
			}
			i := 0
			fmt.Sscanf(d.Widget, "w%d", &i)
			want := i + 2 // the trigger, and the widgets up to this one
			if strings.HasPrefix(require, "after") {
				want = 31 - i
				if i == 30 {
					want = 0 // it ends there
				}
			}
			if steps+left != want {
				t.Errorf("%s %s: %d steps and %d more, want %d", require, d.Widget, steps, left, want)
			}
		}
	}
}
