package script

import (
	"io"
	"strings"
	"testing"
)

// What is recorded passes as a test, wherever the play was ended.
func TestRecordPasses(t *testing.T) {
	root := folder(t, map[string]string{"ivr.json": ivr})
	loader := &Loader{Root: root}
	p, subflow, err := loader.Playable("ivr.json")
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{`{"open": true}`, "", ":back", ":where", "", ":fail", "1", "x", ":back", "callComplete", ":vars", ""}
	for n := range len(lines) + 1 {
		play := &Play{Program: p, Subflow: subflow, In: strings.NewReader(strings.Join(lines[:n], "\n")), Out: io.Discard, Visible: func(s string) string { return s },
			Settings: Settings{Now: "2026-03-02T09:00:00Z"}}
		if err := play.Run(); err != nil {
			t.Fatal(err)
		}
		suite, err := parse("a.flowtest.yaml", play.Record("ivr.json", "played"))
		if err != nil {
			t.Fatal(err)
		}
		b, err := bind(suite, loader)
		if err != nil {
			t.Fatal(err)
		}
		if o := b.run(b.Tests[0]).outcome("played"); o.Status != Passed {
			t.Errorf("after %q: %s\n%s", lines[:n], o.Message, play.Record("ivr.json", "played"))
		}
	}
}
