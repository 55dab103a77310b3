package flow

import (
	"strings"
	"testing"

	"studiolint/schemas"
)

// menu is a voice flow with a loop, a branch that ends, a second trigger event
// and what was left over.
const menu = `
Trigger trigger incomingMessage> incomingCall>hello incomingRequest>dial
hello   say-play audioComplete>ask
ask     gather-input-on-call keypress>route speech> timeout>again
again   say-play audioComplete>ask
route   split-based-on noMatch>again match>agent match>lookup
lookup  make-http-request success>agent failed>sorry
sorry   say-play audioComplete>
agent   send-to-flex callComplete> failedToEnqueue>sorry
dial    make-outgoing-call-v2 answered>hello busy>note noAnswer> failed>
note    send-message sent> failed>
old     say-play audioComplete>old2
old2    say-play audioComplete>old3
old3    say-play audioComplete>old2
lost    send-message sent>sorry
`

func TestEntries(t *testing.T) {
	for _, c := range []struct{ name, flow, want string }{
		{"wired events", menu, "incomingCall@Trigger:1 incomingRequest@Trigger:1"},
		{"nothing wired", "Trigger trigger incomingCall>\na say-play", ""},
		{"no trigger", "initial a\na say-play audioComplete>b\nb say-play", "@a:0"},
		{"initial state in the middle", "initial b\nTrigger trigger incomingCall>a\na say-play x>b\nb say-play", "incomingCall@Trigger:1"},
		{"no event wired", "initial b\nTrigger trigger incomingCall>\na say-play x>b\nb say-play", "@b:0"},
		{"initial state missing", "initial nobody\nTrigger trigger incomingCall>a\na say-play", "incomingCall@Trigger:1"},
		{"neither", "initial nobody\na say-play audioComplete>b\nb say-play", ""},
		{"no widgets", "", ""},
		{"missing target", "Trigger trigger incomingCall>nobody incomingMessage>a\na say-play", "incomingMessage@Trigger:1"},
		{"an event twice", "Trigger trigger incomingCall>a incomingCall>b\na say-play\nb say-play", "incomingCall@Trigger:2"},
		{"unknown events", "Trigger trigger incoming>a incomingCall>b other>b\na say-play\nb say-play", "incoming@Trigger:2 incomingCall@Trigger:1"},
		{"two triggers", "initial Second\nFirst trigger incomingCall>a\nSecond trigger incomingMessage>a\na say-play", "incomingMessage@Second:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			f := build(t, c.flow)
			for _, e := range f.Entries() {
				got = append(got, e.Event+"@"+e.Start.Name+":"+string(rune('0'+len(e.Transitions))))
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("entries are %q, want %q", s, c.want)
			}
			if f.Entry("no such event") != nil {
				t.Error("an event that is not wired has an entry")
			}
		})
	}
}

func TestReachable(t *testing.T) {
	for _, c := range []struct{ name, flow, any string }{
		{"menu", menu, "Trigger hello ask again route lookup sorry agent dial note"},
		{"nothing wired", "Trigger trigger incomingCall>\na say-play", "Trigger"},
		{"in the middle", "initial b\nTrigger trigger incomingCall>a\na say-play x>b\nb say-play x>c\nc say-play", "Trigger a b c"},
		{"a trigger that leads nowhere", "initial b\nTrigger trigger incomingCall>\na say-play x>b\nb say-play x>c\nc say-play x>", "b c"},
		{"back to the trigger", "Trigger trigger incomingCall>a incomingMessage>b\na say-play x>Trigger\nb say-play", "Trigger a b"},
		{"the second of a name", "Trigger trigger incomingCall>a\na say-play x>b\na say-play x>c\nb say-play\nc say-play", "Trigger a b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := build(t, c.flow)
			var got []*Widget
			for _, w := range f.Widgets {
				if f.Reachable(w) {
					got = append(got, w)
				}
			}
			if s := names(got); s != c.any {
				t.Errorf("reachable are %q, want %q", s, c.any)
			}
		})
	}

	f := build(t, "Trigger trigger incomingCall>a incomingMessage>b\na say-play x>Trigger\nb say-play")
	for _, e := range f.Entries() {
		a, b := e.Reaches(f.Widget("a")), e.Reaches(f.Widget("b"))
		if want := e.Event == "incomingCall"; a != want || b == want {
			t.Errorf("%s leads to a: %v, to b: %v; coming back to the trigger is no other event", e.Event, a, b)
		}
	}
}

