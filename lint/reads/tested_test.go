package reads

import (
	"testing"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
)

func TestGuards(t *testing.T) {
	for text, want := range map[string]bool{
		`{{widgets.a.x}}`:                                                                          false,
		`{{widgets.a.x | default: "y"}}`:                                                           true,
		`{{widgets.a.x | upcase | default: "y"}}`:                                                  true,
		`{{widgets.b.x | default: "y"}}{{widgets.a.x}}`:                                            false,
		`{% if widgets.a.x %}{% endif %}`:                                                          true,
		`{% if widgets.a %}{{widgets.a.x}}{% endif %}`:                                             true,
		`{% if widgets.a %}{% else %}{{widgets.a.x}}{% endif %}`:                                   true,
		`{% unless widgets.a.y == "1" %}{{widgets.a.x}}{% endunless %}`:                            true,
		`{% if flow.sid %}{% elsif widgets.a %}{{widgets.a.x}}{% endif %}`:                         true,
		`{% case widgets.a.y %}{% when "1" %}{{widgets.a.x}}{% endcase %}`:                         true,
		`{% if widgets.a %}{% endif %}{{widgets.a.x}}`:                                             false,
		`{% if widgets.b %}{{widgets.a.x}}{% endif %}`:                                             false,
		`{% if widgets.a %}{% if flow.sid %}{{widgets.a.x}}{% endif %}{% endif %}`:                 true,
		`{% if widgets.a %}{% if widgets.a.y %}{% endif %}{{widgets.a.x}}{% endif %}`:              true,
		`{% if widgets.a %}{% endif %}{{widgets.a.x}}{% if widgets.a %}{{widgets.a.x}}{% endif %}`: false,
		`{% if widgets.a %}{{widgets.a.x}}`:                                                        true,
		`{% assign y = widgets.a.x %}`:                                                             false,
		`{% if flow.variables.b %}{{widgets.a.x}}{% endif %}`:                                      false,
	} {
		if got := ofAllReads(text, (*Tests).Has); got != want {
			t.Errorf("%s: tested is %v", text, got)
		}
	}
}

func TestConditional(t *testing.T) {
	for text, want := range map[string]bool{
		`{{widgets.a.x}}`: false,
		`{% if flow.sid %}{{widgets.a.x}}{% endif %}`:                                                              true,
		`{% if widgets.b.x == "1" %}{{widgets.b.x}}{% else %}{{widgets.a.x}}{% endif %}`:                           true,
		`{% unless flow.sid %}{{widgets.a.x}}{% endunless %}`:                                                      true,
		`{% case flow.sid %}{% when "1" %}{{widgets.a.x}}{% endcase %}`:                                            true,
		`{% if flow.sid %}{% for i in (1..3) %}{{widgets.a.x}}{% endfor %}{% endif %}`:                             true,
		`{% for i in (1..3) %}{{widgets.a.x}}{% endfor %}`:                                                         false,
		`{% if flow.sid %}{% endif %}{{widgets.a.x}}{% if flow.sid %}{% endif %}`:                                  false,
		`{% if [x] %}{% endif %}{% if flow.sid %}{% endif %}{{widgets.a.x}}{% if [x] %}{{widgets.a.x}}{% endif %}`: false,
		`{% if flow.sid %}{% if flow.flow_sid %}{% endif %}{{widgets.a.x}}{% endif %}`:                             true,
		`{% raw %}{% if flow.sid %}{% endraw %}{{widgets.a.x}}{% comment %}{% if flow.sid %}{% endcomment %}`:      false,
		`{% capture y %}{{widgets.a.x}}{% endcapture %}`:                                                           false,
		`{% if flow.sid %}{{widgets.a.x}}`:                                                                         true,
	} {
		if got := ofAllReads(text, (*Tests).Conditional); got != want {
			t.Errorf("%s: conditional is %v", text, got)
		}
	}
}

func TestTestedVariable(t *testing.T) {
	text := `{% if flow.variables.a %}{{flow.variables.a}}{{flow.variables.b}}{% endif %}`
	template := liquid.Parse(text)
	g := &Tests{known: map[*liquid.Template]tests{}}
	for i, want := range []bool{true, true, false} {
		if got := g.Has(flow.Ref{Template: &flow.Template{Text: text, Liquid: template}, Reference: &template.References[i]}); got != want {
			t.Errorf("reference %d: tested is %v", i, got)
		}
	}
}

// ofAllReads reports whether something holds for every read of widgets.a.
func ofAllReads(text string, holds func(*Tests, flow.Ref) bool) bool {
	template := liquid.Parse(text)
	g := &Tests{known: map[*liquid.Template]tests{}}
	for i := range template.References {
		r := &template.References[i]
		if r.Name(0) == "widgets" && r.Name(1) == "a" && !holds(g, flow.Ref{Template: &flow.Template{Text: text, Liquid: template}, Reference: r}) {
			return false
		}
	}
	return true
}
