package values

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"studiolint/lint/project"
)

// large is a flow of n widgets: Set Variables of its own variable each, a question, and
// a split back, with all entries wired.
func large(n int) []byte {
	var b strings.Builder
	b.WriteString("T trigger incomingCall>set0 incomingMessage>set0 incomingConversationMessage>set0 incomingRequest>set0\n")
	for i := range n / 3 {
		fmt.Fprintf(&b, "set%d set-variables next>ask%d; v%d=%d,w%d={{widgets.ask%d.inbound.Body}}\n", i, i, i, i, i%40, max(i-1, 0))
		fmt.Fprintf(&b, "ask%d send-and-wait-for-reply incomingMessage>split%d timeout>split%d deliveryFailure>set%d; {{flow.variables.v%d}} {{flow.variables.w%d}}\n", i, i, i, i+1, i/2, i%40)
		fmt.Fprintf(&b, "split%d split-based-on noMatch>set%d; flow.variables.v%d equal_to %d > set%d\n", i, i/2, i/2, i, i+1)
	}
	fmt.Fprintf(&b, "set%d set-variables next; x=1\n", n/3)
	return written(b.String())
}

// plain is a flow of n widgets as people write them: one way in, a question, a split on
// its answer, a variable and a message in each round, and one loop to the front.
func plain(n int) []byte {
	var b strings.Builder
	b.WriteString("T trigger incomingMessage>ask0 incomingCall\n")
	for i := range n / 5 {
		fmt.Fprintf(&b, "ask%d send-and-wait-for-reply incomingMessage>check%d timeout>thanks%d deliveryFailure; Well?\n", i, i, i)
		fmt.Fprintf(&b, "check%d split-based-on noMatch>keep%d; widgets.ask%d.inbound.Body equal_to yes > get%d\n", i, i, i, i)
		fmt.Fprintf(&b, "keep%d set-variables next>get%d; no%d={{widgets.ask%d.inbound.Body}}\n", i, i, i, i)
		fmt.Fprintf(&b, "get%d make-http-request success>thanks%d failed>ask0; {{flow.variables.no%d}}\n", i, i, i)
		fmt.Fprintf(&b, "thanks%d send-message sent>ask%d failed; {{widgets.get%d.parsed.text}}\n", i, i+1, i)
	}
	fmt.Fprintf(&b, "ask%d send-message sent failed; Bye\n", n/5)
	return written(b.String())
}

// dense is a flow of n widgets each of which sets the variables of all.
func dense(n int) []byte {
	var items, b strings.Builder
	for i := range n {
		if i > 0 {
			items.WriteByte(',')
		}
		fmt.Fprintf(&items, "v%d=%d", i, i)
	}
	b.WriteString("T trigger incomingCall>a0\n")
	for i := range n / 2 {
		fmt.Fprintf(&b, "a%d set-variables next>b%d; %s\n", i, i, items.String())
		fmt.Fprintf(&b, "b%d say-play audioComplete>a%d; {{flow.variables.v%d}} {{flow.variables.v%d}}\n", i, i+1, 2*i, 2*i+1)
	}
	return written(b.String())
}

// hold works out a document's values anew.
func hold(d *project.Document) *Holding {
	h := &Holding{document: d}
	h.get()
	return h
}

// The work grows with the flow, not with its square, and a flow that sets everything
// everywhere is given up on or done in time.
func TestLarge(t *testing.T) {
	took := func(definition []byte) (took time.Duration) {
		inside(t, definition, func(d *project.Document) {
			hold(d) // what others work out
			start := time.Now()
			h := hold(d)
			for _, r := range d.Flow.Refs() {
				h.At(r)
			}
			for _, e := range d.Flow.Entries() {
				for t := range d.Flow.Transitions() {
					h.From(e).Takes(t)
				}
			}
			for _, loop := range d.Flow.Loops() {
				round := h.Round(loop)
				for _, r := range d.Flow.Refs() {
					round.Of(r)
				}
			}
			took = time.Since(start)
			t.Logf("%d widgets: %v", len(d.Flow.Widgets), took)
		})
		return took
	}
	if d := took(large(2000)); d > 2*time.Second {
		t.Errorf("2,000 widgets took %v", d)
	}
	if d := took(dense(400)); d > 5*time.Second {
		t.Errorf("400 widgets that set 400 variables took %v", d)
	}
}

// A flow that one entry enters holds few objects for each widget.
func TestAllocations(t *testing.T) {
	const widgets = 900
	inside(t, large(widgets), func(d *project.Document) {
		hold(d)
		if got := testing.AllocsPerRun(3, func() { hold(d) }); got > 12*widgets {
			t.Errorf("%.0f allocations for %d widgets", got, widgets)
		}
	})
}

func BenchmarkHeld(b *testing.B) {
	inside(b, plain(1000), func(d *project.Document) {
		hold(d)
		b.ReportAllocs()
		for b.Loop() {
			hold(d)
		}
	})
}
