package draw

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"studiolint/lint/flow"
)

// What we write in DOT is read by what web pages read it with, too: every widget and every
// transition is there.
func TestGraphlib(t *testing.T) {
	modules := os.Getenv("STUDIOLINT_NODE_MODULES")
	if _, err := os.Stat(filepath.Join(modules, "@dagrejs", "graphlib-dot")); modules == "" || err != nil {
		if os.Getenv("STUDIOLINT_NO_SKIP") != "" {
			t.Fatal("@dagrejs/graphlib-dot is not installed")
		}
		t.Skip("@dagrejs/graphlib-dot is not installed (npm packages are looked for in STUDIOLINT_NODE_MODULES)")
	}
	flows := []*flow.Flow{parse(t, hostileFlow()), parse(t, definition())}
	for _, f := range samples(t) {
		flows = append(flows, f)
	}
	var pictures []*Picture
	var drawings []string
	for _, f := range flows {
		p := picture(f, Options{})
		pictures, drawings = append(pictures, p), append(drawings, formats(t, p)["dot"])
	}
	input, err := json.Marshal(drawings)
	if err != nil {
		t.Fatal(err)
	}
	var read []struct {
		Nodes, Edges int
		Error        string
	}
	if err := json.Unmarshal(program(t, input, "node", "testdata/graphlib.cjs"), &read); err != nil || len(read) != len(pictures) {
		t.Fatal(err, len(read))
	}
	for i, got := range read {
		p, lost := pictures[i], 0
		for _, b := range p.Boxes {
			for _, e := range b.Ends {
				if e.Lost != "" {
					lost++
				}
			}
		}
		if got.Error != "" || got.Nodes != len(p.Boxes)+lost || got.Edges != len(p.Arrows)+lost {
			t.Errorf("drawing %d: %+v, not %d nodes and %d edges", i, got, len(p.Boxes)+lost, len(p.Arrows)+lost)
		}
	}
}
