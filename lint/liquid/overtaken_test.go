package liquid

import "testing"

func TestOvertaken(t *testing.T) {
	for text, want := range map[string]string{
		`{% if h < 18 %}1{% elsif h < 12 %}2{% endif %}`:                                      `h < 12`,
		`{% if h < 12 %}1{% elsif h < 18 %}2{% endif %}`:                                      ``,
		`{% if h > 5 %}1{% elsif h >= 6 and x %}2{% endif %}`:                                 `h >= 6`,
		`{% if h > 5 and y %}1{% elsif h >= 6 %}2{% endif %}`:                                 ``,
		`{% if h > 5 or y %}1{% elsif h == 6 %}2{% endif %}`:                                  `h == 6`,
		`{% if h > 5 %}1{% elsif h == 6 or y %}2{% endif %}`:                                  ``,
		`{% if 18 > h %}1{% elsif 12 >= h %}2{% endif %}`:                                     `12 >= h`,
		`{% if h < 18 %}1{% elsif g < 12 %}2{% endif %}`:                                      ``,
		`{% if h < 18 %}1{% elsif h < "12" %}2{% endif %}`:                                    ``,
		`{% if h <= 18 %}1{% elsif h < 18.5 %}2{% endif %}`:                                   ``,
		`{% if h >= 0 %}1{% elsif h >= 10 %}2{% endif %}`:                                     `h >= 10`,
		`{% if x contains "cat" %}1{% elsif x contains "cats" %}2{% endif %}`:                 `x contains "cats"`,
		`{% if x contains "cat" %}1{% elsif x == 'cats' %}2{% endif %}`:                       `x == 'cats'`,
		`{% if x contains "cats" %}1{% elsif x contains "cat" %}2{% endif %}`:                 ``,
		`{% if x == "cat" %}1{% elsif x contains "cat" %}2{% endif %}`:                        ``,
		`{% unless h < 18 %}1{% elsif h < 12 %}2{% endunless %}`:                              ``,
		`{% if h < 18 %}1{% elsif h < 18 and y %}2{% elsif y %}3{% elsif h < 3 %}{% endif %}`: `h < 3`,
	} {
		template := Parse(text)
		got := ""
		for _, n := range template.Nodes {
			if n.Kind != BlockNode {
				continue
			}
			if o, ok := template.Overtaken(n.Block, text); ok {
				got = o.At.In(text)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
