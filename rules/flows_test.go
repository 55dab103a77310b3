package rules

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"studiolint/lint/files"
	"studiolint/schemas"
)

// TestGoodFlows checks the sample flows in one run, as people do: nothing is
// wrong with them, also not between them.
func TestGoodFlows(t *testing.T) {
	t.Parallel()
	result := lintPath(t, files.Here(), "../testdata/flows/good")
	for _, d := range result.Diagnostics {
		t.Errorf("%s:%d: %s: %s [%s]", d.File, d.Range.Start.Line, d.Severity, d.Message, d.Rule.ID)
	}
	if result.Flows < 12 {
		t.Errorf("there are only %d flows", result.Flows)
	}
}

// TestBrokenFlows looks for the mistakes that the broken sample flows were given.
func TestBrokenFlows(t *testing.T) {
	t.Parallel()
	found := map[string][]string{}
	for _, d := range lintPath(t, files.Here(), "../testdata/flows/broken").Diagnostics {
		file := filepath.Base(d.File)
		if !slices.Contains(found[file], d.Rule.ID) {
			found[file] = append(found[file], d.Rule.ID)
		}
	}
	want := map[string][]string{
		"booking-line.json": { // a renamed widget, wrong types, what is left of an older version
			"dangling-transition", "schema", "stuck-counter", "unknown-widget", "unreachable-widget", "value-range",
		},
		"reception.json": { // put together by hand, with what Studio does not have
			"retired-widget", "schema", "unknown-property", "unreachable-widget", "value-range", "voice-without-call",
		},
		"support-chat.json": { // no task channel, a voice widget in a chat, slips in Liquid
			"flex-attributes", "flex-channel", "liquid-filter", "liquid-syntax", "schema", "unknown-variable", "voice-without-call",
		},
		"trailing-comma.json": {"json-syntax"},
	}
	for _, file := range slices.Sorted(maps.Keys(want)) {
		for _, id := range want[file] {
			if !slices.Contains(found[file], id) {
				t.Errorf("%s: nothing is found by %s", file, id)
			}
		}
	}
	for file := range found {
		if want[file] == nil {
			t.Errorf("%s: nothing is expected of it", file)
		}
	}
}

// TestFlowsUseEveryWidget keeps the sample flows complete when a widget type is
// added to the catalogue.
func TestFlowsUseEveryWidget(t *testing.T) {
	used := map[string]bool{}
	for _, folder := range []string{"good", "broken"} {
		for _, s := range flowTexts(t, filepath.Join("../testdata/flows", folder), 0) {
			for _, w := range flowOf(s).Widgets {
				used[w.Type] = true
			}
		}
	}
	for _, typ := range schemas.Types() {
		if known := schemas.Lookup(typ); len(known.Events) > 0 && !used[typ] {
			t.Errorf("%s has no sample: put a widget of that type into a flow in testdata/flows/good (or add a flow there), with its properties filled as people fill them", typ)
		}
	}
}
