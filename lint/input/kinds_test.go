package input

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/files"
	"studiolint/lint/source"
)

const (
	aState     = `{"name":"Trigger","type":"trigger","transitions":[{"event":"incomingCall"}],"properties":{}}`
	definition = `{"description":"d","states":[` + aState + `],"initial_state":"Trigger","flags":{"allow_concurrent_calls":true}}`
	legacy     = `{"description":"old","states":[
		{"type":"InitialState","name":"Trigger","properties":{"flow_url":"u"},"sid":"FF01",
		 "transitions":[{"event":"incomingCall","conditions":[],"next":null,"uuid":"db37"}]},
		{"type":"SayPlay","name":"say","properties":{},"transitions":[],"sid":"FF02"}]}`
	flow = `{"sid":"FW01","friendly_name":"f","status":"draft","revision":1,"definition":` + definition + `}`
)

func quoted(s string) string { return strconv.Quote(s) }

// documents writes the documents of a file as a test wants them: the kind, where
// the document stands and where its definition does.
func documents(f *File) []string {
	var list []string
	if f == nil {
		return nil
	}
	for _, d := range f.Documents {
		where := "-"
		if d.Definition.Exists() {
			where = "#" + d.Definition.Pointer()
		}
		list = append(list, fmt.Sprintf("%s #%s %s", d.Kind, d.Node.Pointer(), where))
	}
	return list
}

// load loads a text as a file that was found, or that a person named.
func load(t *testing.T, name, text string, named bool) (*File, error) {
	t.Helper()
	c := FromBytes(name, []byte(text))
	c.Named = named
	f, err := c.Load(files.Here())
	switch {
	case !named && err != nil && !errors.As(err, new(*UnreadError)):
		t.Errorf("found: %v", err)
	case named && f == nil && err == nil:
		t.Error("named: neither a file nor an error")
	}
	return f, err
}

