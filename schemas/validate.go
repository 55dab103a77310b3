package schemas

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Violation is one mistake that a document's schema finds.
type Violation struct {
	// Path leads from the value that was validated to the one that is wrong: member
	// names, and array indexes in decimal. For a missing member it leads to the object that
	// lacks it.
	Path []string
	// Keyword is the one that failed: "type", "required", "enum", "const", "minLength",
	// "minItems", "maxItems" or "oneOf".
	Keyword string
	// Expected holds the JSON types, the values of the enum, the constant, the missing member
	// (one per Violation), the limit in decimal, or for oneOf the members of which
	// exactly one must be there.
	Expected []string
	// Present lists, for oneOf, those of Expected that are there.
	Present []string
}

// validator is a document's schema as jsonschema wants it, compiled when it is first needed.
type validator struct {
	once   sync.Once
	schema *jsonschema.Schema
}

// Validate checks a value, of the Go types that encoding/json makes with UseNumber, and
// returns one Violation per mistake, sorted by path and then by keyword; none
// when the schema accepts it. It is slow (the first call compiles the schema): call it
// for what a walk over the table in Schema has rejected.
func (d *Document) Validate(v any) []Violation {
	d.validator.once.Do(func() { d.validator.schema = compile(d.Name, d.Schema) })
	v, _ = d.Schema.tame(v)
	err := d.validator.schema.Validate(v)
	if err == nil {
		return nil
	}
	invalid, ok := err.(*jsonschema.ValidationError)
	if !ok { // v is not what encoding/json makes: a mistake of the program
		panic(fmt.Sprintf("schemas: validating with %s: %v", d.Name, err))
	}
	var found []Violation
	leaves(invalid, func(leaf *jsonschema.ValidationError) {
		path := pointer(leaf.InstanceLocation)
		found = append(found, d.Schema.At(path...).violations(lastStep(leaf.AbsoluteKeywordLocation), path, value(v, path))...)
	})
	slices.SortStableFunc(found, func(a, b Violation) int {
		if c := comparePaths(a.Path, b.Path); c != 0 {
			return c
		}
		return strings.Compare(a.Keyword, b.Keyword)
	})
	return found
}

// violations tells how a value at a path breaks a keyword of its schema.
func (s *Schema) violations(keyword string, path []string, at any) []Violation {
	object, _ := at.(map[string]any)
	v := Violation{Path: path, Keyword: keyword}
	switch keyword {
	case "type":
		v.Expected = s.Types.Names()
	case "enum":
		v.Expected = s.Enum
	case "const":
		v.Expected = []string{s.Const}
	case "minLength":
		v.Expected = []string{strconv.Itoa(s.MinLength)}
	case "minItems":
		v.Expected = []string{strconv.Itoa(s.MinItems)}
	case "maxItems":
		v.Expected = []string{strconv.Itoa(s.MaxItems)}
	case "oneOf":
		for _, name := range slices.Concat(s.OneOfRequired...) {
			if slices.Contains(v.Expected, name) {
				continue
			}
			v.Expected = append(v.Expected, name)
			if _, there := object[name]; there {
				v.Present = append(v.Present, name)
			}
		}
	case "required":
		var missing []Violation
		for _, name := range s.Required {
			if _, there := object[name]; !there {
				missing = append(missing, Violation{Path: path, Keyword: keyword, Expected: []string{name}})
			}
		}
		return missing
	}
	return []Violation{v}
}

// comparePaths orders paths as their values stand in a document: array indexes by
// number, everything else by name, a value before what it holds.
func comparePaths(a, b []string) int {
	return slices.CompareFunc(a, b, func(x, y string) int {
		if isIndex(x) && isIndex(y) && len(x) != len(y) {
			return len(x) - len(y)
		}
		return strings.Compare(x, y)
	})
}

// leaves calls visit for the errors that have no further cause. What is below a oneOf is
// not visited: the causes there only say why each alternative failed.
func leaves(err *jsonschema.ValidationError, visit func(*jsonschema.ValidationError)) {
	if len(err.Causes) == 0 || lastStep(err.AbsoluteKeywordLocation) == "oneOf" {
		visit(err)
		return
	}
	for _, cause := range err.Causes {
		leaves(cause, visit)
	}
}

