package shape

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A Resource is a document around a flow and what the catalogue knows of its kind.
type Resource struct {
	*lint.Pass
	Facts *schemas.Document
}

// ResourceOf returns the document of a pass with the catalogue's facts; ok is false
// for a document that is no resource or request.
func ResourceOf(p *lint.Pass) (r Resource, ok bool) {
	name := ""
	switch p.Document.Kind {
	case input.FlowRequest:
		name = "flow-request"
	case input.FlowResource:
		name = "flow"
	case input.FlexFlowRequest:
		name = "flex-flow-request"
	case input.FlexFlowResource:
		name = "flex-flow"
	default:
		return Resource{}, false
	}
	return Resource{p, schemas.Resource(name)}, true
}

// IsRequest reports whether the document is sent to the API rather than received.
func (r Resource) IsRequest() bool {
	return r.Document.Kind == input.FlowRequest || r.Document.Kind == input.FlexFlowRequest
}

// Field returns a field by the name that the API's resource gives it.
func (r Resource) Field(name string) source.Node { return r.Document.Field(name) }

// Filled reports whether a field has a value. In a form an empty one is none.
func Filled(n source.Node) bool {
	return n.Exists() && n.Kind() != source.Null && !(n.IsString() && n.Text() == "")
}

// Of names a field for a message.
func (r Resource) Of(name string) string {
	if r.IsRequest() {
		return words.Quote(name) + " of the request"
	}
	return words.Quote(name)
}

// Types reports values of the wrong JSON type.
func (r Resource) Types() {
	for _, v := range view.Check(r.Facts, r.Document.Node) {
		if v.Keyword != "type" || len(v.Path) == 0 {
			continue // Values reports the rest
		}
		n := r.Document.Node
		for _, name := range v.Path {
			n = n.Get(name)
		}
		if !n.Exists() || IsPlaceholder(r.Pass, n) {
			continue
		}
		// Null is what the API may return, and text how a form writes the others.
		want := slices.DeleteFunc(slices.Clone(v.Expected), func(t string) bool {
			return t == "null" || t == "string" && !slices.Contains(v.Expected, "object") && len(v.Expected) > 1 && r.IsRequest()
		})
		r.Reportf(n.Opening(), "%s is %s, but must be %s", r.Of(strings.Join(v.Path, ".")), KindName(n), TypeNames(want))
	}
}

// Values reports texts and numbers that a field does not take.
func (r Resource) Values() {
	for _, f := range r.Facts.Properties {
		n := r.Field(f.Name)
		if !Filled(n) || IsPlaceholder(r.Pass, n) {
			continue
		}
		schema := r.schemaOf(f.Name)
		if schema != nil && !schema.Types.Accepts(TypeOf(n)) {
			continue // Types reports it
		}
		text := n.Text()
		if n.Kind() == source.Number {
			text = string(n.Raw())
		}
		switch {
		case f.Closed && n.IsString() && !slices.Contains(f.Values, text):
			r.Reportf(n, "%s is %s, which Twilio does not know; %s", r.Of(f.Name), words.Quote(text), words.OneOf(text, f.Values))
		case f.Range != nil:
			r.number(f, n, text)
		case schema != nil && schema.Types&schemas.Boolean != 0 && n.IsString() &&
			!strings.EqualFold(text, "true") && !strings.EqualFold(text, "false"):
			r.Reportf(n, "%s is %s, but must be true or false", r.Of(f.Name), words.Quote(text))
		case f.Format == schemas.FormatURL && n.IsString() && !isAbsoluteURL(text):
			r.Reportf(n, "%s is %s, which is no complete address; write one that begins with https://", r.Of(f.Name), words.Quote(text))
		}
	}
}

// schemaOf returns the schema of a field; the name may lead into it: "Integration.FlowSid".
func (r Resource) schemaOf(name string) *schemas.Schema {
	if s := r.Facts.Schema.At(name); s != nil {
		return s
	}
	return r.Facts.Schema.At(strings.Split(name, ".")...)
}

func (r Resource) number(f schemas.Property, n source.Node, text string) {
	v, err := strconv.ParseFloat(text, 64)
	switch {
	case err != nil && n.IsString():
		r.Reportf(n, "%s is %s, but a number is wanted", r.Of(f.Name), words.Quote(text))
	case err == nil && (v < float64(f.Range.Min) || v > float64(f.Range.Max)):
		r.Reportf(n, "%s is %s, but %s allowed", r.Of(f.Name), text, RangeText(f.Range))
	}
}

// isAbsoluteURL reports whether Twilio can call an address.
func isAbsoluteURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// Instead returns the member that was most likely meant to be a field.
func (r Resource) Instead(name string) source.Node {
	return Instead(r.Document.Node, name, r.Facts.Aliases.Members, r.Facts.Schema)
}

// Unknown reports members of a request that Twilio ignores, as far as it is plain
// what was meant: tools keep members of their own beside the fields. needed says
// which fields the request cannot do without.
func (r Resource) Unknown(needed func(schemas.Property) bool) {
	seen := map[source.Node]bool{}
	for _, must := range []bool{true, false} {
		for _, f := range r.Facts.Properties {
			if r.Field(f.Name).Exists() || needed(f) != must {
				continue
			}
			n := r.Instead(f.Name)
			if !n.Exists() || seen[n] {
				continue
			}
			seen[n] = true
			if must {
				r.Reportf(n.KeyPlace(), "%s is no field of the request, so Twilio ignores it, and %s is missing; write %s", words.Quote(n.Key()), words.Quote(f.Name), words.Quote(f.Name))
			} else {
				r.Reportf(n.KeyPlace(), "%s is no field of the request, so Twilio ignores it; write %s", words.Quote(n.Key()), words.Quote(f.Name)).As(finding.Warning)
			}
		}
	}
}
