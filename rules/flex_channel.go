package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flex"
	"studiolint/lint/flow"
	"studiolint/lint/project"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "flex-channel", Title: "Send to Flex without a task channel that fits",
		Group: finding.Flex, Severity: finding.Error, Fix: finding.SafeFix, Varies: "warning where the task channel does not fit, note where it fits some ways only", Rejected: true, AcrossFiles: true,
		Doc: `A Send to Flex widget maps the contact to a task channel of TaskRouter: "channel"
holds its SID (TC and 32 hexadecimal digits) or its unique name (voice, chat, sms,
default or one of your own).

Finds the widget without that mapping (Twilio refuses it, error 81022), with an empty
one, and with text that is neither a SID nor a unique name, which has no hyphens: the
task is then not created (81015), and the customer waits for nobody. When the workflow
is missing or empty too, one finding tells of both.

As a warning, finds a task channel that does not fit the trigger by which the
widget is reached: voice where only messages come, chat or sms where only calls
come. Where both come to the widget it is a note, for one task channel cannot fit
both. And with Flex Flows among the files, or under "flex" in the configuration:
facebook, whatsapp and line want the Programmable Chat task channel (chat), unless
the flow has split on the channel before. The SIDs of task channels are known by
"task-channels" in the configuration; of an unknown SID nothing is said.

As a note, finds a SID that one widget gives calls and another one messages.

Copy the task channel's SID from TaskRouter, or write its unique name. Use one
widget for calls and another for messages.`,
	},
	Check: func(p *lint.Pass) {
		for _, w := range p.Flow.Widgets {
			if w.Facts.FlexTask != nil && w.Properties.Exists() {
				checkTaskChannel(p, w)
			}
		}
		reportSharedChannels(p)
	},
})

func checkTaskChannel(p *lint.Pass, w *flow.Widget) {
	n := w.Property(w.Facts.FlexTask.Channel)
	switch {
	case !n.Exists():
		missingTaskChannel(p, w)
		return
	case !shape.IsLiteral(p, n):
		return
	}
	if flex.Empty(w) {
		p.Reportf(n, "\"channel\" and \"workflow\" of %s are empty, so no task is created (81015); write the SIDs of both (TC…, WW…)", w.Label()).
			Relate(w.Property(w.Facts.FlexTask.Workflow), "the workflow")
		return
	}
	facts := w.Facts.Property(w.Facts.FlexTask.Channel)
	if fault := flex.TaskChannelFault(n.Text(), facts.SID); fault != "" {
		p.Reportf(n, "\"channel\" of %s %s, so no task is created (81015); write its SID (TC…) or unique name", w.Label(), fault)
		return
	}
	name := flex.TaskChannel(p, n.Text())
	if known := foldedName(name, facts.Values); known != "" && known != name {
		p.Reportf(n, "\"channel\" of %s is %s, but the unique name of that task channel is %s; write it so", w.Label(), words.Quote(name), words.Quote(known)).As(finding.Warning).
			SuggestName(n.Text() == name, known, n.SetText(known))
		name = known
	}
	if !slices.Contains(facts.Values, name) {
		return // a task channel of their own: what it is for is not known
	}
	if !fitsTrigger(p, w, n, name, facts.Fits.Get(name)) {
		return
	}
	fitsFlexFlows(p, w, n, name)
}

// foldedName returns the one of some names that differs from a name by capital
// letters only, or not at all.
func foldedName(name string, names []string) string {
	i := slices.IndexFunc(names, func(known string) bool { return strings.EqualFold(known, name) })
	if i < 0 {
		return ""
	}
	return names[i]
}

// missingTaskChannel reports the widget without the mapping, at the member that was
// written in its place when there is one.
func missingTaskChannel(p *lint.Pass, w *flow.Widget) {
	known := w.Facts
	if task := known.FlexTask; shape.LacksAll(w, task.Channel, task.Workflow) {
		p.Reportf(w, "%s has neither \"channel\" nor \"workflow\", so no task is created, and Twilio requires both; add the task channel (TC…) and the workflow (WW…)", w.Label()).
			Says(p.Document.PropertyPath(w.Properties)+"/channel", "is missing but it is required")
		return
	}
	place, hint := w.Place(), "add it: the SID of the task channel (TC…) or its unique name"
	instead, what := shape.OfWidget(w).Instead(w.Properties, "channel", known.Schema.At("properties"))
	if instead.Exists() {
		place, hint = instead.KeyPlace(), what
	}
	d := p.Reportf(place, "%s has no \"channel\", so the contact is mapped to no task channel, and Twilio requires it; %s", w.Label(), hint).
		Says(p.Document.PropertyPath(w.Properties)+"/channel", "is missing but it is required")
	if instead.Exists() && instead.Parent() == w.Properties {
		d.SuggestName(known.Aliases.Properties.Get(instead.Key()) == "channel" || words.IsSlip(instead.Key(), "channel"), "channel", instead.Rename("channel"))
	}
}