func TestKinds(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"definition", definition, []string{"flow definition # #"}},
		{"byte order mark", "\ufeff" + definition, []string{"flow definition # #"}},
		{"no initial_state", `{"states":[` + aState + `]}`, []string{"flow definition # #"}},
		{"states and nothing else of use", `{"states":[{"type":"say-play","transitions":[{"event":"audioComplete","next":"x"}]}]}`, []string{"flow definition # #"}},
		{"states by name", `{"states":{"Trigger":` + aState + `}}`, []string{"flow definition # #"}},
		{"states a number", `{"description":"","states":5,"initial_state":"Trigger","flags":{"allow_concurrent_calls":true}}`, []string{"flow definition # #"}},
		{"states a number, little else", `{"states":5,"initial_state":"start"}`, []string{"flow definition # #"}},
		{"states are strings", `{"description":"d","states":["a","b"],"initial_state":"a"}`, []string{"flow definition # #"}},
		{"states empty", `{"states":[],"initial_state":"Trigger","comment":"x"}`, []string{"flow definition # #"}},
		{"initial_state of a wrong type", `{"states":[],"initial_state":null,"flags":{"allow_concurrent_calls":true}}`, []string{"flow definition # #"}},
		{"escaped name", `{"st\u0061tes":[` + aState + `],"initial_state":"Trigger"}`, []string{"flow definition # #"}},
		{"wrapped", `{"definition":` + definition + `}`, []string{"flow definition #/definition #/definition"}},
		{"wrapped, other name", `{"flow":` + definition + `}`, []string{"flow definition #/flow #/flow"}},
		{"wrapped twice", `{"data":{"flow":` + definition + `}}`, []string{"flow definition #/data/flow #/data/flow"}},
		{"beside other members", `{"environment":"dev","definition":` + definition + `}`, []string{"flow definition #/definition #/definition"}},
		{"list", `[` + definition + `,` + definition + `]`, []string{"flow definition #/0 #/0", "flow definition #/1 #/1"}},
		{"map", `{"ivr":` + definition + `,"sms":` + definition + `}`, []string{"flow definition #/ivr #/ivr", "flow definition #/sms #/sms"}},

		{"resource", flow, []string{"Flow resource # #/definition"}},
		{"resource without definition", `{"sid":"FW01","friendly_name":"f","definition":null}`, []string{"Flow resource # -"}},
		{"resource of the CLI", `[{"accountSid":"AC1","sid":"FW01","friendlyName":"f","definition":` + definition + `}]`, []string{"Flow resource #/0 #/0/definition"}},
		{"resource of Terraform", `{"friendly_name":"f","status":"draft","definition":` + quoted(definition) + `}`, []string{"Flow resource # #/definition"}},
		{"resource of Terraform, filled in later", `{"friendly_name":"f","status":"draft","definition":"${file(\"ivr.json\")}"}`, []string{"Flow resource # -"}},
		{"resource, definition not JSON", `{"friendly_name":"f","status":"draft","definition":"{\"states\":[}"}`, []string{"Flow resource # -"}},
		{"resource, SID left open", `{"sid":"${FLOW}","status":"draft","definition":` + definition + `}`, []string{"Flow resource # #/definition"}},
		{"resource, definition empty", `{"friendly_name":"f","status":"draft","definition":{}}`, []string{"Flow resource # #/definition"}},
		{"definition in a string, alone", `{"definition":` + quoted(definition) + `}`, []string{"Flow resource # #/definition"}},

		{"page", `{"meta":{"key":"flows","page":0},"flows":[{"sid":"FW01","friendly_name":"f","definition":null}]}`, []string{"page of Flows # -"}},
		{"page, empty", `{"meta":{"key":"flows"},"flows":[]}`, []string{"page of Flows # -"}},
		{"page with definitions", `{"meta":{},"flows":[` + flow + `,{"sid":"FW02","status":"draft","definition":` + quoted(definition) + `}]}`,
			[]string{"page of Flows # -", "Flow resource #/flows/0 #/flows/0/definition", "Flow resource #/flows/1 #/flows/1/definition"}},
		{"flows without meta", `{"flows":[` + flow + `]}`, []string{"page of Flows # -", "Flow resource #/flows/0 #/flows/0/definition"}},
		{"pages in a page", `{"meta":{},"flows":[{"flows":[` + flow + `]}]}`,
			[]string{"page of Flows # -", "page of Flows #/flows/0 -", "Flow resource #/flows/0/flows/0 #/flows/0/flows/0/definition"}},
		{"pages in a list", `[{"meta":{"key":"flows"},"flows":[]},{"meta":{"key":"flows"},"flows":[]}]`, []string{"page of Flows #/0 -", "page of Flows #/1 -"}},
		{"list, not the first", `[{"a":1},{"sid":"FW01","friendly_name":"f","definition":null}]`, []string{"Flow resource #/1 -"}},
		{"list of resources", `[` + flow + `]`, []string{"Flow resource #/0 #/0/definition"}},

		{"request", `{"FriendlyName":"f","Status":"draft","Definition":` + definition + `}`, []string{"Flow request # #/Definition"}},
		{"request, definition in a string", `{"FriendlyName":"f","Status":"draft","Definition":` + quoted(definition) + `}`, []string{"Flow request # #/Definition"}},
		{"request, definition alone", `{"Definition":` + definition + `}`, []string{"Flow request # #/Definition"}},
		{"request, no definition", `{"FriendlyName":"f","Status":"published","CommitMessage":"c"}`, []string{"Flow request # -"}},
		{"request, definition not JSON", `{"Status":"draft","Definition":"{\"states\":[], \"initial_state\": }"}`, []string{"Flow request # -"}},
		{"request, definition filled in later", `{"FriendlyName":"f","Status":"draft","Definition":"{{ DEFINITION }}"}`, []string{"Flow request # -"}},
		{"request, definition a number", `{"FriendlyName":"f","Status":"draft","Definition":7}`, []string{"Flow request # -"}},
		{"form", "FriendlyName=f&Status=draft&Definition=" + url.QueryEscape(definition), []string{"Flow request # #/Definition"}},
		{"form, definition first and small", "definition=" + url.QueryEscape(definition) + "&status=draft\n", []string{"Flow request # #/definition"}},
		{"form, definition not JSON", "Definition=%7B%22states%22&Status=draft", []string{"Flow request # -"}},

		{"flex flow", `{"sid":"FO01","chat_service_sid":"IS01","channel_type":"web","integration":{"flow_sid":"FW01"}}`, []string{"Flex Flow resource # -"}},
		{"flex flow of the CLI", `[{"chatServiceSid":"IS01","channelType":"web"}]`, []string{"Flex Flow resource #/0 -"}},
		{"flex flow, wrapped", `{"web":{"chat_service_sid":"IS01","channel_type":"web"}}`, []string{"Flex Flow resource #/web -"}},
		{"flex flow, fields missing", `{"sid":"FO01","integration_type":"studio"}`, []string{"Flex Flow resource # -"}},
		{"page of flex flows", `{"meta":{"key":"flex_flows"},"flex_flows":[{"chat_service_sid":"IS1","channel_type":"sms"},{"chat_service_sid":"IS1","channel_type":"web"}]}`,
			[]string{"Flex Flow resource #/flex_flows/0 -", "Flex Flow resource #/flex_flows/1 -"}},
		{"flex flow request", `{"FriendlyName":"f","ChatServiceSid":"IS01","ChannelType":"web"}`, []string{"Flex Flow request # -"}},
		{"flex flow request, dotted", `{"IntegrationType":"task","Integration.WorkspaceSid":"WS01"}`, []string{"Flex Flow request # -"}},
		{"flex flow request, form", "ChatServiceSid=IS01&ChannelType=web&Integration.FlowSid=FW01", []string{"Flex Flow request # -"}},

		{"legacy", legacy, []string{"export of the first Studio editor # #"}},
		{"legacy without SIDs", `{"states":[{"type":"InitialState","name":"T","properties":{},"transitions":[]}]}`, []string{"export of the first Studio editor # #"}},
		{"legacy in a request", `{"FriendlyName":"f","Status":"draft","Definition":` + quoted(legacy) + `}`, []string{"export of the first Studio editor #/Definition #/Definition"}},
		{"legacy types with an initial_state", `{"states":[{"type":"InitialState","name":"T","properties":{},"transitions":[]}],"initial_state":"T"}`, []string{"flow definition # #"}},
		{"new with one wrong type", `{"states":[{"type":"Trigger","name":"T","properties":{},"transitions":[]},` + aState + `]}`, []string{"flow definition # #"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, named := range []bool{true, false} {
				f, err := load(t, "a.json", tt.text, named)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(tt.want, documents(f)); diff != "" {
					t.Errorf("named %v (-want +got):\n%s", named, diff)
				}
			}
		})
	}
}

