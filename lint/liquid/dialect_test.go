package liquid

import "testing"

func TestDifferences(t *testing.T) {
	for _, c := range []struct{ text, at string }{
		{`{% raw %}{{ x }}{%- endraw %}`, `{%- endraw %}`},
		{`{% raw %}{{ x }}{% endraw %}`, ""},
		{`{% if (a == "x") %}y{% endif %}`, `(a == "x")`},
		{`{% if a <> "x" %}y{% endif %}`, `<>`},
		{`{% if a != "x" and b == "y" and c %}y{% endif %}`, ""},
		{`{% if a == "x" and b == "y" or c %}y{% endif %}`, `a == "x" and b == "y" or c`},
		{`{% unless a == blank %}y{% endunless %}`, `blank`},
		{"{{ a\n| upcase }}", "{{ a\n| upcase }}"},
		{`{% case a %}{% when "x" or "y" %}z{% endcase %}`, `"x" or "y"`},
		{`{% case a %}{% when "x", "y" %}z{% endcase %}`, ""},
		{`{{ flow .x }}`, `flow .x`},
		{`{{ flow["a. b"].x }}`, ""},
		{`{{ "}}" }}`, `"}}"`},
		{`{% comment %}{% if a %}{% endcomment %}`, `{% if a %}`},
		{`{% comment %}{% if a %}{% endif %}{% endcomment %}`, ""},
		{`{% if a %}{% break %}{% endif %}`, `{% break %}`},
		{`{% for x in a %}{% if x %}{% break %}{% endif %}{% endfor %}`, ""},
		{`{{ a | divided_by: 2 }}`, `divided_by`},
		{`{{ a | divided_by: 2 | floor }}{{ a | divided_by: 2.0 }}{{ a | divided_by: b }}`, ""},
	} {
		found := Parse(c.text).Differences(c.text)
		got := ""
		if len(found) > 0 {
			got = found[0].In(c.text)
		}
		if got != c.at || len(found) > 1 {
			t.Errorf("%s: %q, want %q (%d found)", c.text, got, c.at, len(found))
		}
	}
}
