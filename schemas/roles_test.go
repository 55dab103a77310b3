package schemas

import (
	"reflect"
	"slices"
	"testing"
)

// What a widget does is told by naming its properties and events: those exist.
func TestFactsNameWhatThereIs(t *testing.T) {
	for _, typ := range Types() {
		w := Lookup(typ)
		var names []string
		if s := w.Subflow; s != nil {
			names = append(names, s.Flow, s.Revision, s.Parameters)
			if !slices.Contains(w.Property(s.Flow).SID, "FW") || w.Outputs.From != FromSubflow {
				t.Errorf("%s: subflow %+v, outputs from %q", typ, s, w.Outputs.From)
			}
		}
		if task := w.FlexTask; task != nil {
			names = append(names, task.Workflow, task.Channel, task.Attributes, task.Priority)
			if !slices.Contains(w.Property(task.Workflow).SID, "WW") || !slices.Contains(w.Property(task.Channel).SID, "TC") {
				t.Errorf("%s: flex_task %+v", typ, task)
			}
		}
		if c := w.Calls; c != nil {
			names = append(names, c.To, c.From)
		}
		if (w.Calls != nil) != (w.Transfer != nil || w.Creates != nil && w.Creates.Channel == "call") {
			t.Errorf("%s: calls %+v", typ, w.Calls)
		}
		if r := w.Transcription; r != nil {
			names = append(names, r.When, r.Length, r.To)
			checkSources(t, typ+" transcription", r.Sources)
		}
		if s := w.Speech; s != nil {
			names = append(names, s.Voice, s.Language)
			if s.Listens != "" {
				names = append(names, s.Listens)
				if w.Event(s.HeardBy) == nil {
					t.Errorf("%s has no event %q", typ, s.HeardBy)
				}
			}
		}
		if q := w.Request; q != nil {
			for _, name := range append([]string{q.URL, q.Method, q.MediaType, q.Body, q.Fields, q.Credentials}, q.NamedBy...) {
				if name != "" {
					names = append(names, name)
				}
			}
			if !w.Property(q.URL).IsURL() || w.Property(q.Fields).Format != "key-value-list" {
				t.Errorf("%s: request %+v", typ, q)
			}
			checkSources(t, typ+" request", q.Sources)
		}
		if by := w.Outputs.RenamedBy; by != "" {
			names = append(names, by)
		}
		for _, p := range w.Properties {
			for name, values := range p.SentWith.All() {
				names = append(names, name)
				if known := w.Property(name); known != nil && !slices.Contains(known.Values, values[0]) {
					t.Errorf("%s: %s is sent with %s %s", typ, p.Name, name, values)
				}
			}
		}
		if x := w.Transfer; x != nil {
			if result := w.Outputs.Key(x.Result); w.Event(x.Event) == nil || result == nil || len(x.Unanswered) == 0 ||
				slices.ContainsFunc(slices.Concat(x.Unanswered, x.Missed, x.Taken), func(value string) bool { return !slices.Contains(result.Values, value) }) {
				t.Errorf("%s: transfer %+v", typ, x)
			}
			checkSources(t, typ+" transfer", x.Sources)
		}
		for _, name := range []string{w.Sender, w.Receiver, w.Queue, w.Records, w.Beeps, w.Shortens, w.Waits} {
			if name != "" {
				names = append(names, name)
			}
		}
		names = append(names, repeated(w.Outputs.Keys)...)
		for _, name := range names {
			if w.Property(name) == nil {
				t.Errorf("%s has no property %q", typ, name)
			}
		}
		for _, e := range w.Events {
			if e.Lost && (e.Kind != KindFailure || e.Person) {
				t.Errorf("%s: nobody is lost on %+v", typ, e)
			}
			if e.By != "" && e.Person != (e.By != BySilence) || (e.Kind == KindHangup) != (e.By == ByHangUp) || e.By == ByHangUp && !e.EndsCall {
				t.Errorf("%s: %+v", typ, e)
			}
		}
	}
}

// repeated lists the properties whose text variables repeat.
func repeated(list []Variable) []string {
	var names []string
	for _, v := range list {
		if v.Property != "" {
			names = append(names, v.Property)
		}
		names = append(names, repeated(v.Keys)...)
	}
	return names
}

// The task channel of a Flex Flow and that of Send to Flex are the same thing.
func TestTaskChannelsAgree(t *testing.T) {
	flex := Lookup("send-to-flex")
	want := flex.Property(flex.FlexTask.Channel)
	if want.Fits == nil {
		t.Fatal("nothing is known of task channels")
	}
	for resource, name := range map[string]string{"flex-flow": "integration.channel", "flex-flow-request": "Integration.Channel"} {
		got := Resource(resource).Property(name)
		if !reflect.DeepEqual(got.Fits, want.Fits) || !slices.Equal(got.Values, want.Values) {
			t.Errorf("%s of %s: %v, %v; want %v, %v", name, resource, got.Values, got.Fits, want.Values, want.Fits)
		}
	}
}