// fitsTrigger compares the task channel with what comes to the widget, and reports
// whether it had nothing to say.
func fitsTrigger(p *lint.Pass, w *flow.Widget, n source.Node, name string, wants []string) bool {
	var want flow.Channels
	for _, word := range wants {
		want |= flow.ChannelsNamed(word)
	}
	if want == 0 {
		return true
	}
	// A REST start that has made no call yet has nothing: other rules speak of it.
	misfits := func(l flow.Channels) bool { return l != 0 && l&(want|flow.Unknown) == 0 }
	var misfit *flow.Entry
	fits := false
	for _, e := range p.Flow.Entries() {
		for _, l := range e.ChannelsAt(w) {
			switch {
			case !misfits(l):
				fits = fits || l != 0
			case misfit == nil:
				misfit = e
			}
		}
	}
	if misfit == nil {
		return true
	}
	path, _ := misfit.PathWith(w, misfits)
	come, other := "messages", "chat"
	if want&flow.Call == 0 {
		come, other = "calls", "voice"
	}
	if fits {
		p.Reportf(n, "%s come to %s too, and %s is no task channel for them; use another widget for them, with %s", come, w.Label(), words.Quote(name), words.Quote(other)).
			Along(finding.Steps(path, w)).As(finding.Note)
	} else {
		p.Reportf(n, "only %s come to %s, and %s is no task channel for them; did you mean %s?", come, w.Label(), words.Quote(name), words.Quote(other)).
			Along(finding.Steps(path, w)).As(finding.Warning)
	}
	return false
}

// fitsFlexFlows compares the task channel with the channels of the Flex Flows that
// start this flow.
func fitsFlexFlows(p *lint.Pass, w *flow.Widget, n source.Node, name string) {
	entry := p.Flow.Entry(flex.Event())
	if entry == nil {
		return // flex-flow reports that
	}
	wants := schemas.Resource("flex-flow").Property("channel_type").Fits
	var (
		misfits []*project.FlexStart
		types   []string
		want    string
	)
	for _, start := range p.Project.FlexStarts(p.Document) {
		fits := wants.Get(start.ChannelType)
		if fits == nil || slices.Contains(fits, name) {
			continue
		}
		misfits, want = append(misfits, start), fits[0]
		if !slices.Contains(types, start.ChannelType) {
			types = append(types, start.ChannelType)
		}
	}
	if misfits == nil {
		return
	}
	splits := channelSplits(p.Flow)
	path, ok := entry.PathWhere(w, func(t *flow.Transition) bool { return !slices.Contains(splits, t.From) })
	if !ok {
		return
	}
	d := p.Reportf(n, "%s messages come to %s by a Flex Flow (%s), and they want the Programmable Chat task channel, not %s; write %s",
		strings.Join(types, " and "), w.Label(), flexFlowName(misfits[0]), words.Quote(name), words.Quote(want)).
		Along(finding.Steps(path, w)).As(finding.Warning)
	for _, start := range misfits {
		if start.Document != nil {
			d.Relate(start.Document.Field("channel_type"), "this Flex Flow")
		}
	}
}

// flexFlowName names a Flex Flow in a message.
func flexFlowName(s *project.FlexStart) string {
	if s.Document == nil {
		return "as " + s.Config.Path + " says"
	}
	if name := s.Document.Field("friendly_name").Text(); name != "" {
		return words.Quote(name)
	}
	return s.Document.File.Source.Path
}

// channelSplits returns the splits after which not every channel comes.
func channelSplits(f *flow.Flow) []*flow.Widget {
	var splits []*flow.Widget
	for _, w := range f.Widgets {
		if !w.Facts.Split {
			continue
		}
		if words.NamesSource(w.Input().Text()) {
			splits = append(splits, w)
		}
	}
	return splits
}
