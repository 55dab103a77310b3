package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flex"
	"studiolint/lint/flow"
	"studiolint/lint/input"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "flex-flow", Title: "A Flex Flow whose fields do not go together",
		Group: finding.Flex, Severity: finding.Error, Varies: "warning for fields without effect", Scope: finding.PerDocument, AcrossFiles: true,
		Doc: `A Flex Flow says what takes the messages of a channel. Looks at Flex Flows as the
API returns them and at requests to create or update one, as JSON or as a form:

* "studio" needs the SID of a flow, "external" a URL, "task" a workspace, a workflow
  and a task channel;
* a retry count is 0 to 3 and only counts with studio and external; priority and
  timeout only count with task. What has no effect is a warning;
* channel types, integration types, SIDs, URLs and numbers must have their form, and
  a Flex Flow brings messages, so that voice is no task channel for it;
* a Flex Flow starts its flow by incomingMessage: when that flow is among the files
  and its trigger leads nowhere on it, messages get no answer. It is a warning when
  the flow waits for incomingConversationMessage instead. This holds for the Flex
  Flows that the configuration lists, too.

A file does not tell whether a request creates a Flex Flow or updates one. One that
has two of FriendlyName, ChatServiceSid and ChannelType is taken to create it, and
the missing third is a warning.

Flex Flows are replaced by Conversations addresses since June 2026.`,
	},
	Check: func(p *lint.Pass) {
		switch p.Document.Kind {
		default:
			checkConfigured(p)
		case input.FlexFlowRequest, input.FlexFlowResource:
			r, _ := shape.ResourceOf(p)
			r.Types()
			r.Values()
			checkFlexFields(r)
			checkFlexTarget(r)
			if r.IsRequest() {
				checkFlexCreation(r)
				r.Unknown(func(f schemas.Property) bool { return f.Required != nil && holds(r, f.Required.When) })
			}
		}
	},
})

// checkFlexFields compares the fields with each other and with the SIDs they want.
func checkFlexFields(r shape.Resource) {
	for _, f := range r.Facts.Properties {
		n := r.Field(f.Name)
		if f.Required != nil && !shape.Filled(n) && holds(r, f.Required.When) && !r.Instead(f.Name).Exists() && toldOf(r, f.Name) {
			lacks(r, f, n)
		}
		if !shape.Filled(n) || shape.IsPlaceholder(r.Pass, n) {
			continue
		}
		if len(f.OnlyWhen) > 0 && excludes(r, f.OnlyWhen) && !isDefault(r, f, n) {
			field, values := single(f.OnlyWhen)
			r.Reportf(n.KeyPlace(), "%s has no effect: it only counts where %s is %s; remove it", r.Of(f.Name), words.Quote(field), strings.Join(values, " or ")).As(finding.Warning)
			continue
		}
		if len(f.SID) > 0 && n.IsString() {
			checkFlexSID(r, f, n)
		}
	}
}

// lacks reports a field that the integration needs.
func lacks(r shape.Resource, f schemas.Property, n source.Node) {
	field, values := single(f.Required.When)
	at := r.Field(field).Place()
	if n.Exists() {
		at = n.Place()
	}
	d := r.Reportf(at, "%s is %s, which needs %s: %s; add it", r.Of(field), words.Quote(values[0]), words.Quote(f.Name), f.Required.Why)
	if f.Default != "" {
		d.As(finding.Warning) // it has a default, which is hardly meant
	}
}

// toldOf reports whether a file tells that a field is missing. A resource that was
// shortened has no integration at all.
func toldOf(r shape.Resource, name string) bool {
	holder, _, nested := strings.Cut(name, ".")
	return r.IsRequest() || !nested || r.Field(holder).IsObject()
}

// holds reports whether other fields surely have one of the values that are listed
// for them.
func holds(r shape.Resource, when schemas.Table[[]string]) bool {
	for name, values := range when.All() {
		if !slices.Contains(values, r.Field(name).Text()) {
			return false
		}
	}
	return true
}

