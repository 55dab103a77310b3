package input

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"studiolint/lint/files"
)

func TestSeemsToHoldFlow(t *testing.T) {
	for text, want := range map[string]bool{
		`export const f = {initial_state: 'Trigger', states: []}`:                                    true,
		`$f = ['initial_state' => 'Trigger', 'states' => []];`:                                       true,
		"{\"initial_state\":\n  \"start\", \"states\": [{\"transitions\": [], \"properties\": {}}]}": true,
		`"{\"initial_state\": \"Trigger\", \"states\": []}"`:                                         true,
		`states = concat(a, b)
initial_state   = "Trigger"`: true,
		`initial_state: x; initial_state: "Trigger"; states`:                   true,
		`flow["initial_state"], flow["states"], "Trigger"`:                     false,
		`interface Flow { initial_state: string; states: State[]; }`:           false,
		`if (flow.initial_state === 'Trigger') flow.states.length`:             false,
		`initial_state = "solid"; states = ["solid", "liquid"]`:                false,
		`{"initial_state":"idle","states":[{"transitions":[{"event":"go"}]}]}`: false,
		`{"initial_state": "Trigger"}`:                                         false,
		`initial_state`:                                                        false,
		`initial_state =` + strings.Repeat(" ", 100) + `"Trigger" states`:      false,
		"": false,
	} {
		if got := seemsToHoldFlow([]byte(text)); got != want {
			t.Errorf("%v: %s", got, text)
		}
	}
	if seemsToHoldFlow([]byte(strings.Repeat("initial_state: x states ", 100_000))) {
		t.Error("a long text without a flow")
	}
}

func TestGlance(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	const flow = `const f = {initial_state: 'Trigger', states: []}`
	write("a.ts", flow)
	write("b.ts", "const a = 1")
	write("c.ts", flow+strings.Repeat(" ", maxGlance))
	write("d.exe", flow)
	write("f", definition)
	write("g.json~", definition)
	write("h.json.1", "{}")
	write("e.json", definition)
	root := files.Root{FS: files.OS{}, Dir: dir}
	found, problems := Find(nil, FindOptions{Root: root, Glance: true})
	var got []string
	for _, c := range found {
		f, err := c.Load(root)
		switch {
		case err != nil:
			got = append(got, err.Error())
		case f == nil:
			got = append(got, c.Path+" is nothing")
		default:
			got = append(got, c.Path)
		}
	}
	want := "passed over: a.ts seems to hold a flow, b.ts is nothing, c.ts is nothing, e.json, passed over: f seems to hold a flow, passed over: g.json~ seems to hold a flow, h.json.1 is nothing"
	if strings.Join(got, ", ") != want || problems != nil {
		t.Errorf("%v, %v; want %s", got, problems, want)
	}
	if found, _ := Find(nil, FindOptions{Root: root}); len(found) != 1 {
		t.Errorf("found without a glance: %v", found)
	}
}