func TestPaths(t *testing.T) {
	f := build(t, menu)
	call, request := f.Entry("incomingCall"), f.Entry("incomingRequest")
	w := f.Widget
	check := func(what, want string) func([]*Transition, bool) {
		return func(path []*Transition, ok bool) {
			t.Helper()
			if got := way(path, ok); got != want {
				t.Errorf("%s: %s, want %s", what, got, want)
			}
		}
	}
	check("to the trigger", "here")(call.PathTo(w("Trigger")))
	check("to sorry", "Trigger -incomingCall> hello -audioComplete> ask -keypress> route -match> agent -failedToEnqueue> sorry")(call.PathTo(w("sorry")))
	check("to note by a call", "none")(call.PathTo(w("note")))
	check("to note by any", "Trigger -incomingRequest> dial -busy> note")(f.PathTo(w("note")))
	check("to what is left over", "none")(f.PathTo(w("old")))
	check("to sorry without agent", "Trigger -incomingCall> hello -audioComplete> ask -keypress> route -match> lookup -failed> sorry")(call.PathWhere(w("sorry"), except(w("agent"))))
	check("to sorry without route", "none")(call.PathWhere(w("sorry"), except(w("route"))))
	check("to agent without itself", "Trigger -incomingCall> hello -audioComplete> ask -keypress> route -match> agent")(call.PathWhere(w("agent"), except(w("agent"))))
	check("to agent by a lookup that failed", "none")(request.PathWhere(w("agent"), func(t *Transition) bool { return t.Event != "match" }))
	check("around", "ask -timeout> again -audioComplete> ask")(f.PathBetween(w("ask"), w("ask"), nil))
	check("between", "again -audioComplete> ask -keypress> route")(f.PathBetween(w("again"), w("route"), nil))
	check("nothing goes back", "none")(f.PathBetween(w("agent"), w("ask"), nil))
	check("itself without a loop", "none")(f.PathBetween(w("agent"), w("agent"), nil))
	check("from the trigger", "Trigger -incomingRequest> dial -busy> note")(f.PathBetween(w("Trigger"), w("note"), nil))
	check("by keys alone", "none")(f.PathBetween(w("ask"), w("again"), func(t *Transition) bool { return t.Event == "keypress" }))
}

func TestLeftOver(t *testing.T) {
	for _, c := range []struct{ name, flow, want string }{
		{"menu", menu, "old old2 old3 from old; lost from lost"},
		{"none", "Trigger trigger incomingCall>a\na say-play", ""},
		{"a circle", "Trigger trigger incomingCall>\nb say-play x>c\nc say-play x>b\na say-play x>a", "b c from b; a from a"},
		{"two ways in", "Trigger trigger incomingCall>z\nz say-play\na say-play x>c\nb say-play x>c\nc say-play x>z", "a b c from a b"},
		{"a way in and a circle", "Trigger trigger incomingCall>z\nz say-play\nc say-play x>a\nd say-play x>e\ne say-play x>d y>a\na say-play", "c d e a from c d"},
		{"a second trigger", "Trigger trigger incomingCall>z\nz say-play\nTrigger2 trigger incomingCall>y\ny say-play x>z", "Trigger2 y from Trigger2"},
		{"the second of a name", "Trigger trigger incomingCall>a\na say-play\na say-play x>a", "a from a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, cluster := range build(t, c.flow).UnreachableClusters() {
				got = append(got, names(cluster.Widgets)+" from "+names(cluster.Entrances))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("left over are %q, want %q", s, c.want)
			}
		})
	}
}

func TestLoops(t *testing.T) {
	f := build(t, menu)
	var got []string
	for _, l := range f.Loops() {
		got = append(got, names(l.Widgets)+" inside "+edges(l.Inside)+" leaving "+edges(l.Leaving))
		for _, w := range l.Widgets {
			if f.LoopOf(w) != l || !l.Has(w) || l.Has(f.Widget("hello")) {
				t.Errorf("%s is in another loop", w.Name)
			}
		}
	}
	want := "ask again route inside ask>route ask>again again>ask route>again leaving ask> route>agent route>lookup; " +
		"old2 old3 inside old2>old3 old3>old2 leaving "
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("loops are %q, want %q", s, want)
	}
	if f.LoopOf(f.Widget("hello")) != nil {
		t.Error("hello is in a loop")
	}

	f = build(t, "Trigger trigger incomingCall>a\na say-play x>a y>b\nb say-play x>Trigger z>missing")
	if l := f.Loops(); len(l) != 1 || names(l[0].Widgets) != "Trigger a b" {
		t.Errorf("the circle through the trigger is not found: %v", l)
	}
	l := f.LoopsWhere(func(t *Transition) bool { return t.Event != "incomingCall" })
	if len(l) != 1 || names(l[0].Widgets) != "a" || edges(l[0].Inside) != "a>a" || edges(l[0].Leaving) != "a>b" {
		t.Errorf("without incomingCall, a alone leads to itself: %v", l)
	}
}

