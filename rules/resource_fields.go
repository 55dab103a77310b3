package rules

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/input"
	"studiolint/lint/shape"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/schemas"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "resource-fields", Title: "A Flow request or resource is incomplete or invalid",
		Group: finding.Flex, Severity: finding.Error, Fix: finding.SafeFix, Varies: "warning for Twilio's own warnings and for misspelt fields, note where it depends on what the request is for", Rejected: true, Scope: finding.PerDocument, AcrossFiles: true,
		Doc: `Looks at what stands around a definition: requests to create, update or validate a
Flow, and Flows as the API returns them.

Every request needs "Status": draft or published. To create or validate a flow,
"FriendlyName" and "Definition" are needed too; to update one they are not, and a
file does not tell which it is for: so their absence is a note. A field under
another name (friendly_name) is ignored, which is a warning. Finds also values of
the wrong type and a definition that is no JSON object, or was encoded twice, also by
Terraform: jsonencode(jsonencode({…})).

In a Flow that the API returned, Twilio's own errors and warnings are shown where
they belong in the definition. A Flow or a page of Flows without definitions cannot
be checked: fetch each flow by its SID. Two Flows of the same SID and revision with
different definitions are noted, for which of them holds cannot be told.`,
	},
	Check: func(p *lint.Pass) {
		reportEncodedTwice(p)
		switch p.Document.Kind {
		case input.FlowRequest:
			r, _ := shape.ResourceOf(p)
			r.Types()
			r.Values()
			checkRequest(r)
			r.Unknown(func(f schemas.Property) bool { return f.Name == "Status" })
			checkDefinitionText(r)
		case input.FlowResource:
			r, _ := shape.ResourceOf(p)
			r.Types()
			r.Values()
			checkDefinitionText(r)
			checkFetched(p)
			checkVerdict(r)
			checkTwin(p)
		case input.FlowPage:
			checkPage(p)
		}
	},
})

// checkRequest asks for the fields that a request needs.
func checkRequest(r shape.Resource) {
	name, definition := shape.Filled(r.Field("FriendlyName")), r.Field("Definition").Exists()
	at := r.Document.Node.Opening()
	if n := r.Field("Status"); !shape.Filled(n) && !r.Instead("Status").Exists() {
		place := at
		if n.Exists() {
			place = n.Place()
		}
		r.Reportf(place, "the request has no \"Status\", which creating, updating and validating a flow all need; add it: draft or published")
	}
	switch {
	case !name && definition && !r.Instead("FriendlyName").Exists():
		r.Reportf(at, "the request has no \"FriendlyName\": that will do to update a flow, but not to create or validate one").As(finding.Note)
	case name && !definition && !r.Instead("Definition").Exists():
		r.Reportf(at, "the request has no \"Definition\": that will do to update a flow's name or status, but not to create or validate one").As(finding.Note)
	}
}

// checkDefinitionText looks at a definition that is JSON text in a string. Text
// that is not valid is reported by json-syntax.
func checkDefinitionText(r shape.Resource) {
	n := r.Field("definition")
	if !n.IsString() || r.Document.Definition.Exists() || shape.IsPlaceholder(r.Pass, n) {
		return
	}
	if strings.TrimSpace(n.Text()) == "" {
		r.Reportf(n, "the definition is empty; put the flow's JSON there")
		return
	}
	for _, text := range r.File.Texts {
		if text.Outer() != n || !text.Readable() {
			continue
		}
		hint := "put the flow's JSON object there"
		if root := text.Root(); root.IsString() {
			hint = "it was encoded twice, as by twilio-go of a string; give it a map or a json.RawMessage"
			if source.IsBase64(root.Text()) {
				hint = "it is base64, as twilio-go makes of a []byte; give it a map or a json.RawMessage"
			}
		}
		d := r.Reportf(n.Part(0, 1), "the definition is %s, but must be an object; %s", shape.KindName(text.Root()), hint)
		if inner := encodedTwice(text.Root()); inner != "" {
			d.Suggest(true, "Encode it once", n.SetText(inner))
		}
	}
}

// encodedTwice returns the JSON object that a text holds, as it is or in base64; "" when it
// holds none.
func encodedTwice(root source.Node) string {
	inner := root.Text()
	if source.IsBase64(inner) {
		decoded, err := base64.StdEncoding.DecodeString(inner)
		if err != nil {
			return ""
		}
		inner = string(decoded)
	}
	if f := source.Parse("", []byte(inner)); !f.Readable() || !f.Root().IsObject() {
		return ""
	}
	return inner
}

