package offer

import (
	"strings"
	"testing"
)

func TestInOtherTongue(t *testing.T) {
	for _, c := range []struct {
		text, word string
		other      bool
	}{
		{"{% if flow.data.lang == 'es' %}Todos los agentes ocupados.{% else %}All agents are busy.{% endif %}", "agentes", true},
		{"{% case lang %}{% when \"es\" %}agentes{% else %}agents{% endif %}", "agentes", true},
		{"{% if flow.data.late %}Your order is delayd, please wait.{% endif %}", "delayd", false},
		{"{% if flow.data.late %}delayd{% endif %}", "delayd", false},
		{"{% if flow.data.late %}It is late.{% endif %} All agentes are busy", "agentes", false},
		{"All agentes are busy{% if flow.data.lang == 'es' %}.{% endif %}", "agentes", false},
		{"All agentes are busy", "agentes", false},
	} {
		at := strings.Index(c.text, c.word)
		if other := InOtherTongue(c.text, at, at+len(c.word), "en"); other != c.other {
			t.Errorf("%q: %t", c.text, other)
		}
	}
}
