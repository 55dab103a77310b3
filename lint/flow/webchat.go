package flow

import (
	"bytes"
	"slices"
)

// KnowsWebChat reports whether the flow speaks of the chat of a web page, or reads what its form asks
// before, and of no phone app.
func (f *Flow) KnowsWebChat() bool {
	return f.analysis.webChat.get(func() bool {
		text := bytes.ToLower(f.Definition.Raw())
		return !f.KnowsWhatsApp() && slices.ContainsFunc([]string{"webchat", "web chat", "web_chat", "web-chat",
			"pre_engagement"}, func(word string) bool { return bytes.Contains(text, []byte(word)) })
	})
}
