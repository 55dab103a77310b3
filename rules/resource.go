package rules

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A resource is a document around a flow and what the catalogue knows of its kind.
type resource struct {
	*lint.Pass
	facts *schemas.Document
}

// resourceOf returns the document of a pass with the catalogue's facts; ok is false
// for a document that is no resource or request.
func resourceOf(p *lint.Pass) (r resource, ok bool) {
	names := map[input.Kind]string{
		input.FlowRequest:      "flow-request",
		input.FlowResource:     "flow",
		input.FlexFlowRequest:  "flex-flow-request",
		input.FlexFlowResource: "flex-flow",
	}
	name, ok := names[p.Document.Kind]
	if !ok {
		return resource{}, false
	}
	return resource{p, schemas.Resource(name)}, true
}

// isRequest reports whether the document is sent to the API rather than received.
func (r resource) isRequest() bool {
	return r.Document.Kind == input.FlowRequest || r.Document.Kind == input.FlexFlowRequest
}

func (r resource) field(name string) source.Node { return r.Document.Field(name) }

// filled reports whether a field has a value. In a form an empty one is none.
func filled(n source.Node) bool {
	return n.Exists() && n.Kind() != source.Null && !(n.IsString() && n.Text() == "")
}

// of names a field for a message.
func (r resource) of(name string) string {
	if r.isRequest() {
		return words.Quote(name) + " of the request"
	}
	return words.Quote(name)
}

// types reports values of the wrong JSON type.
func (r resource) types() {
	if accepts(r.Document.Node, r.facts.Schema) {
		return
	}
	for _, v := range r.facts.Validate(r.Document.Node.Any(jsonNumber)) {
		if v.Keyword != "type" || len(v.Path) == 0 {
			continue // values reports the rest
		}
		n := r.Document.Node
		for _, name := range v.Path {
			n = n.Get(name)
		}
		if !n.Exists() || shape.IsPlaceholder(r.Pass, n) {
			continue
		}
		// Null is what the API may return, and text how a form writes the others.
		want := slices.DeleteFunc(slices.Clone(v.Expected), func(t string) bool {
			return t == "null" || t == "string" && !slices.Contains(v.Expected, "object") && len(v.Expected) > 1 && r.isRequest()
		})
		r.Reportf(n.Opening(), "%s is %s, but must be %s", r.of(strings.Join(v.Path, ".")), kindName(n), typeNames(want))
	}
}

// values reports texts and numbers that a field does not take.
func (r resource) values() {
	for _, f := range r.facts.Properties {
		n := r.field(f.Name)
		if !filled(n) || shape.IsPlaceholder(r.Pass, n) {
			continue
		}
		schema := r.facts.Schema.At(f.Name)
		if schema == nil {
			schema = r.facts.Schema.At(strings.Split(f.Name, ".")...)
		}
		if schema != nil && !schema.Types.Accepts(typeOf(n)) {
			continue // types reports it
		}
		text := n.Text()
		if n.Kind() == source.Number {
			text = string(n.Raw())
		}
		switch {
		case f.Closed && n.IsString() && !slices.Contains(f.Values, text):
			hint := "write one of " + strings.Join(f.Values, ", ")
			if near := words.Nearest(text, f.Values); near != "" {
				hint = "did you mean " + words.Quote(near) + "?"
			}
			r.Reportf(n, "%s is %s, which Twilio does not know; %s", r.of(f.Name), words.Quote(text), hint)
		case f.Range != nil:
			r.number(f, n, text)
		case schema != nil && schema.Types&schemas.Boolean != 0 && n.IsString() && !strings.EqualFold(text, "true") && !strings.EqualFold(text, "false"):
			r.Reportf(n, "%s is %s, but must be true or false", r.of(f.Name), words.Quote(text))
		case f.Format == "url" && n.IsString() && !isAbsoluteURL(text):
			r.Reportf(n, "%s is %s, which is no complete address; write one that begins with https://", r.of(f.Name), words.Quote(text))
		}
	}
}

func (r resource) number(f schemas.Property, n source.Node, text string) {
	v, err := strconv.ParseFloat(text, 64)
	switch {
	case err != nil && n.IsString():
		r.Reportf(n, "%s is %s, but a number is wanted", r.of(f.Name), words.Quote(text))
	case err == nil && (v < float64(f.Range.Min) || v > float64(f.Range.Max)):
		r.Reportf(n, "%s is %s, but %s allowed", r.of(f.Name), text, span(f.Range))
	}
}

// isAbsoluteURL reports whether Twilio can call an address.
func isAbsoluteURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// instead returns the member that was most likely meant to be a field.
func (r resource) instead(name string) source.Node {
	return writtenInstead(r.Document.Node, name, r.facts.Aliases.Members, r.facts.Schema)
}

// unknown reports members of a request that Twilio ignores, as far as it is plain
// what was meant: tools keep members of their own beside the fields. needed says
// which fields the request cannot do without.
func (r resource) unknown(needed func(schemas.Property) bool) {
	seen := map[source.Node]bool{}
	for _, must := range []bool{true, false} {
		for _, f := range r.facts.Properties {
			if r.field(f.Name).Exists() || needed(f) != must {
				continue
			}
			n := r.instead(f.Name)
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
