package project

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"studiolint/lint/config"
	"studiolint/lint/files"
	"studiolint/lint/input"
	"studiolint/schemas"
)

const (
	sidA = "FW7d8e1f2a3b4c5d6e7f8091a2b3c4d5e6"
	sidB = "FW0a1b2c3d4e5f60718293a4b5c6d7e8f9"
)

// caller is the definition of a flow that runs a subflow in a revision.
func caller(sid, revision string) string {
	return `{"states": [{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "sub"}], "properties": {}},
		{"name": "sub", "type": "run-subflow", "transitions": [], "properties": {"flow_sid": "` + sid + `", "flow_revision": "` + revision + `"}}], "initial_state": "Trigger"}`
}

const leaf = `{"states": [{"name": "Trigger", "type": "trigger", "transitions": [], "properties": {}}], "initial_state": "Trigger"}`

func resourceOf(sid, status string, revision int, definition string) string {
	return `{"sid": "` + sid + `", "status": "` + status + `", "revision": ` + string(rune('0'+revision)) + `, "definition": ` + definition + `}`
}

// load makes a project of files, given as name, text, name, text …; a
// configuration among them belongs to all.
func load(t *testing.T, texts ...string) *Project {
	t.Helper()
	t.Chdir(t.TempDir())
	var documents []*Document
	for i := 0; i < len(texts); i += 2 {
		if err := os.MkdirAll(filepath.Dir(texts[i]), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(texts[i], []byte(texts[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	root := files.Here()
	configs := config.NewFinder(nil, root, config.Options{})
	for i := 0; i < len(texts); i += 2 {
		if strings.HasSuffix(texts[i], ".yaml") {
			continue
		}
		file, err := input.FromBytes(texts[i], []byte(texts[i+1])).Load(root)
		if err != nil || file == nil {
			t.Fatalf("%s: %v", texts[i], err)
		}
		c, err := configs.For(texts[i])
		if err != nil {
			t.Fatal(err)
		}
		documents = append(documents, Documents(file, c, schemas.Catalogue{})...)
	}
	return New(root, documents)
}

func paths(list []*Document) []string {
	names := []string{}
	for _, d := range list {
		names = append(names, d.File.Source.Path)
	}
	return names
}

func TestProjectCalls(t *testing.T) {
	tests := []struct {
		name  string
		files []string
		want  []string // the targets of the first document's call
	}{
		{"by its own SID", []string{"a.json", caller(sidA, "LatestPublished"), "b.json", resourceOf(sidA, "draft", 1, leaf)}, []string{"b.json"}},
		{"by the configuration", []string{"a.json", caller(sidA, "LatestPublished"), "flows/b.json", leaf, ".studiolint.yaml", "subflows: {" + sidA + ": ./flows/b.json}"}, []string{"flows/b.json"}},
		{"by both, once", []string{"a.json", caller(sidA, "1"), "b.json", resourceOf(sidA, "draft", 1, leaf), ".studiolint.yaml", "subflows: {" + sidA + ": b.json}"}, []string{"b.json"}},
		{"not in the run", []string{"a.json", caller(sidA, "LatestPublished"), "b.json", resourceOf(sidB, "draft", 1, leaf)}, []string{}},
		{"a path that leads nowhere", []string{"a.json", caller(sidA, "1"), ".studiolint.yaml", "subflows: {" + sidA + ": gone.json}"}, []string{}},
		{"a masked SID names nothing", []string{"a.json", caller("FWxxxxxxxxxxxx", "1"), "b.json", resourceOf("FWxxxxxxxxxxxx", "draft", 1, leaf)}, []string{}},
		{"the revision by its number", []string{"a.json", caller(sidA, "2"), "b.json", resourceOf(sidA, "published", 1, leaf), "c.json", resourceOf(sidA, "published", 2, leaf)}, []string{"c.json"}},
		{"another revision only", []string{"a.json", caller(sidA, "2"), "b.json", resourceOf(sidA, "published", 1, leaf)}, []string{}},
		{"the latest published", []string{"a.json", caller(sidA, "LatestPublished"), "b.json", resourceOf(sidA, "published", 1, leaf), "c.json", resourceOf(sidA, "draft", 2, leaf)}, []string{"b.json"}},
		{"the latest draft", []string{"a.json", caller(sidA, "LatestDraft"), "b.json", resourceOf(sidA, "published", 1, leaf), "c.json", resourceOf(sidA, "draft", 2, leaf)}, []string{"c.json"}},
		{"the same SID twice", []string{"a.json", caller(sidA, "LatestDraft"), "b.json", resourceOf(sidA, "draft", 2, leaf), "c.json", resourceOf(sidA, "draft", 2, leaf)}, []string{"b.json", "c.json"}},
		{"a revision that is filled in later", []string{"a.json", caller(sidA, "${REVISION}"), "b.json", resourceOf(sidA, "draft", 2, leaf)}, []string{"b.json"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, test.files...)
			calls := p.Calls(p.Documents[0])
			if len(calls) != 1 {
				t.Fatalf("%d calls, want 1", len(calls))
			}
			if diff := cmp.Diff(test.want, paths(calls[0].Targets)); diff != "" {
				t.Errorf("targets: -want +got\n%s", diff)
			}
			for _, d := range calls[0].Targets {
				if callers := p.Callers(d); len(callers) != 1 || callers[0] != calls[0] {
					t.Errorf("%s has %d callers, want the one", d.File.Source.Path, len(callers))
				}
			}
		})
	}
}

func TestProjectFlexStarts(t *testing.T) {
	flow := resourceOf(sidA, "published", 1, leaf)
	tests := []struct {
		name  string
		files []string
		want  []string // channel types that start the first document
	}{
		{"a request", []string{"a.json", flow, "f.json", `{"ChatServiceSid": "IS", "ChannelType": "sms", "IntegrationType": "studio", "Integration.FlowSid": "` + sidA + `"}`}, []string{"sms"}},
		{"a form", []string{"a.json", flow, "f.txt", "ChatServiceSid=IS&ChannelType=line&IntegrationType=studio&Integration.FlowSid=" + sidA}, []string{"line"}},
		{"a resource", []string{"a.json", flow, "f.json", `{"chat_service_sid": "IS", "channel_type": "web", "integration_type": "studio", "integration": {"flow_sid": "` + sidA + `"}}`}, []string{"web"}},
		{"as a command-line tool prints it", []string{"a.json", flow, "f.json", `[{"chatServiceSid": "IS", "channelType": "web", "integrationType": "studio", "integration": {"flow_sid": "` + sidA + `"}}]`}, []string{"web"}},
		{"of another type", []string{"a.json", flow, "f.json", `{"chat_service_sid": "IS", "channel_type": "web", "integration_type": "task", "integration": {"flow_sid": "` + sidA + `"}}`}, []string{}},
		{"of the configuration, by SID and by path", []string{"a.json", flow, ".studiolint.yaml", "flex:\n  flex-flows:\n  - {channel-type: whatsapp, flow: " + sidA + "}\n  - {channel-type: facebook, flow: a.json}\n  - {channel-type: line, flow: b.json}\n"}, []string{"whatsapp", "facebook"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, test.files...)
			got := []string{}
			for _, s := range p.FlexStarts(p.Documents[0]) {
				got = append(got, s.ChannelType)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestDocumentField(t *testing.T) {
	tests := []struct{ name, text, field, want string }{
		{"a resource", `{"chat_service_sid": "x", "channel_type": "web"}`, "channel_type", "web"},
		{"a member of a member", `{"chat_service_sid": "x", "channel_type": "web", "integration": {"flow_sid": "y"}}`, "integration.flow_sid", "y"},
		{"in camel case", `{"chatServiceSid": "x", "channelType": "web"}`, "chat_service_sid", "x"},
		{"a request", `{"ChatServiceSid": "x", "ChannelType": "web", "Integration.FlowSid": "y"}`, "integration.flow_sid", "y"},
		{"a request, by its own name", `{"ChatServiceSid": "x", "ChannelType": "web", "Integration.FlowSid": "y"}`, "Integration.FlowSid", "y"},
		{"a request with objects", `{"ChatServiceSid": "x", "ChannelType": "web", "Integration": {"FlowSid": "y"}}`, "integration.flow_sid", "y"},
		{"a request takes no other names", `{"ChatServiceSid": "x", "ChannelType": "web", "friendly_name": "y"}`, "friendly_name", ""},
		{"nothing", `{"chat_service_sid": "x", "channel_type": "web"}`, "integration.flow_sid", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := load(t, "a.json", test.text)
			if got := p.Documents[0].Field(test.field).Text(); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
