package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/words"
)

// reportSharedChannels reports a task channel, by its SID, that one widget gives calls and another one messages: it can
// be that of one of them alone. Once a flow.
func reportSharedChannels(p *lint.Pass) {
	var calls, messages []*flow.Widget // the first for each SID
	for _, w := range p.Flow.Widgets {
		if w.Facts.FlexTask == nil {
			continue
		}
		n := w.Property(w.Facts.FlexTask.Channel)
		if !shape.IsLiteral(p, n) || !words.IsSIDOf(n.Text(), "TC") {
			continue
		}
		switch channelsTo(p.Flow, w) {
		case flow.Call:
			calls = withChannel(calls, w)
		case flow.Message:
			messages = withChannel(messages, w)
		}
	}
	for _, w := range messages {
		if other := ofChannel(calls, w); other != nil {
			p.Reportf(w.Property(w.Facts.FlexTask.Channel), "%s gives messages the task channel that %s gives calls; write that of chats or of SMS", w.Label(), other.Label()).
				As(finding.Note).Relate(other.Property(other.Facts.FlexTask.Channel), "that one")
			return
		}
	}
}

// withChannel adds a widget to a list unless there is one of its task channel.
func withChannel(list []*flow.Widget, w *flow.Widget) []*flow.Widget {
	if ofChannel(list, w) != nil {
		return list
	}
	return append(list, w)
}

// ofChannel returns the widget of a list that has the task channel of another one; nil for none.
func ofChannel(list []*flow.Widget, w *flow.Widget) *flow.Widget {
	const many = 32 // channels; a flow has a few
	channel := w.Property(w.Facts.FlexTask.Channel).Text()
	for _, other := range list[:min(len(list), many)] {
		if other.Property(other.Facts.FlexTask.Channel).Text() == channel {
			return other
		}
	}
	return nil
}

// channelsTo returns what alone comes to a widget, calls or messages; 0 where both do, or that cannot be told.
func channelsTo(f *flow.Flow, w *flow.Widget) flow.Channels {
	var all flow.Channels
	for _, e := range f.Entries() {
		if !e.Reaches(w) {
			continue
		}
		c := e.Channels()
		if c == 0 {
			return 0 // a request may have called somebody
		}
		all |= c
	}
	switch all {
	case flow.Call:
		return flow.Call
	case flow.Message, flow.Conversation, flow.Message | flow.Conversation:
		return flow.Message
	}
	return 0
}
