package rules

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// templateRules are those that look into templates.
var templateRules = []string{
	"liquid-syntax", "liquid-filter", "liquid-tag", "unknown-widget", "unknown-output", "unknown-variable",
	"read-before-run", "liquid-not-evaluated", "json-output", "unescaped-input", "liquid-limit",
	"unused-variable", "flex-attributes",
}

// hostileTexts are templates that nobody would write, of about n bytes.
func hostileTexts(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, n/len(s)+1) }
	numbered := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	half := n / 2
	return map[string]string{
		"opened outputs":        fill("{{"),
		"opened tags":           fill("{%"),
		"closed outputs":        fill("}}"),
		"empty outputs":         fill("{{}}"),
		"blocks":                fill("{% if a %}"),
		"nested blocks":         strings.Repeat("{% if a %}x", half/20) + strings.Repeat("{% endif %}", half/20),
		"nested JSON blocks":    `{"a": "` + strings.Repeat("{% if widgets.a.x %}x", half/30) + strings.Repeat("{% endif %}", half/30) + `"}`,
		"JSON blocks":           `{"a": 1` + numbered(`{%% if flow.data.c%[1]d %%}, "k%[1]d": {{flow.data.c%[1]d}}{%% endif %%}`) + `}`,
		"ends":                  fill("{% endif %}"),
		"brackets":              "{{a" + fill("[a") + "}}",
		"parentheses":           "{% for x in " + fill("(") + " %}",
		"unknown widgets":       fill("{{widgets.b.c}}"),
		"many unknown widgets":  numbered("{{widgets.b%[1]d.c}}"),
		"many widgets":          numbered("{{widgets.w%[1]d.c}}"),
		"unset variables":       numbered("{{flow.variables.v%[1]d}}"),
		"one unset variable":    fill("{{flow.variables.v}}"),
		"unknown roots":         numbered("{{x%[1]d.y}}"),
		"unknown filters":       numbered("{{flow.sid | f%[1]d}}"),
		"unknown tags":          numbered("{%% t%[1]d %%}"),
		"unknown members":       numbered("{{contact.c%[1]d}}{{trigger.x%[1]d}}"),
		"other triggers":        fill("{{trigger.call.From}}"),
		"itself":                fill("{{widgets.a.outbound.Sid}}"),
		"later widget":          fill("{{widgets.agent.sid}}"),
		"guards":                fill("{% if widgets.agent.x %}{{widgets.agent.sid}}{% endif %}"),
		"objects":               "[" + fill("{{trigger.message}},"),
		"quoted JSON":           `{"a": "` + fill("{{trigger.message.Body | to_json}}") + `"}`,
		"input in JSON":         `{"a": "` + fill("{{trigger.message.Body}}") + `"}`,
		"values in JSON":        `{"a": [` + fill("{{flow.sid}}, ") + `1]}`,
		"spaces in JSON":        `{"a": ` + strings.Repeat("{{flow.sid}}"+strings.Repeat(" ", 50), half/60) + `}`,
		"deep JSON":             strings.Repeat(`{"a":`, half/6) + "{{flow.sid}}" + strings.Repeat("}", half/6),
		"open JSON":             "{{flow.sid}}" + fill("[{"),
		"quotes":                fill(`"{{x}}\`),
		"long path":             "{{widgets.a." + fill("b.") + "c}}",
		"long name":             "{{widgets." + fill("b") + ".c}}",
		"long string":           `{{ "` + fill("b") + `" }}`,
		"assigned":              numbered("{%% assign a%[1]d = flow.variables.x %%}{{a%[1]d}}"),
		"loops":                 fill("{% for i in (1..20) %}{{i}}{% endfor %}"),
		"cases":                 "{% case x %}" + numbered("{%% when %[1]d %%}{{flow.sid}}") + "{% endcase %}",
		"right to left":         fill("{{widgets.\u202eبب.\u200fx}}"),
		"NUL":                   fill("{{\x00widgets.\x00a\x00}}"),
		"not UTF-8":             fill("{{\ufffdx}}"),
		"placeholders":          fill("{{${a}.${b}}}%{c}"),
		"placeholders in names": fill("{{widgets.a${b}.c}}"),
		"leftovers":             fill("{{LAMBDA_URL}}"),
		"calculations":          fill("{{n + 1}}"),
	}
}

// hostileFlow puts a text into every kind of place.
func hostileFlow(text string) []byte {
	type object = map[string]any
	to := func(event, next string) object { return object{"event": event, "next": next} }
	flow := object{"initial_state": "Trigger", "states": []object{
		{"name": "Trigger", "type": "trigger", "properties": object{}, "transitions": []object{to("incomingMessage", "a"), to("incomingRequest", "a")}},
		{"name": "a", "type": "send-message", "transitions": []object{to("sent", "set"), {"event": "failed"}},
			"properties": object{"from": "x", "to": "y", "body": text, "media_url": "https://x/?q=" + text}},
		{"name": "set", "type": "set-variables", "transitions": []object{to("next", "split")},
			"properties": object{"variables": []object{{"key": text, "value": text}, {"key": "x", "value": "1"}}}},
		{"name": "split", "type": "split-based-on", "properties": object{"input": text}, "transitions": []object{to("noMatch", "post"),
			{"event": "match", "next": "a", "conditions": []object{{"friendly_name": text, "arguments": []string{text}, "type": "equal_to", "value": text}}}}},
		{"name": "post", "type": "make-http-request", "transitions": []object{to("success", "agent"), {"event": "failed"}},
			"properties": object{"method": "POST", "url": "https://x", "content_type": "application/json", "body": text}},
		{"name": "agent", "type": "send-to-flex", "transitions": []object{{"event": "callComplete"}, {"event": "failedToEnqueue"}, {"event": "callFailure"}},
			"properties": object{"workflow": "x", "channel": "chat", "attributes": text}},
	}}
	data, err := json.Marshal(flow)
	if err != nil {
		panic(err)
	}
	return data
}

// Flows that are hostile templates for the most part, each against eight of an eighth of
// its size: where a rule takes quadratic time that shows long before it hangs.
func TestHostileTemplates(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing between goroutines")
	}
	t.Parallel()
	const pieces, size = 8, 17 << 10
	short := hostileTexts(size / pieces)
	for name, text := range hostileTexts(size) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := growth{empty: hostileFlow("x"), short: hostileFlow(short[name]), pieces: pieces, long: hostileFlow(text), rules: templateRules}
			g.check(t)
		})
	}
}

// In a string of the file a lone surrogate is no valid JSON, so no rule about
// templates sees it.
func TestLoneSurrogate(t *testing.T) {
	data := strings.Replace(string(hostileFlow("{{widgets.b.c}}")), "{{widgets.b.c}}", `{{widgets.\ud800.c}}`, 1)
	if r := lintText("flow.json", []byte(data), templateRules...); len(r.Diagnostics) != 0 {
		t.Errorf("%d findings", len(r.Diagnostics))
	}
}

// No template makes a rule fail.
func FuzzTemplateRules(f *testing.F) {
	for _, text := range hostileTexts(300) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := lintFlow(t, hostileFlow(text), templateRules...)
		for _, d := range r.Diagnostics {
			if d.File != "flow.json" || d.Range.Start.Offset > d.Range.End.Offset {
				t.Errorf("%s is at %+v", d.Message, d.Range)
			}
		}
	})
}