func TestOrder(t *testing.T) {
	f := build(t, menu)
	call, request := f.Entry("incomingCall"), f.Entry("incomingRequest")
	w := f.Widget
	for _, c := range []struct {
		what      string
		got, want bool
	}{
		{"hello runs before agent", call.HasRun(w("hello"), w("agent")), true},
		{"the trigger runs before agent", call.HasRun(w("Trigger"), w("agent")), true},
		{"lookup runs before agent", call.HasRun(w("lookup"), w("agent")), false},
		{"agent runs before itself", call.HasRun(w("agent"), w("agent")), false},
		{"dial runs before agent, on a call", call.HasRun(w("dial"), w("agent")), false},
		{"dial runs before agent, on a request", request.HasRun(w("dial"), w("agent")), true},
		{"dial runs before note, on a request", request.HasRun(w("dial"), w("note")), true},
		{"hello runs before what nothing leads to", call.HasRun(w("hello"), w("old")), false},
		{"lookup can run before agent", call.canPrecede(w("lookup"), nil, w("agent")), true},
		{"agent can run before lookup", call.canPrecede(w("agent"), nil, w("lookup")), false},
		{"ask can run before itself", call.canPrecede(w("ask"), nil, w("ask")), true},
		{"hello can run before itself", call.canPrecede(w("hello"), nil, w("hello")), false},
		{"dial can run before agent, on a call", call.canPrecede(w("dial"), nil, w("agent")), false},
		{"dial can run before agent, however it began", f.CanPrecede(w("dial"), w("agent")), true},
		{"old can run before old2", f.CanPrecede(w("old"), w("old2")), false},
		{"lookup leads to sorry by success", call.canPrecede(w("lookup"), only("success"), w("sorry")), true},
		{"lookup leads to agent by failure", call.canPrecede(w("lookup"), only("failed"), w("agent")), false},
		{"ask leads to again by timeout", call.canPrecede(w("ask"), only("timeout"), w("again")), true},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}

func only(event string) func(string) bool { return func(e string) bool { return e == event } }

func TestChannels(t *testing.T) {
	f := build(t, `
Trigger trigger incomingMessage>text incomingCall>say incomingConversationMessage>text incomingRequest>dial incomingParent>say
text    send-message sent>say failed>
dial    make-outgoing-call-v2 answered>say busy>say noAnswer>start failed>
start   start-conversation created>flex failed>flex
say     say-play audioComplete>
flex    send-to-flex callComplete>`)
	for _, c := range []struct{ event, widget, live, without string }{
		{"incomingMessage", "say", "message", "Trigger -incomingMessage> text -sent> say"},
		{"incomingCall", "say", "call", "none"},
		{"incomingConversationMessage", "text", "conversation", "Trigger -incomingConversationMessage> text"},
		{"incomingRequest", "say", "call nothing", "Trigger -incomingRequest> dial -busy> say"},
		{"incomingRequest", "dial", "nothing", "Trigger -incomingRequest> dial"},
		{"incomingRequest", "flex", "message nothing", "Trigger -incomingRequest> dial -noAnswer> start -created> flex"},
		{"incomingParent", "say", "unknown", "none"},
		{"incomingCall", "dial", "", "none"},
	} {
		e, w := f.Entry(c.event), f.Widget(c.widget)
		var got []string
		for _, l := range e.ChannelsAt(w) {
			got = append(got, channelsText(l))
		}
		if s := strings.Join(got, " "); s != c.live {
			t.Errorf("%s comes to %s with %q, want %q", c.event, c.widget, s, c.live)
		}
		if s := way(e.PathWith(w, func(l Channels) bool { return !l.Has(schemas.NeedsCall) })); s != c.without {
			t.Errorf("%s comes to %s without a call by %s, want %s", c.event, c.widget, s, c.without)
		}
	}
	if e := build(t, "initial a\na say-play").Entries()[0]; e.Channels() != Unknown {
		t.Error("who begins in the middle does not know with what")
	}
}

func channelsText(c Channels) string {
	if c == 0 {
		return "nothing"
	}
	var list []string
	for i, name := range []string{"call", "message", "conversation", "unknown"} {
		if c>>i&1 != 0 {
			list = append(list, name)
		}
	}
	return strings.Join(list, "+")
}

// except lets everything pass but what leaves a widget.
func except(w *Widget) func(*Transition) bool {
	return func(t *Transition) bool { return t.From != w }
}
