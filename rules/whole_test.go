package rules

import (
	"fmt"
	"strings"
	"testing"
)

// However many pairs of splits, or answers of one request, come first, what is wrong after them is told.
func TestNoneIsLeftOut(t *testing.T) {
	const many = 40

	splits := strings.Builder{}
	splits.WriteString(triggerTo("a0"))
	split := func(name, of, value, fits, rest string) {
		fmt.Fprintf(&splits, `, {"name": "%s", "type": "split-based-on", "properties": {"input": "%s"}, "transitions": [{"event": "noMatch", "next": "%s"}, {"event": "match", "next": "%s", "conditions": [{"friendly_name": "", "arguments": ["%[2]s"], "type": "starts_with", "value": "%[5]s"}]}]}`,
			name, of, rest, fits, value)
	}
	for i := range many {
		of := fmt.Sprintf("{{trigger.request.parameters.p%d}}", i)
		split(fmt.Sprint("a", i), of, "x", fmt.Sprint("b", i), fmt.Sprint("b", i))
		split(fmt.Sprint("b", i), of, "x", fmt.Sprint("a", i+1), "end")
	}
	of := "{{trigger.request.parameters.last}}"
	split(fmt.Sprint("a", many), of, "whatsapp:", "end", "later")
	split("later", of, "whatsapp:", "end", "bye")
	splits.WriteString(`, {"name": "end", "type": "send-message", "properties": {"body": "Good-bye."}, "transitions": [{"event": "sent"}, {"event": "failed"}]}`)
	splits.WriteString(`, {"name": "bye", "type": "send-message", "properties": {"body": "So long."}, "transitions": [{"event": "sent"}, {"event": "failed"}]}` + closing)

	request := strings.Builder{}
	request.WriteString(triggerTo("q0"))
	ask := func(i int, body string) {
		fmt.Fprintf(&request, `, {"name": "q%d", "type": "send-and-wait-for-reply", "properties": {"body": "%s"}, "transitions": [{"event": "incomingMessage", "next": "q%d"}, {"event": "timeout"}, {"event": "deliveryFailure"}]}`, i, body, i+1)
	}
	var given []string
	give := func(key string, question int) {
		given = append(given, fmt.Sprintf(`{"key": "%s", "value": "{{widgets.q%d.inbound.Body}}"}`, key, question))
	}
	for i := range many {
		ask(i, "What is your birthday?")
		give("email", i)
	}
	ask(many, "What is your name?")
	ask(many+1, "What is your e-mail address?")
	give("email", many)
	give("name", many+1)
	fmt.Fprintf(&request, `, {"name": "q%d", "type": "make-http-request", "properties": {"method": "POST", "url": "https://example.org/a", "content_type": "application/x-www-form-urlencoded;charset=utf-8", "parameters": [%s]}, "transitions": [{"event": "success"}, {"event": "failed"}]}`,
		many+2, strings.Join(given, ", "))
	request.WriteString(closing)

	for rule, flow := range map[string]struct{ text, want string }{
		"shadowed-condition": {splits.String(), `starts with "whatsapp:" is never taken`},
		"crossed-twins":      {request.String(), `exchange the two`},
	} {
		found := false
		for _, d := range lintFlow(t, []byte(flow.text), rule).Diagnostics {
			found = found || strings.Contains(d.Message, flow.want)
		}
		if !found {
			t.Errorf("%s: nothing says %q", rule, flow.want)
		}
	}
}