// reportEncodedTwice reports a definition of which Terraform makes a JSON string, and not an object.
func reportEncodedTwice(p *lint.Pass) {
	n := p.Document.Definition
	if !n.Exists() {
		return
	}
	if outer := n.File().Outer(); outer.Exists() {
		n = outer
	}
	if n.EncodedTwice() {
		p.Reportf(n.Opening(), "jsonencode makes a string of the definition, which must be an object; take one jsonencode away")
	}
}

const howToFetch = "fetch the flow by its SID: GET /v2/Flows/{Sid}, or twilio api:studio:v2:flows:fetch --sid FW… -o json"

// checkFetched notes a Flow that was taken from a list, once for the whole list.
func checkFetched(p *lint.Pass) {
	bare := func(d *input.Document) bool {
		n := d.Node.Get("definition")
		return d.Kind == input.FlowResource && (!n.Exists() || n.Kind() == source.Null)
	}
	// Most documents hold theirs, and of them none looks at the others.
	if !bare(p.Document.Document) || p.File.Documents[slices.IndexFunc(p.File.Documents, bare)] != p.Document.Document {
		return
	}
	at := p.Document.Node.Opening()
	if n := p.Document.Node.Get("definition"); n.Exists() {
		at = n.Place()
	}
	p.Reportf(at, "this Flow has no definition, as in a list, so there is nothing to check; %s", howToFetch).As(finding.Note)
}

// checkPage notes a page of Flows without definitions, once.
func checkPage(p *lint.Pass) {
	for _, flow := range p.Document.Node.Get("flows").Elements() {
		n := flow.Get("definition")
		if n.Kind() != source.Null || !flow.Get("sid").Exists() {
			continue
		}
		p.Reportf(n, "a page of Flows holds no definitions, so there is nothing to check; for each of them, %s", howToFetch).As(finding.Note)
		return
	}
}

// checkVerdict shows what Twilio said of a flow.
func checkVerdict(r shape.Resource) {
	said := 0
	for _, verdict := range []struct {
		field    string
		severity finding.Severity
	}{{"errors", finding.Error}, {"warnings", finding.Warning}} {
		for _, entry := range r.Field(verdict.field).Elements() {
			message, path := entry.Get("message").Text(), entry.Get("property_path").Text()
			if entry.IsString() {
				message = entry.Text()
			}
			if message == "" {
				continue
			}
			if verdict.severity == finding.Error {
				said++
			}
			at, ok := placeInDefinition(r.Pass, path)
			if !ok {
				at = entry.Opening()
			}
			d := r.Reportf(at, "Twilio said of this flow: %s", message).As(verdict.severity)
			if path != "" {
				d.Says(path, message)
			}
			if ok {
				d.Relate(entry.Opening(), "as it stands in "+words.Quote(verdict.field))
			}
		}
	}
	n := r.Field("valid")
	if valid, ok := n.Bool(); ok && !valid && said == 0 {
		r.Reportf(n, "Twilio found this flow invalid when it returned it; validate it anew: POST /v2/Flows/Validate names the mistakes")
	}
}

// placeInDefinition returns the place that a property_path leads to: a JSON Pointer
// from the definition, as a URI fragment. For a member that is missing it is what
// lacks it. ok is false when the path leads nowhere.
func placeInDefinition(p *lint.Pass, path string) (at source.Place, ok bool) {
	fragment, ok := strings.CutPrefix(path, "#")
	if !ok || !p.Document.Definition.Exists() {
		return source.Place{}, false
	}
	pointer, err := url.PathUnescape(fragment)
	if err != nil || pointer != "" && pointer[0] != '/' {
		return source.Place{}, false
	}
	n, found := p.Document.Definition.Lookup(pointer)
	if !found {
		if n, found = p.Document.Definition.Lookup(pointer[:strings.LastIndexByte(pointer, '/')]); !found {
			return source.Place{}, false
		}
	}
	switch w := p.Flow.WidgetAt(n); {
	case w != nil && (n == w.Node || n == w.Properties):
		return w.Place(), true
	case w != nil:
		for _, t := range w.Transitions {
			if n == t.Node {
				return t.Place(), true
			}
		}
	}
	return n.Opening(), true
}

// checkTwin notes a Flow of the run that has the same SID and revision as an
// earlier one, and another definition.
func checkTwin(p *lint.Pass) {
	revision, _ := p.Document.Revision()
	if other := p.Project.Twin(p.Document); other != nil {
		p.Reportf(p.Document.Field("sid"), "revision %d of this Flow stands in %s too, with another definition, so it cannot be told which of them holds; give one of them its own SID, or remove it",
			revision, other.File.Source.Path).
			Relate(other.Field("sid"), "the same Flow").As(finding.Note)
	}
}
