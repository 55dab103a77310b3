// Package flex holds what is known of Flex: the event that brings its messages, and its
// task channels.
package flex

import (
	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/pattern"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Event is the trigger's event that a Flex Flow raises.
func Event() string {
	return schemas.Resource("flex-flow").Property("integration.flow_sid").StartedBy
}

// Empty reports whether neither the task channel nor the workflow of a widget that creates a
// task has been filled in.
func Empty(w *flow.Widget) bool {
	task := w.Facts.FlexTask
	empty := func(name string) bool { n := w.Property(name); return n.IsString() && n.Text() == "" }
	return task != nil && empty(task.Channel) && empty(task.Workflow)
}

// A unique name of a task channel has no hyphens.
var taskChannelName = pattern.Lazy(`^[A-Za-z][A-Za-z0-9_]*$`)

// TaskChannelFault says what is wrong with a text where the SID or the unique name
// of a task channel belongs; "" when it is one of them.
func TaskChannelFault(text string, kinds []string) string {
	switch {
	case text == "":
		return "is empty"
	case words.IsSIDOf(text, "TC"):
		return ""
	}
	if fault := words.SIDFault(text, kinds); fault != "" {
		return fault
	}
	if !taskChannelName.MatchString(text) {
		return "is " + words.Quote(text) + ", neither the SID nor the unique name of a task channel"
	}
	return ""
}

// TaskChannel returns the unique name of a task channel: a SID's is known when the
// configuration tells it, else the SID is returned.
func TaskChannel(p *lint.Pass, text string) string {
	for name, sid := range p.Config.Flex.TaskChannels {
		if sid == text {
			return name
		}
	}
	return text
}
