package input

import (
	"strings"

	"studiolint/lint/source"
)

// has reports whether an object has all of the members.
func has(n source.Node, names ...string) bool {
	for _, name := range names {
		if !n.Get(name).Exists() {
			return false
		}
	}
	return true
}

// hasAny reports whether an object has one of the members.
func hasAny(n source.Node, names ...string) bool {
	for _, name := range names {
		if n.Get(name).Exists() {
			return true
		}
	}
	return false
}

// isDefinition reports whether an object is the definition of a flow.
//
// Lists of the states of a country, XState machines and the many other formats of
// state machines have "states" as well. One state that looks like Studio's is
// enough to tell, so that all else may be missing or wrong; without such a state
// the flow's other members must be there.
func isDefinition(n source.Node, strict bool) bool {
	states := n.Get("states")
	if !states.Exists() {
		return isMisspelt(n)
	}
	for s := range states.Children() {
		if isState(s, states.IsObject()) {
			return true
		}
	}
	initial := n.Get("initial_state")
	if strict {
		return n.Get("flags").Get("allow_concurrent_calls").Exists() ||
			initial.Text() == "Trigger" ||
			initial.Exists() && !hasObjects(states) && hasOnly(n, "description", "states", "initial_state", "flags")
	}
	if initial.Exists() || n.Get("flags").IsObject() || n.Get("description").IsString() && !states.IsObject() {
		return true
	}
	for _, s := range states.Elements() {
		if has(s, "type", "name") || has(s, "type", "transitions") || has(s, "name", "transitions") {
			return true
		}
	}
	return false
}

// isMisspelt reports whether an object is a definition but for the name of its states.
func isMisspelt(n source.Node) bool {
	if !n.Get("initial_state").IsString() && !n.Get("flags").Get("allow_concurrent_calls").Exists() {
		return false
	}
	for list := range n.Children() {
		for s := range list.Children() {
			if isState(s, list.IsObject()) {
				return true
			}
		}
	}
	return false
}

// isState reports whether an object is a state of Studio's and of nobody else's:
// a type and transitions beside properties, or transitions that have Studio's
// members and no others. XState keeps states by their names and writes events
// into transitions, but knows no properties.
func isState(s source.Node, byName bool) bool {
	transitions := s.Get("transitions")
	if !s.Get("type").IsString() || !transitions.IsArray() {
		return false
	}
	if s.Get("properties").IsObject() {
		return true
	}
	for _, t := range transitions.Elements() {
		if !byName && t.Get("event").IsString() && hasOnly(t, "event", "next", "conditions", "uuid") {
			return true
		}
	}
	return false
}

// hasObjects reports whether an array or object holds objects or arrays.
func hasObjects(n source.Node) bool {
	for c := range n.Children() {
		if c.IsObject() || c.IsArray() {
			return true
		}
	}
	return false
}

// hasOnly reports whether an object has no members but these.
func hasOnly(n source.Node, names ...string) bool {
	known := 0
	for _, name := range names {
		if n.Get(name).Exists() {
			known++
		}
	}
	return known == n.Len()
}

// isLegacy reports whether a definition is an export of the first editor: its
// types are CamelCase, its states have SIDs (FF…), its transitions have uuids,
// and there is no initial_state.
func isLegacy(n source.Node) bool {
	if has(n, "initial_state") {
		return false
	}
	camel, other := false, false
	for _, s := range n.Get("states").Elements() {
		if isSID(s.Get("sid").Text(), "FF") && has(s.Get("transitions").At(0), "uuid") {
			return true
		}
		if t := s.Get("type"); t.IsString() {
			if isCamelCase(t.Text()) {
				camel = true
			} else {
				other = true
			}
		}
	}
	return camel && !other
}

func isCamelCase(s string) bool {
	return s != "" && 'A' <= s[0] && s[0] <= 'Z' && !strings.ContainsAny(s, "-_ ")
}

// isFlow reports whether an object is a Flow or a Flow Revision as the API returns
// it, as the Twilio CLI prints it (friendlyName), or as Terraform keeps it.
func isFlow(n source.Node, strict bool) bool {
	d := n.Get("definition")
	known := hasAny(n, "friendly_name", "friendlyName", "status", "revision", "commit_message", "commitMessage")
	switch {
	case isSID(n.Get("sid").Text(), "FW") && (known || d.Exists()):
		return true
	case d.IsString() && looksLikeDefinition(d.Raw()):
		return true
	case !known || !d.IsObject() && !d.IsString():
		return false
	}
	return !strict || isDefinition(d, true) ||
		isStatus(n.Get("status")) && hasAny(n, "friendly_name", "friendlyName")
}

// isStatus reports whether a value is one that the status of a Flow has.
func isStatus(n source.Node) bool { return n.Text() == "draft" || n.Text() == "published" }

// isPage reports whether an object is a page of Flows, or a page of such pages.
func isPage(n source.Node, strict bool, level int) bool {
	flows, meta := n.Get("flows"), n.Get("meta")
	if !flows.IsArray() || level > maxLevel {
		return false
	}
	if meta.Get("key").Text() == "flows" || !strict && meta.IsObject() {
		return true
	}
	for _, e := range flows.Elements() {
		if isFlow(e, true) || isDefinition(e, true) || isPage(e, true, level+1) {
			return true
		}
	}
	return false
}

// requestDefinition returns the definition of a request. Forms are written by
// hand, and then in small letters too.
func requestDefinition(n source.Node) source.Node {
	if d := n.Get("Definition"); d.Exists() || !n.File().IsForm() {
		return d
	}
	return n.Get("definition")
}

// isRequest reports whether an object asks the API to create, update or validate
// a Flow.
func isRequest(n source.Node, strict bool) bool {
	d := requestDefinition(n)
	named := has(n, "FriendlyName", "Status")
	if !strict && (d.Exists() || named) || d.Exists() && n.File().IsForm() {
		return true
	}
	return named && isStatus(n.Get("Status")) || isDefinition(d, true) ||
		d.IsString() && looksLikeDefinition(d.Raw())
}

// isFlexFlow reports whether an object is a Flex Flow as the API returns it.
func isFlexFlow(n source.Node) bool {
	return has(n, "chat_service_sid", "channel_type") || has(n, "chatServiceSid", "channelType") ||
		isSID(n.Get("sid").Text(), "FO") &&
			hasAny(n, "channel_type", "channelType", "integration_type", "integrationType", "integration")
}

// isFlexFlowRequest reports whether an object asks the API to create or update a
// Flex Flow.
func isFlexFlowRequest(n source.Node) bool {
	if has(n, "ChatServiceSid", "ChannelType") || has(n, "Integration.FlowSid") {
		return true
	}
	if !hasAny(n, "ChatServiceSid", "ChannelType", "IntegrationType") {
		return false
	}
	for name := range n.Members() {
		if strings.HasPrefix(name, "Integration.") {
			return true
		}
	}
	return false
}