// TestLookAlikes holds files of other tools that have members of Studio's.
func TestLookAlikes(t *testing.T) {
	tests := []struct {
		name, text string
		why        string // part of the error when a person names it; "" when it then passes for a document
	}{
		{"package.json", `{"name":"x","version":"1.0.0","private":true,"scripts":{}}`, `no "states" (its members are "name", "version", "private" and 1 more)`},
		{"control characters", `{"\u001b[2J":1,"` + strings.Repeat("n", 10_000) + `":2}`, `its members are "\x1b[2J", "nnnnn`},
		{"empty object", `{}`, "it is empty"},
		{"empty array", `[]`, "none of its elements"},
		{"number", `42`, "only a JSON number"},
		{"null", `null`, "only a JSON null"},
		{"string", `"states initial_state"`, "only a JSON string"},
		{"states of the USA", `{"states":[{"name":"Alabama","abbreviation":"AL"},{"name":"Alaska","abbreviation":"AK"}]}`, "not those of a Studio flow"},
		{"states of the USA, names", `{"country":"USA","states":["Alabama","Alaska"]}`, "not those of a Studio flow"},
		{"states of the USA, by name", `{"states":{"AL":"Alabama","AK":"Alaska"}}`, "not those of a Studio flow"},
		{"states of the USA, map", `{"states":[{"type":"Feature","properties":{"name":"Alabama"},"geometry":{"type":"Polygon","coordinates":[]}}]}`, "not those"},
		{"states of the USA, described", `{"description":"The states","states":[{"name":"Alabama","type":"state"}]}`, ""},
		{"XState", `{"id":"toggle","initial":"inactive","states":{"inactive":{"on":{"TOGGLE":"active"}},"active":{"type":"final"}}}`, "not those"},
		{"XState, described", `{"id":"toggle","description":"d","initial":"off","states":{"off":{"on":{"T":"on"}}}}`, "not those"},
		{"XState, as it writes itself", `{"id":"m","initial":"a","states":{"a":{"id":"m.a","key":"a","type":"atomic","on":{},
			"transitions":[{"actions":[],"event":"GO","eventType":"GO","source":"#m.a","target":["#m.b"]}]}}}`, "not those"},
		{"states by name, transitions like Studio's", `{"states":{"a":{"type":"atomic","transitions":[{"event":"GO","next":"b"}]}}}`, "not those"},
		{"list of states, described", `[{"description":"The states","states":["Alabama"]}]`, "none of its elements"},
		{"flow, too far down", strings.Repeat(`{"a":`, 5) + definition + strings.Repeat(`}`, 5), `no "states"`},
		{"pages, too far down", strings.Repeat(`{"flows":[`, 6) + flow + strings.Repeat(`]}`, 6), `no "states"`},
		{"Amazon States Language", `{"Comment":"c","StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}`, "Amazon States Language"},
		{"Redux", `{"states":{"user":{"name":"x"},"cart":{"items":[]}},"version":1}`, "not those"},
		{"transitions of Python", `{"states":["solid","liquid"],"initial":"solid","transitions":[{"trigger":"melt","source":"solid","dest":"liquid"}]}`, "not those"},
		{"state machine, initial_state", `{"name":"door","initial_state":"open","states":["open","closed"],"transitions":[{"event":"close","from":"open","to":"closed"}]}`, ""},
		{"state machine, objects", `{"initial_state":"idle","states":[{"name":"idle","transitions":[{"event":"go","target":"run"}]}]}`, ""},
		{"state machine, typed", `{"states":[{"name":"idle","type":"normal","transitions":[{"event":"go","target":"run"}]}]}`, ""},
		{"dotLottie", `{"initial":"a","states":[{"name":"a","type":"PlaybackState","animation":"","transitions":[{"type":"Transition","toState":"b","guards":[]}]}]}`, ""},
		{"JSON Schema", `{"type":"object","properties":{"states":{"type":"array"},"initial_state":{"type":"string"}}}`, `no "states"`},
		{"dictionary", `{"word":"flow","definition":"a steady stream","states":null}`, "not those"},
		{"dictionary, capital", `{"Word":"flow","Definition":"a steady stream"}`, ""},
		{"glossary", `{"definition":"states and transitions, with an initial_state and an event"}`, `no "states"`},
		{"other friendly definition", `{"friendly_name":"f","status":"active","definition":"a steady stream"}`, ""},
		{"other definition", `{"status":"active","definition":{"type":"table","columns":[]}}`, ""},
		{"flows of a network", `{"flows":[{"src":"10.0.0.1","dst":"10.0.0.2"}],"meta":{"interface":"eth0"}}`, ""},
		{"flows, empty", `{"flows":[]}`, `no "states"`},
		{"other resource of Twilio", `{"sid":"WS01","friendly_name":"w","status":"active"}`, `no "states"`},
		{"other request to Twilio", `{"FriendlyName":"f","Status":"in-progress"}`, ""},
		{"firmware", `{"sid":"FW","status":"ok"}`, `no "states"`},
		{"editor settings", `{"Integration.enabled":true,"ChannelName":"x"}`, `no "states"`},
		{"channel types", `{"channel_type":"web","name":"x"}`, `no "states"`},
		{"tsconfig", `{"compilerOptions":{"strict":true},"flow":{"a":1}}`, `no "states"`},
		{"Node-RED", `[{"id":"a","type":"tab","label":"Flow 1"},{"id":"b","type":"inject","wires":[[]]}]`, "none of its elements"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if f, _ := load(t, "a.json", tt.text, false); f != nil {
				t.Errorf("found: taken for %v", documents(f))
			}
			skipped := FromBytes("a.json", []byte(tt.text))
			skipped.SkipOther = true
			f, err := skipped.Load(files.Here())
			var unread *UnreadError
			if f != nil || errors.As(err, &unread) != strings.Contains(tt.name, "too far down") || err != nil && unread == nil {
				t.Errorf("named by a hook: %v, %v", documents(f), err)
			}
			f, err = load(t, "a.json", tt.text, true)
			if tt.why == "" {
				if err != nil || len(f.Documents) == 0 {
					t.Errorf("named: %v, %v", documents(f), err)
				}
				return
			}
			var other *NotFlowError
			if !errors.As(err, &other) || !strings.Contains(other.Why, tt.why) || len(err.Error()) > 600 {
				t.Errorf("named: %v, want %q", err, tt.why)
			}
		})
	}
}

