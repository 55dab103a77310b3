package liquid

import "testing"

func TestAsksForBlank(t *testing.T) {
	for text, want := range map[string]bool{
		"{% if a.b %}c{% endif %}": true, "{%- if a.b != blank -%}c{% endif %}": true, `{% unless a.b == "" %}c{% endunless %}`: true,
		"{% if a.b == nil %}c{% endif %}": true, "{% if a.b == 'x' %}c{% endif %}": false, "{% if a.b and a.c %}d{% endif %}": false,
		"{% if a.b > 1 %}c{% endif %}": false, "{% case a.b %}{% endcase %}": false, "{{ a.b }}": false,
	} {
		if got := Parse(text).AsksForBlank(0, text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestAsksForSize(t *testing.T) {
	for text, want := range map[string]bool{
		"{{ a.size }}": true, "{{ a | size }}": true, "{% if i < a.size %}{% endif %}": true,
		"{% if a[i] %}{% endif %}": false, "{{ a[i] }}": false, "Write a.size: {{ a }}": false,
	} {
		if got := Parse(text).AsksForSize(); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
