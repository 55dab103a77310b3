package schemas

import (
	"slices"
	"testing"
)

func TestLiquidFacts(t *testing.T) {
	l := LiquidFacts()
	if l.URL == "" {
		t.Error("no documentation")
	}
	for _, tag := range l.Tags {
		checkSources(t, "tag "+tag.Name, tag.Sources)
		if tag.Confidence == "" {
			t.Errorf("tag %s has no confidence", tag.Name)
		}
		for _, block := range tag.In {
			if b := liquidTag(block); b == nil || b.End == "" {
				t.Errorf("tag %s stands in %s, which is no block", tag.Name, block)
			}
		}
		if liquidTag(tag.End) != nil {
			t.Errorf("%s ends %s and is a tag of its own", tag.End, tag.Name)
		}
	}
	for _, name := range []string{"if", "elsif", "else", "assign", "case", "when", "for"} {
		if tag := liquidTag(name); tag == nil || tag.Confidence != High {
			t.Errorf("tag %s: %+v", name, tag)
		}
	}
	for _, f := range l.Filters {
		checkSources(t, "filter "+f.Name, f.Sources)
		if f.Meaning == "" || f.Confidence == "" {
			t.Errorf("filter %+v", f)
		}
	}
	for _, name := range []string{"downcase", "to_json", "plus", "strip", "default", "url_encode"} {
		if f := l.Filter(name); f == nil || f.Confidence != High {
			t.Errorf("filter %s: %+v", name, f)
		}
	}
	checkSources(t, "elsewhere", l.Elsewhere.Sources)
	for _, name := range l.Elsewhere.Filters {
		if l.Filter(name) != nil || l.FilterAliases.Get(name) != "" {
			t.Errorf("the filter %s stands twice", name)
		}
	}
	for _, name := range l.Elsewhere.Tags {
		if liquidTag(name) != nil || l.TagAliases.Get(name) != "" {
			t.Errorf("the tag %s stands twice", name)
		}
	}
	for wrong, right := range l.FilterAliases.All() {
		if l.Filter(wrong) != nil || l.Filter(right) == nil {
			t.Errorf("filter alias %s for %s", wrong, right)
		}
	}
	for wrong, right := range l.TagAliases.All() {
		end := slices.ContainsFunc(l.Tags, func(t LiquidTag) bool { return t.End == right })
		if liquidTag(wrong) != nil || liquidTag(right) == nil && !end {
			t.Errorf("tag alias %s for %s", wrong, right)
		}
	}
	checkLimits(t, "liquid", l.Limits)
	if l.Limit("for-iterations").Max != 15 || l.Limit("rendered-size").Max != 16384 {
		t.Errorf("limits %+v", l.Limits)
	}
	trigger := Lookup("trigger")
	checkVariables(t, "", l.Roots, func(event string) {
		if trigger.Event(event) == nil {
			t.Errorf("the trigger has no event %q", event)
		}
	})
}

func TestLiquidRoots(t *testing.T) {
	l := LiquidFacts()
	var names []string
	for _, r := range l.Roots {
		names = append(names, r.Name)
	}
	if !slices.Equal(names, []string{"flow", "trigger", "widgets", "contact"}) {
		t.Errorf("roots %v", names)
	}
	if c := l.Root("contact"); !c.Closed || !c.Key("channel").Closed || c.Key("channel").Key("address") == nil || c.Key("channel").Key("sid") != nil {
		t.Error("contact.channel.address is not the only name of a contact")
	}
	for namespace, event := range map[string]string{"message": "incomingMessage", "call": "incomingCall", "conversation": "incomingConversationMessage", "request": "incomingRequest", "parent": "incomingParent"} {
		v := l.Root("trigger").Key(namespace)
		if v == nil || v.Events[0] != event || v.Closed {
			t.Errorf("trigger.%s: %+v", namespace, v)
		}
	}
	message := l.Root("trigger").Key("message")
	for name, want := range map[string]bool{"Body": true, "MediaUrl0": true, "MediaUrl12": true, "MediaUrl": false, "MediaUrlx": false, "body": false} {
		if got := message.Key(name) != nil; got != want {
			t.Errorf("trigger.message.%s: %v", name, got)
		}
	}
}

func TestOutputs(t *testing.T) {
	for typ, closed := range map[string]bool{"trigger": true, "split-based-on": true, "fork-stream": true, "send-message": true, "send-and-wait-for-reply": true,
		"run-function": true, "make-http-request": true, "set-variables": true, "gather-input-on-call": false, "connect-call-to": false, "run-subflow": false,
		"add-twiml-redirect": false, "send-to-flex": false, "record-call": false} {
		if got := Lookup(typ).Outputs.Closed; got != closed {
			t.Errorf("outputs of %s are closed: %v", typ, got)
		}
	}
	if k := Lookup("send-and-wait-for-reply").Outputs.Key("inbound"); !slices.Equal(k.Events, []string{"incomingMessage"}) || k.Key("MediaUrl0") == nil {
		t.Errorf("inbound: %+v", k)
	}
	if k := Lookup("make-http-request").Outputs.Key("headers"); k != nil {
		t.Error("make-http-request has headers")
	}
	if k := Lookup("gather-input-on-call").Outputs.Key("Digits"); !slices.Equal(k.Events, []string{"keypress"}) || k.Confidence != High || len(k.Sources) == 0 {
		t.Errorf("Digits: %+v", k)
	}
}

// liquidTag returns the catalogue's tag of a name, or nil.
func liquidTag(name string) *LiquidTag {
	tags := LiquidFacts().Tags
	if i := slices.IndexFunc(tags, func(t LiquidTag) bool { return t.Name == name }); i >= 0 {
		return &tags[i]
	}
	return nil
}