func TestTexts(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // the inner texts; with ! when one is not valid
	}{
		{"none", definition, nil},
		{"object", flow, nil},
		{"string", `{"Definition":` + quoted(definition) + `}`, []string{definition}},
		{"not JSON", `{"FriendlyName":"f","Status":"draft","Definition":"{,}"}`, []string{"!{,}"}},
		{"empty", `{"FriendlyName":"f","Status":"draft","Definition":""}`, []string{"!"}},
		{"filled in later", `{"FriendlyName":"f","Status":"draft","Definition":"[FLOW_JSON]"}`, nil},
		{"attributes are no definition", `{"states":[{"type":"send-to-flex","transitions":[],"properties":{"attributes":"{}"}}]}`, nil},
		{"form", "Status=draft&Definition=" + url.QueryEscape(definition), []string{definition}},
		{"list", `[{"status":"draft","definition":` + quoted(definition) + `},{"status":"draft","definition":` + quoted(legacy) + `}]`, []string{definition, legacy}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := load(t, "a.json", tt.text, true)
			if err != nil {
				t.Fatal(err)
			}
			if f.Texts[0] != f.Source {
				t.Error("the file's own text is not the first")
			}
			var got []string
			for _, inner := range f.Texts[1:] {
				if inner.Outermost() != f.Source {
					t.Error("an inner text does not lead back to the file")
				}
				text := string(inner.Bytes)
				if inner.Syntax != nil {
					text = "!" + text
				}
				got = append(got, text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestPlaces says that a place in a definition within a string is one of the file.
func TestPlaces(t *testing.T) {
	for _, text := range []string{
		`{"Status":"draft","Definition":` + quoted(definition) + `}`,
		"Status=draft&Definition=" + url.QueryEscape(definition),
	} {
		f, err := load(t, "a.json", text, true)
		if err != nil {
			t.Fatal(err)
		}
		name := f.Documents[0].Definition.Get("initial_state")
		file, span := name.Place().Locate()
		if file != f.Source || !strings.Contains(string(file.Bytes[span.Start:span.End]), "Trigger") {
			t.Errorf("%s: %v", name.Pointer(), span)
		}
		if kind := f.Documents[0].Node.Kind(); kind != source.Object {
			t.Errorf("the request is a %v", kind)
		}
	}
}
