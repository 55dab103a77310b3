package flow

import (
	"fmt"
	"strings"
	"testing"
)

// A way that is lost leads to what nothing else leads to, where it stands below.
func TestLostWays(t *testing.T) {
	f := build(t, `
		Trigger trigger incomingCall>a
		a say-play audioComplete>gone
		b make-http-request success>c failed>
		c say-play audioComplete>
		d say-play audioComplete>`)
	b, c, d := f.Widget("b"), f.Widget("c"), f.Widget("d")
	if !f.Reachable(b) || !f.Reachable(c) || !f.Reachable(d) {
		t.Error("what nothing leads to is not where the way may have led")
	}
	if !f.CanPrecede(f.Widget("a"), c) || !f.CanPrecede(b, c) || f.CanPrecede(c, b) || f.CanPrecede(d, c) {
		t.Error("what comes before what")
	}
	if !f.MayHaveCall(c) || f.Entries()[0].Reaches(c) {
		t.Error("it is not known with what one comes there")
	}
	all := f.Routes(func(*Transition) bool { return true })
	if path, ok := all.To(c); way(path, ok) != "b -success> c" {
		t.Errorf("the way is %s", way(path, ok))
	}
	if path, ok := f.PathTo(c); way(path, ok) != "b -success> c" {
		t.Errorf("the path is %s", way(path, ok))
	}
	if all := f.Routes(func(t *Transition) bool { return t.Event != "audioComplete" }); all.Reach(b) {
		t.Error("the way that is lost does not pass")
	}
	if len(f.UnreachableClusters()) != 2 {
		t.Error("what nothing leads to is left over all the same")
	}
}

func TestNoLostWay(t *testing.T) {
	for _, text := range []string{
		"Trigger trigger incomingCall>a\na say-play audioComplete>\nb say-play audioComplete>",                                        // none is lost
		"Trigger trigger incomingCall>a\na say-play audioComplete>\nb say-play audioComplete>gone\nc say-play audioComplete>",         // nobody comes to it
		"Trigger trigger incomingCall>a\na say-play audioComplete>\nb split-based-on noMatch>gone match>b\nc say-play audioComplete>", // nor to this one
	} {
		f := build(t, text)
		if f.Reachable(f.Widget("b")) {
			t.Errorf("%s: an execution comes to b", text)
		}
	}
}

// What stands elsewhere in the editor was left over.
func TestLostWayLeadsBelow(t *testing.T) {
	for _, c := range []struct {
		x, y int
		want bool
	}{{0, 500, true}, {-300, 550, true}, {0, 200, true}, {0, 150, false}, {2000, 500, false}, {0, 2000, false}} {
		f := parse(t, fmt.Sprintf(`{"initial_state": "Trigger", "states": [
			{"name": "Trigger", "type": "trigger", "properties": {"offset": {"x": 0, "y": 0}}, "transitions": [{"event": "incomingCall", "next": "a"}]},
			{"name": "a", "type": "say-play", "properties": {"offset": {"x": 0, "y": 199}}, "transitions": [{"event": "audioComplete", "next": ["b"]}]},
			{"name": "b", "type": "say-play", "properties": {"offset": {"x": %d, "y": %d}}, "transitions": [{"event": "audioComplete"}]}]}`, c.x, c.y))
		if got := f.Reachable(f.Widget("b")); got != c.want {
			t.Errorf("%d, %d: %v", c.x, c.y, got)
		}
	}
}

// Many ways that are lost, and as much to which nothing leads, cost no more than the flow is long.
func TestManyLostWays(t *testing.T) {
	var b strings.Builder
	b.WriteString("Trigger trigger incomingCall>w0\n")
	for i := range 4000 {
		fmt.Fprintf(&b, "w%d split-based-on noMatch>w%d match>gone%d\nleft%d say-play audioComplete>\n", i, i+1, i, i)
	}
	f := build(t, b.String())
	if f.Reachable(f.Widget("left1")) {
		t.Error("so much is looked at for nothing")
	}
}
