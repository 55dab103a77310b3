package schemas

import "testing"

func TestTypeAlias(t *testing.T) {
	for name, want := range map[string]string{
		"http-request": "make-http-request", "webhook": "make-http-request", "gather": "gather-input-on-call", "function": "run-function",
		"text-to-speech": "say-play", "say": "say-play", "play": "say-play", "connect": "connect-call-to", "dial": "connect-call-to",
		"make-outgoing-call": "make-outgoing-call-v2", "make-outgoing-connection": "connect-call-to", "send-to-autopilot": "send-to-auto-pilot",
		"twiml-redirect": "add-twiml-redirect", "start-call-recording": "record-call", "listen": "gather-input-on-call", "split": "split-based-on",
		"branch": "split-based-on", "set-variable": "set-variables", "send-and-wait": "send-and-wait-for-reply", "voicemail": "record-voicemail",
		"flex": "send-to-flex", "InitialState": "trigger", "MessagePrompt": "send-and-wait-for-reply", "DialV2": "make-outgoing-call-v2",
		"ConnectCaller": "connect-call-to", "Branch": "split-based-on",
	} {
		if got, _, ok := TypeAlias(name); !ok || got != want {
			t.Errorf("TypeAlias(%s) = %q, %v, want %q", name, got, ok, want)
		}
	}
	for _, name := range []string{"hangup", "hang-up", "end", "endCall", "stop-call"} {
		if replacement, hint, ok := TypeAlias(name); !ok || hint == "" || replacement != "" {
			t.Errorf("TypeAlias(%s) = %q, %q, %v", name, replacement, hint, ok)
		}
	}
	if _, _, ok := TypeAlias("unheard-of"); ok {
		t.Error("there is an alias for anything")
	}
	for name, a := range aliasTable.types.All() {
		if Lookup(name) != nil || a.Type == "" && a.Hint == "" || a.Type != "" && Lookup(a.Type) == nil {
			t.Errorf("alias %s: %+v", name, a)
		}
	}
}

func TestLegacyType(t *testing.T) {
	if got, ok := LegacyType("SayPlay"); !ok || got != "say-play" {
		t.Errorf("LegacyType(SayPlay) = %q, %v", got, ok)
	}
	for _, name := range []string{"say-play", "sayplay", "gather", "Unheard"} {
		if _, ok := LegacyType(name); ok {
			t.Errorf("%s is a type of the first editor", name)
		}
	}
}

func TestOperatorAlias(t *testing.T) {
	split := Lookup("split-based-on")
	for name, want := range map[string]string{"matches_regex": "regex", "matchesRegex": "regex", ">=": "greater_than", "greaterThanOrEqualTo": "greater_than", "Is-Empty": "is_blank"} {
		if got, _, ok := OperatorAlias(name); !ok || got != want {
			t.Errorf("OperatorAlias(%s) = %q, %v, want %q", name, got, ok, want)
		}
	}
	if _, _, ok := OperatorAlias("unheard_of"); ok {
		t.Error("there is an alias for anything")
	}
	for name, a := range aliasTable.operators.All() {
		if split.Operator(name) != nil || split.Operator(a.Type) == nil {
			t.Errorf("alias %s: %+v", name, a)
		}
	}
}

func TestUnseenType(t *testing.T) {
	if title, ok := UnseenType("resolve-profile"); !ok || title != "Resolve Profile" {
		t.Errorf("UnseenType(resolve-profile) = %q, %v", title, ok)
	}
	for name, a := range aliasTable.unseen.All() {
		if Lookup(name) != nil || a.Hint == "" || a.Type != "" {
			t.Errorf("unseen type %s: %+v", name, a)
		}
	}
}
