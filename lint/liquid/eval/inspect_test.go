package eval

import (
	"testing"

	"studiolint/lint/liquid"
)

func TestInspect(t *testing.T) {
	v, err := JSON([]byte(`{"a": [1, "x"], "b": null}`))
	if err != nil {
		t.Fatal(err)
	}
	if w := v.With("b", Bool(true)).With("c", Text("y")); !same(w, Object([]string{"a", "b", "c"}, []Value{List(Int(1), Text("x")), Bool(true), Text("y")})) || same(v, w) {
		t.Error(w.JSON())
	}
	if text, ok := v.JSON(); !ok || text != `{"a":[1,"x"],"b":null}` {
		t.Error(text)
	}
	if _, ok := v.With("u", Unknown("why")).JSON(); ok || !v.Get("a").Exists() || v.Get("b").Exists() || v.Get("a").Get("x").Exists() {
		t.Error("an unknown part is JSON")
	}
	if text, ok := v.Get("a").Items()[1].Plain(); !ok || text != "x" || !v.IsObject() || v.IsText() || Unknown("why").Unknown() != "why" || len(v.Keys()) != 2 {
		t.Error(text)
	}
}

// What prints nothing is told; of an opaque object only its members are known.
func TestBlankAndOpaque(t *testing.T) {
	text := `{{a}}{{o.x}}{{o.y}}{% if o %}yes{% endif %}{{b | default: "d"}}`
	var blanks []string
	got, err := Render(liquid.Parse(text), text, Env{
		Lookup: func(path []string) Value {
			switch {
			case path[0] == "o" && len(path) == 1:
				return Opaque("secret")
			case len(path) == 2 && path[1] == "x":
				return Text("X")
			}
			return Value{}
		},
		Blank: func(at liquid.Span) { blanks = append(blanks, at.In(text)) },
	})
	if err != nil || got != "Xyesd" || len(blanks) != 2 || blanks[0] != "{{a}}" || blanks[1] != "{{o.y}}" {
		t.Errorf("%q, %v, %v", got, err, blanks)
	}
	for _, text := range []string{"{{o}}", "{{o | to_json}}"} {
		_, err := Render(liquid.Parse(text), text, Env{Lookup: func([]string) Value { return Opaque("secret") }})
		if err == nil || err.Error() != "secret" {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// same reports whether two values are the same, unknown ones included.
func same(a, b Value) bool {
	if a.kind != b.kind || a.text != b.text || len(a.list) != len(b.list) || a.Unknown() != b.Unknown() {
		return false
	}
	for i := range a.list {
		if a.kind == object && a.keys[i] != b.keys[i] || !same(a.list[i], b.list[i]) {
			return false
		}
	}
	return true
}
