package rules

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"studiolint/lint/files"
	"studiolint/lint/finding"
	"studiolint/lint/report"
)

// runsSubflows is a flow with as many Run Subflow widgets, of different flows or
// of one.
func runsSubflows(n int, different bool) string {
	var states strings.Builder
	for i := range n {
		sid := 0
		if different {
			sid = i
		}
		fmt.Fprintf(&states, `, {"name": "sub%d", "type": "run-subflow", "transitions": [{"event": "completed", "next": "sub%d"}], "properties": {"flow_sid": "FW%032x", "flow_revision": "1"}}`, i, i+1, sid)
	}
	return `{"states": [{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "sub0"}], "properties": {}}` +
		states.String() + `, {"name": "sub` + fmt.Sprint(n) + `", "type": "say-play", "transitions": [], "properties": {"say": "x"}}], "initial_state": "Trigger"}`
}

// hasStates is a Flow of a SID with as many widgets, which runs as a subflow.
func hasStates(sid, n int) string {
	var states strings.Builder
	for i := range n - 1 {
		fmt.Fprintf(&states, `, {"name": "w%d", "type": "say-play", "transitions": [{"event": "audioComplete", "next": "w%d"}], "properties": {"say": "x"}}`, i, i+1)
	}
	return fmt.Sprintf(`{"sid": "FW%032x", "status": "published", "revision": 1, "definition": {"states": [{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingParent", "next": "w0"}], "properties": {}}`, sid) +
		states.String() + `], "initial_state": "Trigger"}}`
}

func TestSubflowLimits(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  string // in the message of an error; "" for none
	}{
		{"50 subflows", []string{"a.json", runsSubflows(50, true)}, ""},
		{"51 subflows", []string{"a.json", runsSubflows(51, true)}, "51 different subflows"},
		{"150 widgets", []string{"a.json", runsSubflows(150, false)}, ""},
		{"151 widgets", []string{"a.json", runsSubflows(151, false)}, "151 Run Subflow widgets"},
		// 102 widgets of its own, and 100 times 18 or 19.
		{"1,902 in all", []string{"a.json", runsSubflows(100, false), "b.json", hasStates(0, 18)}, ""},
		{"2,002 in all", []string{"a.json", runsSubflows(100, false), "b.json", hasStates(0, 19)}, "2,002 widgets together"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found := ""
			for _, d := range lintTexts(t, []string{"subflow-graph"}, test.texts...).Diagnostics {
				if d.Severity == finding.Error {
					found += d.Message + "\n"
				}
			}
			if test.want == "" && found != "" || !strings.Contains(found, test.want) {
				t.Errorf("got %q, want %q", found, test.want)
			}
		})
	}
}

// Flows that run each other in every way must neither hang nor be reported for
// each of the many circles.
func TestSubflowsTangled(t *testing.T) {
	t.Parallel()
	const n = 60
	var texts []string
	for i := range n {
		var states, next strings.Builder
		for j := range n {
			fmt.Fprintf(&next, `, {"event": "match", "next": "sub%d"}`, j)
			fmt.Fprintf(&states, `, {"name": "sub%d", "type": "run-subflow", "transitions": [], "properties": {"flow_sid": "FW%032x", "flow_revision": "1"}}`, j, j)
		}
		texts = append(texts, fmt.Sprintf("%d.json", i), fmt.Sprintf(`{"sid": "FW%032x", "status": "draft", "revision": 1, "definition": {"states": [
			{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingParent", "next": "split"}], "properties": {}},
			{"name": "split", "type": "split-based-on", "transitions": [{"event": "noMatch"}%s], "properties": {"input": "x"}}%s], "initial_state": "Trigger"}}`, i, &next, &states))
	}
	count := map[string]int{}
	for _, d := range lintTexts(t, []string{"subflow-graph"}, texts...).Diagnostics {
		if strings.Contains(d.Message, "itself") || strings.Contains(d.Message, "circle") {
			count[d.File]++
		}
	}
	if count["0.json"] != n || count["1.json"] != n-1 || count["59.json"] != 1 {
		t.Errorf("circles by file: %v", count)
	}
}

