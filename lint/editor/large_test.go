package editor

import (
	"fmt"
	"strings"
	"testing"
)

// flowOf returns a flow of about so many bytes, with a few findings in it.
func flowOf(t testing.TB, size int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"description": "é😀", "states": [
{"name": "Trigger", "type": "trigger", "transitions": [{"event": "incomingMessage", "next": "w0"}, {"event": "incomingCall"}, {"event": "incomingConversationMessage"}, {"event": "incomingRequest"}, {"event": "incomingParent"}], "properties": {"offset": {"x": 0, "y": 0}}}`)
	i := 0
	for ; b.Len() < size-900; i++ {
		text := `Thank you {{widgets.w0.inbound.Body | default: 'you'}}, é😀 please answer again.`
		next := fmt.Sprintf(`"w%d"`, i+1)
		fmt.Fprintf(&b, `,
{"name": "w%d", "type": "send-and-wait-for-reply", "transitions": [{"event": "incomingMessage", "next": %s}, {"event": "timeout", "next": "bye"}, {"event": "deliveryFailure", "next": "bye"}], "properties": {"offset": {"x": 10, "y": 20}, "service": "{{trigger.message.InstanceSid}}", "channel": "{{trigger.message.ChannelSid}}", "from": "{{flow.channel.address}}", "body": "%s", "timeout": "3600"}}`, i, next, text)
	}
	fmt.Fprintf(&b, `,
{"name": "w%d", "type": "send-message", "transitions": [{"event": "sent"}, {"event": "failed", "next": "lost"}], "properties": {"offset": {"x": 0, "y": 0}, "from": "{{flow.channel.address}}", "to": "{{contact.channel.address}}", "body": "Done"}},
{"name": "bye", "type": "send-message", "transitions": [{"event": "sent"}, {"event": "failed"}], "properties": {"offset": {"x": 0, "y": 0}, "from": "{{flow.channel.address}}", "to": "{{contact.channel.address}}", "body": "Bye"}}
], "initial_state": "Trigger", "flags": {"allow_concurrent_calls": true}}`, i)
	return b.String()
}

// large is about the largest definition that Twilio takes.
func large(t testing.TB) string { return flowOf(t, 950_000) }
