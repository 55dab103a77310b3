package form

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"studiolint/lint/source"
	"studiolint/lint/yaml"
)

type (
	person struct {
		name string
		pets []string
	}
	kind[T any] = Kind[*Reader, T]
)

func word() kind[string] {
	return kind[string]{
		Schema: func(*Reader) Schema { return Schema{"type": "string"} },
		Read: func(r *Reader, n yaml.Node) string {
			if n.Kind != yaml.Text {
				r.Errorf(n.Span, "no text")
			}
			return n.Text
		},
	}
}

func personMembers(p *person) []Member[*Reader] {
	return []Member[*Reader]{
		Field("name", "What they are called.", word(), &p.name).Needed("say who it is"),
		Field("pets", "Who lives with them.", List(word()), &p.pets),
	}
}

func read(t *testing.T, text string) (person, []string) {
	t.Helper()
	root, wrong := yaml.Parse([]byte(text))
	if wrong != nil {
		t.Fatal(wrong)
	}
	r := &Reader{File: &source.File{Path: "f.yaml", Bytes: []byte(text)}}
	p := Object(personMembers).Read(r, root)
	var list []string
	if joined, ok := r.Err().(interface{ Unwrap() []error }); ok {
		for _, err := range joined.Unwrap() {
			var wrong *Error
			if !errors.As(err, &wrong) || wrong.Line == 0 {
				t.Errorf("%q has no place", err)
			}
			list = append(list, err.Error())
		}
	}
	return p, list
}

func TestReadObject(t *testing.T) {
	if p, wrong := read(t, "name: Ann\npets: [Rex, Tom]\n"); p.name != "Ann" || len(p.pets) != 2 || wrong != nil {
		t.Error(p, wrong)
	}
	for text, want := range map[string]string{
		"pets: []\n":            `f.yaml:1:1: "name" is missing here: say who it is`,
		"null\n":                `f.yaml:1:1: "name" is missing here: say who it is`,
		"- a\n":                 "f.yaml:1:1: a mapping is expected here, not a list",
		"name: a\npet: b\n":     `f.yaml:2:1: "pet" is not known here; did you mean "pets"?`,
		"name: a\ncolour: b\n":  `f.yaml:2:1: "colour" is not known here; known are name, pets`,
		"name: a\npets: b\n":    "f.yaml:2:7: a list is expected here, not a text",
		"name: a\nname: b\n":    `f.yaml:2:1: "name" stands here a second time; the first is on line 1`,
		"name: a\npets: [[]]\n": "f.yaml:2:8: no text",
	} {
		if _, wrong := read(t, text); len(wrong) != 1 || wrong[0] != want {
			t.Errorf("%q: %q, want %q", text, wrong, want)
		}
	}
}

// Of many mistakes the first are listed.
func TestManyErrors(t *testing.T) {
	_, wrong := read(t, "name: a\npets:\n"+strings.Repeat("  - []\n", 1000))
	if len(wrong) != maxErrors+1 || !strings.Contains(wrong[maxErrors], "there are more mistakes") {
		t.Errorf("%d mistakes, the last one is %q", len(wrong), wrong[len(wrong)-1])
	}
}

func TestSchema(t *testing.T) {
	s := ObjectSchema(new(Reader), personMembers(new(person)))
	s["properties"].(Schema)["ref"] = Schema{"$ref": "#/definitions/a"}.Described("there")
	want := `{"additionalProperties":false,"properties":{"name":{"description":"What they are called.","type":"string"},` +
		`"pets":{"description":"Who lives with them.","items":{"type":"string"},"type":["array","null"]},` +
		`"ref":{"allOf":[{"$ref":"#/definitions/a"}],"description":"there"}},"required":["name"],"type":"object"}`
	if got, err := json.Marshal(s); err != nil || string(got) != want {
		t.Errorf("%s %v\nwant %s", got, err, want)
	}
}
