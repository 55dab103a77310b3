package schemas

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

const catalogueSchema = "catalogue.schema.json"

// compiler returns a compiler that knows the schema of the catalogue's files.
var compiler = sync.OnceValues(func() (*jsonschema.Compiler, error) {
	text, err := os.ReadFile(catalogueSchema)
	if err != nil {
		return nil, err
	}
	c := newCompiler()
	return c, c.AddResource("studiolint:///"+catalogueSchema, bytes.NewReader(text))
})

// compiled is the schema of the catalogue's files, or a part of it: "#/definitions/event".
func compiled(t testing.TB, part string) *jsonschema.Schema {
	t.Helper()
	c, err := compiler()
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("studiolint:///" + catalogueSchema + part)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A fact that is wrong, unknown or missing is told by file, line and name: by this test,
// so that nobody who runs the program meets it.
func TestFilesKeepTheirSchema(t *testing.T) {
	schema := compiled(t, "")
	for _, name := range schemaFiles(t) {
		text, err := files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults(schema, name, text) {
			t.Error(fault)
		}
		want := strings.Repeat("../", strings.Count(name, "/")) + catalogueSchema
		if got := raw(t, name).(map[string]any)["$schema"]; got != want {
			t.Errorf("schemas/%s: $schema is %v, want %s, so that an editor helps", name, got, want)
		}
	}
}

// What is said of a mistake leads to it.
func TestFaultsHavePlaces(t *testing.T) {
	const name = "widgets/say-play.json"
	text, err := files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	schema := compiled(t, "")
	line := func(part string) int {
		before, _, found := strings.Cut(string(text), part)
		if !found {
			t.Fatalf("%s is not in the file", part)
		}
		return 1 + strings.Count(before, "\n")
	}
	for _, c := range []struct{ old, new, at, says string }{
		{`"status": "current"`, `"status": "now"`, `"status"`, "x-studio.status: "},
		{`"needs": "call",`, `"needs": "call", "wants": "call",`, `"needs"`, "x-studio.wants: "},
		{`"kind": "always"`, `"kid": "always"`, `"kind"`, "audioComplete.kid: "},
		{`"type": "object",`, `"typ": "object",`, `"type": "object"`, "typ: "},
		// What is missing is told where that which lacks it begins.
		{`"status": "current",`, ``, `"x-studio"`, "missing properties: 'status'"},
		{`"liquid": true,`, ``, "\"say\": {\n", "missing properties: 'liquid'"},
	} {
		found := faults(schema, name, []byte(strings.Replace(string(text), c.old, c.new, 1)))
		place := fmt.Sprintf("schemas/%s:%d: ", name, line(c.at))
		if !slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, place) && strings.Contains(f, c.says) }) {
			t.Errorf("%s for %s: %q, want %s…%s", c.new, c.old, found, place, c.says)
		}
	}
	if found := faults(schema, name, text); found != nil {
		t.Error(found)
	}
}

// faults lists what is wrong with a file of the catalogue.
func faults(schema *jsonschema.Schema, name string, text []byte) []string {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return []string{fmt.Sprintf("schemas/%s: %v", name, err)}
	}
	var list []string
	if invalid, ok := schema.Validate(v).(*jsonschema.ValidationError); ok {
		leaves(invalid, func(leaf *jsonschema.ValidationError) {
			at := pointer(leaf.InstanceLocation)
			places := [][]string{at}
			if lastStep(leaf.AbsoluteKeywordLocation) == "additionalProperties" { // told of the object, names between quotes
				places = nil
				for i, part := range strings.Split(leaf.Message, "'") {
					if i%2 == 1 {
						places = append(places, slices.Concat(at, []string{part}))
					}
				}
			}
			for _, at := range places {
				list = append(list, fmt.Sprintf("schemas/%s:%d: %s: %s", name, lineOf(text, at), strings.Join(at, "."), leaf.Message))
			}
		})
	}
	return list
}

// lineOf returns the line on which the value at a path begins.
func lineOf(text []byte, at []string) int {
	d := json.NewDecoder(bytes.NewReader(text))
	for _, step := range at {
		open, _ := d.Token()
		for i := 0; d.More(); i++ {
			key := fmt.Sprint(i)
			if open == json.Delim('{') {
				token, _ := d.Token()
				key, _ = token.(string)
			}
			if key == step {
				break
			}
			var skipped json.RawMessage
			if d.Decode(&skipped) != nil {
				break
			}
		}
	}
	offset := int(d.InputOffset())
	for offset < len(text) && strings.ContainsRune(" \t\r\n:,", rune(text[offset])) {
		offset++
	}
	return 1 + bytes.Count(text[:offset], []byte("\n"))
}

// A table of facts as the tests see it.
type table struct {
	names   []string
	accepts func(name, value string) bool
}

func tableOf[T any](k *kind[T]) table {
	return table{
		names: namesOf(k.facts, func(f fact[T]) string { return f.name }),
		accepts: func(name, value string) (ok bool) {
			defer func() { _ = recover() }()
			r := &reader{name: "test", text: value}
			k.fact(r, name, new(T))
			return r.peek() == 0
		},
	}
}

