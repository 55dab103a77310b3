package rules

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"studiolint/lint/finding"
)

// The fix of text without quotes adds to_json to each output of the template, and
// nothing is left to report.
func TestBareTextFix(t *testing.T) {
	text := `{
  "states": [
    {"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "tag"}], "properties": {}},
    {
      "name": "tag",
      "type": "make-http-request",
      "transitions": [{"event": "success", "next": "bye"}, {"event": "failed", "next": "bye"}],
      "properties": {
        "method": "POST",
        "url": "https://crm.harbour.test/calls",
        "content_type": "application/json;charset=utf-8",
        "body": "{\"größe\": 1, \"from\": {{ trigger.call[\"From\"] }}, \"to\": {{trigger.call.To | default: \"-\"}}, \"more\": [{{flow.sid}}]}"
      }
    },
    {"name": "bye", "type": "say-play", "transitions": [{"event": "audioComplete"}], "properties": {"say": "Goodbye."}}
  ],
  "initial_state": "Trigger",
  "flags": {"allow_concurrent_calls": true}
}`
	bare := func(text string) []finding.Edit {
		var edits []finding.Edit
		for _, d := range lintText("flow.json", []byte(text)).Diagnostics {
			if d.Rule.ID == "json-output" {
				for _, f := range d.Fixes {
					edits = append(edits, f.Edits...)
				}
			}
		}
		return edits
	}
	edits := bare(text)
	if len(edits) != 3 {
		t.Fatalf("%d edits", len(edits))
	}
	slices.SortFunc(edits, func(a, b finding.Edit) int { return cmp.Compare(b.Range.Start.Offset, a.Range.Start.Offset) })
	for _, e := range edits {
		text = text[:e.Range.Start.Offset] + e.NewText + text[e.Range.End.Offset:]
	}
	want := `\"from\": {{ trigger.call[\"From\"] | to_json }}, \"to\": {{trigger.call.To | default: \"-\" | to_json}}, \"more\": [{{flow.sid | to_json}}]}`
	if !strings.Contains(text, want) {
		t.Errorf("the fixes give %s", text)
	}
	for _, d := range lintText("flow.json", []byte(text)).Diagnostics {
		t.Errorf("still: %s", d.Message)
	}
}
