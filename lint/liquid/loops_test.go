package liquid

import "testing"

func TestLimitsLoops(t *testing.T) {
	for text, want := range map[string]bool{
		"{% for x in a limit: 3 %}{% endfor %}":      true,
		"{% for x in a limit: b.most %}{% endfor %}": true,
		"{% for x in a %}{% break %}{% endfor %}":    true,
		"{% for x in a offset: 1 %}{% endfor %}":     false,
		"{% assign limit = 3 %}There is a limit.":    false,
		"{{ a.limit }}{% for limit in limit %}":      false,
	} {
		if got := Parse(text).LimitsLoops(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestHasTag(t *testing.T) {
	for text, want := range map[string]bool{
		"anything else?": false, "{{ else }}": false,
		"{% if a %}b{% else %}c{% endif %}": true, "{% for a in b %}{%- else -%}c{% endfor %}": true,
		"{% raw %}{% else %}{% endraw %}": false,
	} {
		if got := Parse(text).HasTag("else"); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	if !Parse("{% cycle 1, 2 %}").HasTag() || Parse("{{ a }}").HasTag() {
		t.Error("any tag")
	}
}
