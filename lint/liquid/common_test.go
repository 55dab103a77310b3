package liquid

import (
	"reflect"
	"strings"
	"sync"
	"testing"
)

func TestCommon(t *testing.T) {
	c := NewCommon("flow", "trigger")
	texts := []string{"", "plain", "{{flow.data}}", "{{ trigger.message.Body | upcase }}", "{% if flow.a %}x{% endif %}", "{flow.data}}", "{{", strings.Repeat("{{flow.data}}", 20)}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, text := range texts {
				if got, want := c.Parse(text), Parse(text, "flow", "trigger"); !reflect.DeepEqual(got, want) {
					t.Errorf("%q is read as %+v, want %+v", text, got, want)
				}
			}
		})
	}
	all.Wait()
	for _, text := range texts {
		if first, again := c.Parse(text), c.Parse(text); first != again {
			t.Errorf("%q is read again and again", text)
		}
	}
}