func TestBadInput(t *testing.T) {
	broken := `{"states": [{"name": "a",}], "initial_state": "a"}`
	request := `{"FriendlyName": "x", "Status": "draft", "Definition": "` + strings.ReplaceAll(broken, `"`, `\"`) + `"}`
	form := "FriendlyName=x&Status=draft&Definition=" + url.QueryEscape(broken)
	tests := []struct {
		name, file, text string
		rule             string
		at               string // what stands at the place
	}{
		{"a broken definition in a request", "a.json", request, "json-syntax", `,}], `},
		{"a broken definition in a form", "a.txt", form, "json-syntax", `%2C%7D%5D%2C`},
		{"bad percent-encoding", "a.txt", "FriendlyName=50%+off&Status=draft&Definition=%7B%7D", "json-syntax", "%+o"},
		{"percent-encoding that ends early", "a.txt", "FriendlyName=x&Status=draft&Definition=%7B%7", "json-syntax", "%7"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found := false
			for _, d := range lintTexts(t, nil, test.file, test.text).Diagnostics {
				found = found || d.Rule.ID == test.rule && strings.HasPrefix(test.text[d.Range.Start.Offset:], test.at)
			}
			if !found {
				t.Errorf("no finding of %s at %q", test.rule, test.at)
			}
		})
	}
}

// A secret must not stand in any report, in whatever finding's message or line.
func TestSecretsAreMasked(t *testing.T) {
	const (
		secret = "tr0ub4dor-and-3"
		token  = "8f3a61c0d92b7e54a1f6c3087b5d9e42"
	)
	flow := `{"states": [{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingCall", "next": "http"}], "properties": {}}, ` +
		`{"name": "http", "type": "make-http-request", "transitions": [{"event": "sucess"}], "properties": {"method": "PUT", "url": "http://reader:` + secret + `@localhost.example.com/x", "body": "{\"password\": \"` + secret + `\"}", ` +
		`"parameters": [{"key": "auth_token", "value": "` + token + `"}]}}, ` +
		`{"name": "sip", "type": "connect-call-to", "transitions": [], "properties": {"noun": "sip", "sip_endpoint": "sip:a:` + secret + `@example.com", "sip_password": "` + secret + `"}}], "initial_state": "Trigger"}`
	quoted, err := json.Marshal(flow)
	if err != nil {
		t.Fatal(err)
	}
	request := `{"FriendlyName": "x", "Status": "drft", "Definition": ` + string(quoted) + `}`
	result := lintTexts(t, nil, "flow.json", flow, "request.json", request, "form.txt", "FriendlyName=x&Status=draft&Definition="+url.QueryEscape(flow))
	found := map[string]int{}
	for _, d := range result.Diagnostics {
		if d.Sensitive {
			found[d.File]++
		}
	}
	for _, file := range []string{"flow.json", "request.json", "form.txt"} {
		if found[file] != 5 {
			t.Errorf("%d secrets found in %s, want 5", found[file], file)
		}
	}
	for _, format := range report.Formats() {
		var out bytes.Buffer
		if err := format.Write(&out, &result.Result, report.Options{}); err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{secret, token} {
			if strings.Contains(out.String(), s) {
				t.Errorf("%s shows a secret", format.Name)
			}
		}
	}
}

// The resources of the corpus are what Twilio's API returns: nothing about them
// is wrong.
func TestCorpusResources(t *testing.T) {
	corpus := os.Getenv("STUDIOLINT_CORPUS")
	if corpus == "" {
		t.Skip("STUDIOLINT_CORPUS is not set")
	}
	result := lintPath(t, files.Here(), corpus+"/resources")
	if result.Flows == 0 {
		t.Error("no flow found")
	}
	for _, d := range result.Diagnostics {
		if d.Severity >= finding.Warning {
			t.Errorf("%s: %s [%s]", d.File, d.Message, d.Rule.ID)
		}
	}
}