// tables lists the kinds of object by their names in the schema.
func tables() map[string]table {
	variables := tableOf(&variableKind)
	variables.names = append(variables.names, "keys") // the reader's own, for it holds variables again
	facts := variables.accepts
	variables.accepts = func(name, value string) (ok bool) {
		if name != "keys" {
			return facts(name, value)
		}
		defer func() { _ = recover() }()
		r := &reader{name: "test", text: value}
		r.variables()
		return r.peek() == 0
	}
	document, widget := tableOf(&documentKind), tableOf(&widgetKind)
	widget.names = append(widget.names, document.names...)
	widget.accepts = func(name, value string) (ok bool) {
		defer func() { _ = recover() }()
		r := &reader{name: "test", text: value}
		new(Widget).fact(r, name)
		return r.peek() == 0
	}
	return map[string]table{
		"document": document, "widget": widget, "variable": variables,
		"property": tableOf(&propertyKind), "refused": tableOf(&refusalKind), "clash": tableOf(&clashKind),
		"list": tableOf(&listKind), "needs_key": tableOf(&neededKeyKind),
		"range": tableOf(&rangeKind), "max_length": tableOf(&maxLengthKind), "line": tableOf(&lineKind),
		"named": tableOf(&namedKind), "files": tableOf(&filesKind),
		"required_by_lint": tableOf(&requirementKind), "limit": tableOf(&limitKind), "aliases": tableOf(&aliasesKind),
		"retired": tableOf(&retirementKind), "needs_by": tableOf(&needsByKind), "creates": tableOf(&createsKind), "request": tableOf(&requestKind),
		"transcription": tableOf(&transcriptionKind), "speech": tableOf(&speechKind),
		"transfer": tableOf(&transferKind), "calls": tableOf(&callsKind),
		"subflow": tableOf(&subflowKind), "flex_task": tableOf(&flexTaskKind), "keys": tableOf(&keyEntryKind), "event": tableOf(&eventKind),
		"outputs": tableOf(&outputsKind), "operator": tableOf(&operatorKind),
	}
}

// The schema of the catalogue's files is what the reader accepts: the same facts, of the
// same values. The schema may ask for more: that a fact is there, or how a text looks.
func TestSchemaIsTheReader(t *testing.T) {
	text, err := os.ReadFile(catalogueSchema)
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Definitions map[string]struct {
			Description string
			Properties  map[string]struct {
				Description, Ref string
			}
		}
	}
	if err := json.Unmarshal(bytes.ReplaceAll(text, []byte(`"$ref"`), []byte(`"ref"`)), &schema); err != nil {
		t.Fatal(err)
	}
	all := tables()
	for name, definition := range schema.Definitions {
		if definition.Description == "" && name != "type" {
			t.Errorf("%s is not described", name)
		}
		if name == "schema" || name == "type" || name == "sources" || name == "confidence" {
			continue // read by the reader itself: see TestKeywords and below
		}
		names := slices.Sorted(slices.Values(all[name].names))
		if got := slices.Sorted(maps.Keys(definition.Properties)); !slices.Equal(got, names) {
			t.Errorf("%s: the schema has %v, the reader %v", name, got, names)
		}
		for fact, property := range definition.Properties {
			if property.Description == "" && property.Ref == "" {
				t.Errorf("%s of %s is not described", fact, name)
			}
			compareFact(t, name, fact, all[name].accepts)
		}
	}
	for name := range all {
		if _, ok := schema.Definitions[name]; !ok {
			t.Errorf("the schema does not define %s", name)
		}
	}
}

// probes are values of each form, among them every word that a fact chooses from.
func probes() []string {
	list := []string{
		`"x"`, `""`, `1`, `0`, `-3`, `1.5`, `true`, `false`, `null`, `[]`, `["x"]`, `[1]`, `[["x"]]`, `{}`, `{"x": "y"}`, `{"x": ["y"]}`, `{"x": []}`,
		`{"x": 1}`, `{"x": {}}`, `{"x": null}`, `{"nonsense": 1}`, `{"x": {"nonsense": 1}}`, `{"x": {"meaning": "y"}}`, `{"x": "none"}`, `{"x": "call"}`,
		`{"min": 1, "max": 2, "unit": "s"}`, `{"keys": {"x": {"keys": {"y": {}}}}}`, `{"x": {"keys": {"y": {"nonsense": 1}}}}`, `["WW"]`, `["create"]`, `["https://x"]`,
	}
	quote := func(word string) { list = append(list, fmt.Sprintf("%q", word), fmt.Sprintf("[%q]", word)) }
	for _, words := range [][]string{asText(confidences), formats, requests, counted, asText(statuses), asText(needs), asText(dialogs), asText(eventKinds), asText(keySources), asText(valueKinds), asText(parties), channels} {
		for _, word := range words {
			quote(word)
		}
	}
	return list
}

func asText[T ~string](words []T) []string {
	return namesOf(words, func(w T) string { return string(w) })
}

// stricter are the keywords by which the schema asks for more than the reader, which
// leaves it to the tests.
var stricter = []string{"required", "dependencies", "pattern", "minimum", "minLength", "minItems"}

func compareFact(t *testing.T, kind, fact string, accepts func(name, value string) bool) {
	t.Helper()
	schema := compiled(t, path.Join("#/definitions", kind, "properties", fact))
	accepted := 0
	for _, probe := range probes() {
		reader := accepts(fact, probe)
		invalid, _ := schema.Validate(decode(t, []byte(probe))).(*jsonschema.ValidationError)
		only := invalid != nil // whether the schema only asks for more
		if invalid != nil {
			leaves(invalid, func(leaf *jsonschema.ValidationError) {
				only = only && slices.Contains(stricter, lastStep(leaf.AbsoluteKeywordLocation))
			})
		}
		if reader && (invalid == nil || only) {
			accepted++
		}
		if reader != (invalid == nil || only) {
			t.Errorf("%s of %s as %s: the reader accepts it: %v, the schema says %v", fact, kind, probe, reader, invalid)
		}
	}
	if accepted == 0 {
		t.Errorf("%s of %s: no probe is accepted", fact, kind)
	}
}