// excludes reports whether another field surely has none of the values that are
// listed for it.
func excludes(r shape.Resource, when schemas.Table[[]string]) bool {
	for name, values := range when.All() {
		n := r.Field(name)
		known := r.Facts.Property(name)
		if n.IsString() && slices.Contains(known.Values, n.Text()) && !slices.Contains(values, n.Text()) {
			return true
		}
	}
	return false
}

// isDefault reports whether a resource has the value that a field has anyway: the
// API may return it with the rest.
func isDefault(r shape.Resource, f schemas.Property, n source.Node) bool {
	return !r.IsRequest() && f.Default == strings.Trim(string(n.Raw()), `"`)
}

// single returns the one field that a fact of the catalogue depends on, and the
// values it must have.
func single(when schemas.Table[[]string]) (field string, values []string) {
	for name, list := range when.All() {
		field, values = name, list
	}
	return field, values
}

// checkFlexSID looks at a field that holds a SID, or the name of a task channel.
func checkFlexSID(r shape.Resource, f schemas.Property, n source.Node) {
	fault := ""
	switch {
	case len(f.Values) > 0: // a task channel, which may be named
		fault = flex.TaskChannelFault(n.Text(), f.SID)
		name := flex.TaskChannel(r.Pass, n.Text())
		if fits := f.Fits.Get(name); fits != nil && !slices.Contains(fits, "message") {
			r.Reportf(n, "%s is %s, which is no task channel for messages, and a Flex Flow brings nothing else; did you mean \"chat\"?", r.Of(f.Name), words.Quote(name)).As(finding.Warning)
		}
	case !words.IsSID(n.Text()) || !slices.Contains(f.SID, n.Text()[:2]):
		if fault = words.SIDFault(n.Text(), f.SID); fault == "" {
			fault = "is " + words.Quote(n.Text()) + ", which is no SID"
		}
	}
	if fault != "" {
		r.Reportf(n, "%s %s; write %s and 32 hexadecimal digits", r.Of(f.Name), fault, strings.Join(f.SID, " or "))
	}
}

// checkFlexCreation asks for what creating a Flex Flow needs, when a request looks
// like one that creates it.
func checkFlexCreation(r shape.Resource) {
	var missing []string
	needed := 0
	for _, f := range r.Facts.Properties {
		if !slices.Contains(f.RequiredFor, "create") {
			continue
		}
		needed++
		if !shape.Filled(r.Field(f.Name)) {
			missing = append(missing, f.Name)
		}
	}
	if len(missing) != 1 || needed < 3 || r.Instead(missing[0]).Exists() {
		return
	}
	r.Reportf(r.Document.Node.Opening(), "the request has no %s, which creating a Flex Flow needs; add it", words.Quote(missing[0])).As(finding.Warning)
}

// checkFlexTarget looks at the flow of the run that a Flex Flow starts. Of several
// of its SID, one that waits for messages is enough.
func checkFlexTarget(r shape.Resource) {
	n := r.Field("integration.flow_sid")
	targets := r.Project.BySID(n.Text())
	if typ := r.Field("integration_type"); typ.IsString() && typ.Text() != "studio" || len(targets) == 0 {
		return
	}
	for _, d := range targets {
		if d.Flow == nil || !d.Flow.Ignores(flex.Event()) {
			return
		}
	}
	target := targets[0]
	d := r.Reportf(n, "the trigger of %s leads nowhere on incomingMessage, by which a Flex Flow starts it, so messages get no answer; connect that event", target.Label()).
		Relate(target.Flow.Start(), "its trigger")
	if !target.Flow.Ignores(flow.ConversationEvent) {
		d.As(finding.Warning)
	}
}

// checkConfigured looks at a flow that a Flex Flow of the configuration starts.
func checkConfigured(p *lint.Pass) {
	for _, start := range p.Project.FlexStarts(p.Document) {
		if start.Document != nil || !p.Flow.Ignores(flex.Event()) {
			continue
		}
		d := p.Reportf(p.Flow.Start(), "%s leads nowhere on incomingMessage, by which a Flex Flow (%s, as %s says) starts this flow, so messages get no answer; connect that event",
			p.Flow.Start().Label(), start.ChannelType, start.Config.Path)
		if !p.Flow.Ignores(flow.ConversationEvent) {
			d.As(finding.Warning)
		}
		return
	}
}
