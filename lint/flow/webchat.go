package flow

import "studiolint/lint/words"

// KnowsWebChat reports whether the flow speaks of the chat of a web page, or reads what its form asks
// before, and of no phone app.
func (f *Flow) KnowsWebChat() bool {
	return f.analysis.webChat.get(func() bool { return !f.KnowsWhatsApp() && webChat.In(string(f.Definition.Raw())) })
}

var webChat = words.AnyOf("webchat", "web chat", "web_chat", "web-chat", "pre_engagement")
