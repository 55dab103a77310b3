package liquid_test

import (
	"slices"
	"strings"
	"testing"

	"studiolint/lint/liquid"
)

func seed(f *testing.F) {
	for _, text := range sound {
		f.Add(text)
	}
	for _, test := range broken {
		f.Add(test.text)
	}
}

// FuzzParse checks what must hold for any text, and that a path read back from
// its plain form is the same path.
func FuzzParse(f *testing.F) {
	seed(f)
	f.Add("{{[+1i a")
	f.Add("{{c[d.}0")
	f.Add("{%{flow.dXta.}}")
	f.Add("{%-{flow.dXta.}}")
	for _, text := range hostile {
		f.Add(text[:200])
	}
	f.Add(mingled)
	f.Fuzz(func(t *testing.T, text string) {
		tmpl := parse(t, text)
		for _, r := range tmpl.References {
			plain := true
			for _, s := range r.Segments {
				plain = plain && s.Name != "" && s.Kind <= liquid.IndexSegment && !strings.ContainsAny(s.Name, "{}%$'\"")
			}
			if !plain || r.Broken || len(r.Segments) == 1 && slices.Contains(liquid.Tags(), r.Name(0)) {
				continue // {{ else }} is an error
			}
			again := parse(t, "{{ "+r.String()+" }}").References
			if len(again) != 1 || again[0].String() != r.String() {
				t.Errorf("%q: %q is read back as %v", text, r, again)
			}
		}
	})
}

// mingled is a text whose outputs take each other's quotes: with a brace more in one of
// them, others end elsewhere.
var mingled = "}}',{{'}}',{{'}}{{'," + strings.Repeat("{{'}}',", 4) + "{{'}'}'," +
	strings.Repeat("{{'}}',", 19) + "{{'{{'}}}}'," + strings.Repeat("{{'}}',", 2) + "}}'" + strings.Repeat("{{'}}',", 3)

// FuzzLinear repeats a short text to 64 KB: where time is not proportional to the
// length, the fuzzer reports a hang.
func FuzzLinear(f *testing.F) {
	for _, text := range hostile {
		f.Add("", text[:12], "")
	}
	for _, text := range sound {
		f.Add("{{'", text, "")
	}
	f.Fuzz(func(t *testing.T, before, unit, after string) {
		if unit == "" || len(unit) > 100 {
			t.Skip()
		}
		text := before + strings.Repeat(unit, 1<<16/len(unit)) + after
		liquid.Parse(text, roots...)
	})
}
