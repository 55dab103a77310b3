package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const helloTests = `flow: flow.json
fakes:
  call_front_desk: {event: callCompleted, outputs: {DialCallStatus: no-answer}}
  "POST https://api.example.com/*": {status: 201}
tests:
  - name: it passes
    start: {event: incomingCall}
    steps: [{expect: For appointments}, {hang-up: true}]
  - name: it fails
    start: {event: incomingCall}
    steps: [{expect: no such words}]
  - name: it fails too
    start: {event: incomingCall}
    steps: [{press: "1"}, {expect: no such words}]
`

// An assistant sees a flow as a graph, runs its tests and compares it with what it was.
func TestAssistantTries(t *testing.T) {
	tool(t, "", "git")
	r := repository(t, cleanEnv(t))
	flow := shared(t, "flows/good/ivr.json")
	r.write("in/flow.json", flow)
	r.write("in/ivr.flowtest.yaml", helloTests)
	r.write("out/flow.json", flow)
	r.write("in/away.flowtest.yaml", strings.Replace(helloTests, "flow.json", "../out/flow.json", 1))
	r.commit("first")
	r.write("in/flow.json", strings.Replace(flow, "For appointments", "For a table", 1))
	s := assistant(t, filepath.Join(r.dir, "in"))

	graph, failed := called[graphAnswer](t, s, "graph", map[string]any{"path": "flow.json"})
	if failed != "" || len(graph.Flows) != 1 || len(graph.Flows[0].Widgets) < 10 || graph.Flows[0].More != 0 {
		t.Fatalf("%s: %+v", failed, graph)
	}
	menu := graph.Flows[0].Widgets[1]
	if first := graph.Flows[0].Widgets[0]; first.Type != "trigger" || first.Line == 0 || len(first.To) == 0 || first.To[0].Widget == "" || first.To[0].On == "" {
		t.Errorf("the trigger is %+v", first)
	}
	few, _ := called[graphAnswer](t, s, "graph", map[string]any{"path": "flow.json", "limit": 2})
	if len(few.Flows[0].Widgets) != 2 || few.Flows[0].More == 0 {
		t.Errorf("two widgets: %+v", few)
	}
	around, failed := called[graphAnswer](t, s, "graph", map[string]any{"text": flow, "around": menu.Name})
	if n := len(around.Flows[0].Widgets); failed != "" || n < 2 || n >= len(graph.Flows[0].Widgets) {
		t.Errorf("%s: %d widgets around %s", failed, n, menu.Name)
	}
	if _, failed := called[graphAnswer](t, s, "graph", map[string]any{"text": flow, "around": menu.Name + "x"}); !strings.Contains(failed, "did you mean") {
		t.Errorf("no such widget: %s", failed)
	}
	if _, failed := called[graphAnswer](t, s, "graph", map[string]any{"path": "."}); !strings.Contains(failed, "graph is of one file") {
		t.Errorf("a folder: %s", failed)
	}

	tests, failed := called[testAnswer](t, s, "test", map[string]any{"path": "ivr.flowtest.yaml", "limit": 1})
	if failed != "" || tests.Tests != 3 || tests.Passed != 0 || tests.Failed != 3 || len(tests.Results) != 1 || tests.More != 2 {
		t.Fatalf("%s: %+v", failed, tests)
	}
	if got := tests.Results[0]; got.File != "ivr.flowtest.yaml" || got.Line == 0 || got.Message == "" || len(got.Heard) == 0 {
		t.Errorf("%+v", got)
	}
	if len(tests.Coverage) != 1 || tests.Coverage[0].Total < 10 {
		t.Errorf("%+v", tests.Coverage)
	}
	if _, failed := called[testAnswer](t, s, "test", map[string]any{"path": "away.flowtest.yaml"}); failed == "" || strings.Contains(failed, "appointments") {
		t.Errorf("a flow elsewhere: %q", failed)
	}
	if _, failed := called[testAnswer](t, s, "test", map[string]any{"path": "flow.json"}); failed == "" {
		t.Error("a flow is no test")
	}

	changed, failed := called[diffAnswer](t, s, "diff", map[string]any{"old": "HEAD:in/flow.json", "new": "flow.json"})
	if failed != "" || len(changed.Changes) != 1 || changed.Changes[0].Member == "" || changed.More != 0 {
		t.Errorf("%s: %+v", failed, changed)
	}
	same, failed := called[map[string]any](t, s, "diff", map[string]any{"old": "flow.json", "new": "flow.json"})
	for _, name := range []string{"changes", "new", "gone"} {
		if _, isList := same[name].([]any); !isList { // clients check the form
			t.Errorf("%s: %s is %v", failed, name, same[name])
		}
	}
	broken := strings.Replace(flow, `"next": "`, `"next": "nowhere_`, 3)
	worse, failed := called[diffAnswer](t, s, "diff", map[string]any{"old": "HEAD:flow.json", "text": broken, "limit": 2})
	if failed != "" || len(worse.Changes) != 2 || worse.More == 0 || len(worse.New) == 0 || worse.New[0].Rule == "" {
		t.Errorf("%s: %+v", failed, worse)
	}
	for _, old := range []string{"HEAD:out/flow.json", "HEAD:../out/flow.json", "../out/flow.json", filepath.Join(r.dir, "out", "flow.json")} {
		if _, failed := called[diffAnswer](t, s, "diff", map[string]any{"old": old, "text": flow}); !strings.Contains(failed, "does not lie below") {
			t.Errorf("%s: %q", old, failed)
		}
	}
	if _, failed := called[diffAnswer](t, s, "diff", map[string]any{"old": "-", "text": flow}); !strings.Contains(failed, "no standard input") {
		t.Errorf("standard input: %q", failed)
	}
	if _, failed := called[diffAnswer](t, s, "diff", map[string]any{"old": "NONE:in/flow.json", "text": flow}); !strings.Contains(failed, "NONE") {
		t.Errorf("no revision: %q", failed)
	}
	if data, err := os.ReadFile(filepath.Join(r.dir, "out", "flow.json")); err != nil || string(data) != flow {
		t.Error("something was written")
	}
}
