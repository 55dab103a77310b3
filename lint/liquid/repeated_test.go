package liquid

import (
	"slices"
	"testing"
)

func TestRepeated(t *testing.T) {
	for text, want := range map[string][]string{
		`{% if a == "x" %}1{% elsif a == 'x' %}2{% endif %}`:                             {`a == 'x'`},
		`{% if a == "x" or b %}1{% elsif b %}2{% else %}3{% endif %}`:                    {`b`},
		`{% if a == "x" %}1{% elsif a == "x" and b %}2{% endif %}`:                       {`a == "x" and b`},
		`{% if a and b %}1{% elsif a and b %}2{% elsif a %}3{% endif %}`:                 {`a and b`},
		`{% if a == "x" and b %}1{% elsif a == "x" %}2{% elsif b %}3{% endif %}`:         nil,
		`{% if a == "x" %}1{% elsif a == "y" %}2{% elsif a == "x" or c %}3{% endif %}`:   nil,
		`{% if a %}1{% elsif a and b or c %}2{% endif %}`:                                nil,
		`{% unless a %}1{% elsif a %}2{% endunless %}`:                                   nil,
		`{% case a %}{% when "x", "y" %}1{% when "z" or "x" %}2{% else %}3{% endcase %}`: {`"x"`},
		`{% case a %}{% when "x", "y", "x" %}1{% when "z" or 'z' %}2{% endcase %}`:       nil,
		`{% case a %}{% when "x", "x" %}1{% when "z" or "x" or "x" %}2{% endcase %}`:     {`"x"`, `"x"`},
		`{% case a %}{% when 1 %}1{% when "1" %}2{% endcase %}`:                          nil,
	} {
		template := Parse(text)
		var got []string
		for _, n := range template.Nodes {
			if n.Kind == BlockNode {
				for _, span := range template.Repeated(n.Block, text) {
					got = append(got, span.In(text))
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