func lastStep(location string) string {
	return location[strings.LastIndexByte(location, '/')+1:]
}

// pointer splits one of jsonschema's instance locations, which are JSON Pointers escaped for a
// URL.
func pointer(location string) []string {
	path := []string{}
	for _, step := range strings.Split(location, "/")[1:] {
		if plain, err := url.PathUnescape(step); err == nil {
			step = plain
		}
		path = append(path, strings.ReplaceAll(strings.ReplaceAll(step, "~1", "/"), "~0", "~"))
	}
	return path
}

// value returns what stands at a path below v.
func value(v any, path []string) any {
	for _, step := range path {
		switch at := v.(type) {
		case map[string]any:
			v = at[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(at) {
				return nil
			}
			v = at[i]
		}
	}
	return v
}

// The schemas look at a number only to tell whether it is whole. jsonschema computes with
// each as a fraction, which takes its time for a long one and ends in a panic
// for an exponent beyond a million; so it gets to see only these two.
const (
	someInteger  = json.Number("1")
	someFraction = json.Number("0.5")
)

// tame returns v with each number that s looks at replaced by a harmless one, and whether
// there was any; v itself is left as it is.
func (s *Schema) tame(v any) (any, bool) {
	if s == nil {
		return v, false
	}
	changed := false
	switch v := v.(type) {
	case json.Number:
		if IsInteger(string(v)) {
			return someInteger, true
		}
		return someFraction, true
	case map[string]any:
		for name, sub := range s.Properties.All() {
			member, ok := v[name]
			if !ok {
				continue
			}
			if tame, replaced := sub.tame(member); replaced {
				if !changed {
					v, changed = maps.Clone(v), true
				}
				v[name] = tame
			}
		}
		return v, changed
	case []any:
		if s.Items == nil {
			break
		}
		for i, item := range v {
			if tame, replaced := s.Items.tame(item); replaced {
				if !changed {
					v, changed = slices.Clone(v), true
				}
				v[i] = tame
			}
		}
		return v, changed
	}
	return v, false
}

// compile gives a table to jsonschema.
func compile(name string, s *Schema) *jsonschema.Schema {
	text, err := json.Marshal(s.document())
	if err != nil {
		panic(fmt.Sprintf("schemas: %s: %v", name, err))
	}
	location := "studiolint:///" + name
	c := newCompiler()
	if err := c.AddResource(location, bytes.NewReader(text)); err != nil {
		panic(fmt.Sprintf("schemas: %s: %v", name, err))
	}
	return c.MustCompile(location)
}

// newCompiler returns a compiler that loads nothing from disk or network.
func newCompiler() *jsonschema.Compiler {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft7
	c.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("%s is not part of the catalogue", url)
	}
	return c
}

// document writes the table as a JSON Schema again.
func (s *Schema) document() map[string]any {
	doc := map[string]any{}
	switch types := s.Types.Names(); len(types) {
	case 0:
	case 1:
		doc["type"] = types[0]
	default:
		doc["type"] = types
	}
	if s.Required != nil {
		doc["required"] = s.Required
	}
	if s.Properties != nil {
		properties := map[string]any{}
		for name, sub := range s.Properties.All() {
			properties[name] = sub.document()
		}
		doc["properties"] = properties
	}
	if s.Items != nil {
		doc["items"] = s.Items.document()
	}
	if s.Enum != nil {
		doc["enum"] = s.Enum
	}
	if s.HasConst {
		doc["const"] = s.Const
	}
	for keyword, limit := range map[string]int{"minLength": s.MinLength, "minItems": s.MinItems, "maxItems": s.MaxItems} {
		if limit != 0 {
			doc[keyword] = limit
		}
	}
	if s.OneOfRequired != nil {
		var alternatives []any
		for _, members := range s.OneOfRequired {
			alternatives = append(alternatives, map[string]any{"required": members})
		}
		doc["oneOf"] = alternatives
	}
	return doc
}
