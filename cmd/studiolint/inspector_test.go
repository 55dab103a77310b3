package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestInspector has the inspector of the Model Context Protocol, as it is in npm, call the
// server from the command line.
func TestInspector(t *testing.T) {
	node := tool(t, "", "node")
	modules := os.Getenv("STUDIOLINT_NODE_MODULES")
	inspector := filepath.Join(modules, "@modelcontextprotocol", "inspector", "package.json")
	if _, err := os.Stat(inspector); modules == "" || err != nil {
		if os.Getenv("STUDIOLINT_NO_SKIP") == "1" {
			t.Fatalf("there is no @modelcontextprotocol/inspector in %q", modules)
		}
		t.Skip("there is no @modelcontextprotocol/inspector")
	}
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "flow.json"), []byte(shared(t, "flows/broken/booking-line.json")), 0o666); err != nil {
		t.Fatal(err)
	}
	inspect := func(into any, args ...string) {
		t.Helper()
		cmd := exec.Command(filepath.Join(modules, ".bin", "mcp-inspector"), append([]string{"--cli", built(t), "mcp", "--method"}, args...)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(node)+string(os.PathListSeparator)+os.Getenv("PATH"))
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		if err := json.Unmarshal(out, into); err != nil {
			t.Fatalf("%v: %v in %s", args, err, out)
		}
	}
	var tools struct{ Tools []struct{ Name string } }
	inspect(&tools, "tools/list")
	if len(tools.Tools) != 6 {
		t.Errorf("the tools are %+v", tools)
	}
	var called struct {
		IsError           bool
		StructuredContent toldLint
	}
	inspect(&called, "tools/call", "--tool-name", "lint", "--tool-arg", "path=flow.json")
	if called.IsError || called.StructuredContent.Counts.Errors != 4 {
		t.Errorf("lint: %+v", called)
	}
	var graph struct {
		IsError           bool
		StructuredContent graphAnswer
	}
	inspect(&graph, "tools/call", "--tool-name", "graph", "--tool-arg", "path=flow.json")
	if graph.IsError || len(graph.StructuredContent.Flows) != 1 || len(graph.StructuredContent.Flows[0].Widgets) < 5 {
		t.Errorf("graph: %+v", graph)
	}
	var compared struct {
		IsError           bool
		StructuredContent diffAnswer
	}
	inspect(&compared, "tools/call", "--tool-name", "diff", "--tool-arg", "old=flow.json", "--tool-arg", "new=flow.json")
	if compared.IsError || compared.StructuredContent.Changes == nil {
		t.Errorf("diff: %+v", compared)
	}
	if err := os.WriteFile(filepath.Join(dir, "one.flowtest.yaml"), []byte("flow: flow.json\ntests:\n  - name: it begins\n    start: {event: incomingCall}\n    steps: [{expect: no such words}]\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	var tested struct {
		IsError           bool
		StructuredContent testAnswer
	}
	inspect(&tested, "tools/call", "--tool-name", "test", "--tool-arg", "path=.")
	if tested.IsError || tested.StructuredContent.Tests != 1 || tested.StructuredContent.Undetermined != 1 {
		t.Errorf("test: %+v", tested)
	}
	var resources struct{ Resources []struct{ URI string } }
	inspect(&resources, "resources/list")
	if len(resources.Resources) == 0 {
		t.Error("there are no resources")
	}
}
