package schemas

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"math"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// decode reads JSON as Validate wants it.
func decode(t testing.TB, text []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	if d.More() {
		t.Fatal("text after the end")
	}
	return v
}

// schemaFiles lists the files that hold a JSON Schema.
func schemaFiles(t testing.TB) []string {
	t.Helper()
	names := []string{"flow.json", "state.json"}
	for _, pattern := range []string{"widgets/*.json", "resources/*.json"} {
		more, err := fs.Glob(files, pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, more...)
	}
	return names
}

func raw(t testing.TB, name string) any {
	t.Helper()
	text, err := files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, text)
}

// ownSchema returns the schema of a file, of a widget without what every state shares.
func ownSchema(name string) *Schema {
	r, w := open(name), &Widget{}
	return r.schema(func() { r.object(func(fact string) { w.fact(r, fact) }) })
}

// The schemas keep to few keywords, so that they can be walked as tables. Other keywords
// would be lost there.
func TestKeywords(t *testing.T) {
	for _, name := range schemaFiles(t) {
		checkKeywords(t, name, raw(t, name), true)
	}
}

func checkKeywords(t *testing.T, place string, v any, top bool) {
	schema, ok := v.(map[string]any)
	if !ok {
		t.Errorf("%s: not an object", place)
		return
	}
	for keyword, value := range schema {
		switch keyword {
		case "type":
			names, isList := value.([]any)
			if !isList {
				names = []any{value}
			}
			for _, n := range names {
				if s, _ := n.(string); !slices.Contains(typeNames[:], s) {
					t.Errorf("%s: type %v", place, n)
				}
			}
		case "required":
			if checkStrings(t, place+" required", value); schema["type"] != "object" {
				t.Errorf("%s: required without type object", place)
			}
		case "enum":
			checkStrings(t, place+" enum", value)
		case "const":
			if _, ok := value.(string); !ok {
				t.Errorf("%s: const %v is not text", place, value)
			}
		case "minLength", "minItems", "maxItems":
			if n, ok := value.(json.Number); !ok || !isIndex(string(n)) || n == "0" {
				t.Errorf("%s: %s is %v, want a number above 0", place, keyword, value)
			}
		case "properties":
			for member, sub := range value.(map[string]any) {
				checkKeywords(t, place+"."+member, sub, false)
			}
		case "items":
			checkKeywords(t, place+"[]", value, false)
		case "oneOf":
			// For a value that is no object each alternative would hold.
			if schema["type"] != "object" {
				t.Errorf("%s: oneOf without type object", place)
			}
			for _, alternative := range value.([]any) {
				a := alternative.(map[string]any)
				if len(a) != 1 {
					t.Errorf("%s: oneOf over more than required", place)
				}
				checkStrings(t, place+" oneOf", a["required"])
			}
		case "$schema":
			if !top {
				t.Errorf("%s: $schema %v", place, value)
			}
		case "title", "description":
			if _, ok := value.(string); !ok {
				t.Errorf("%s: %s is not text", place, keyword)
			}
		case "x-studio":
			if !top {
				t.Errorf("%s: x-studio below the top", place)
			}
		default:
			t.Errorf("%s: keyword %q", place, keyword)
		}
	}
	if top {
		for _, keyword := range []string{"$schema", "title", "x-studio"} {
			if schema[keyword] == nil {
				t.Errorf("%s: no %s", place, keyword)
			}
		}
	}
	// One mistake must give one violation, so no value can break two keywords.
	exclusive := 0
	for _, keyword := range []string{"enum", "const", "minLength"} {
		if schema[keyword] != nil {
			exclusive++
		}
	}
	if exclusive > 1 {
		t.Errorf("%s: more than one of enum, const and minLength", place)
	}
}

func checkStrings(t *testing.T, place string, v any) {
	list, _ := v.([]any)
	if len(list) == 0 {
		t.Errorf("%s: not a list with something in it", place)
	}
	seen := map[any]bool{}
	for _, item := range list {
		if _, ok := item.(string); !ok || seen[item] {
			t.Errorf("%s: %v is not text, or there twice", place, item)
		}
		seen[item] = true
	}
}

// The table that is read from a file says the same as the file.
func TestTableIsTheFile(t *testing.T) {
	for _, name := range schemaFiles(t) {
		want := withoutAnnotations(raw(t, name))
		text, err := json.Marshal(ownSchema(name).document())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, decode(t, text)); diff != "" {
			t.Errorf("%s (-file +table):\n%s", name, diff)
		}
	}
}

func withoutAnnotations(v any) any {
	schema := v.(map[string]any)
	plain := map[string]any{}
	for keyword, value := range schema {
		switch keyword {
		case "$schema", "title", "description", "x-studio":
			continue
		case "type": // a set: the table has its own order
			if list, ok := value.([]any); ok {
				slices.SortFunc(list, func(a, b any) int {
					return slices.Index(typeNames[:], a.(string)) - slices.Index(typeNames[:], b.(string))
				})
			}
		case "properties":
			members := map[string]any{}
			for name, sub := range value.(map[string]any) {
				members[name] = withoutAnnotations(sub)
			}
			value = members
		case "items":
			value = withoutAnnotations(value)
		}
		plain[keyword] = value
	}
	return plain
}

// What stands in a widget's own file wins over state.json, and nothing else of it is lost.
func TestWidgetHoldsState(t *testing.T) {
	state := State().Schema
	for _, typ := range Types() {
		s := Lookup(typ).Schema
		own := ownSchema("widgets/" + typ + ".json")
		if diff := cmp.Diff(own.Required, s.Required); diff != "" {
			t.Errorf("%s required (-own +whole):\n%s", typ, diff)
		}
		for _, p := range []string{"name", "type", "properties", "transitions"} {
			if s.At(p).Types != state.At(p).Types {
				t.Errorf("%s: %s has type %v", typ, p, s.At(p).Types)
			}
		}
		if s.At("type").Const != typ {
			t.Errorf("%s: type is %q", typ, s.At("type").Const)
		}
		if diff := cmp.Diff(state.At("properties", "offset"), s.At("properties", "offset")); diff != "" {
			t.Errorf("%s offset:\n%s", typ, diff)
		}
		if got := s.At("transitions", "0", "next").Types; got != String|Null {
			t.Errorf("%s: next is %v", typ, got)
		}
		if !slices.Contains(s.At("transitions", "0").Required, "event") {
			t.Errorf("%s: event is not required", typ)
		}
		want, got := own.At("properties"), s.At("properties")
		if diff := cmp.Diff(want.OneOfRequired, got.OneOfRequired); diff != "" {
			t.Errorf("%s oneOf:\n%s", typ, diff)
		}
		if len(got.Properties) != len(want.Properties)+1 {
			t.Errorf("%s: %d properties, want those of the file and offset", typ, len(got.Properties))
		}
	}
}

// Every file can be read by the reader, which refuses facts it does not know, and each
// widget has each fact.
func TestWidgetsAreComplete(t *testing.T) {
	published := Published()
	if len(published) == 0 {
		t.Error("no type is published")
	}
	for _, typ := range published {
		if Lookup(typ) == nil {
			t.Errorf("schemas/state.json: %s is among the published types (values of type), but schemas/widgets/%s.json is not there", typ, typ)
		}
	}
	for _, typ := range Types() {
		w := Lookup(typ)
		fail := func(format string, args ...any) {
			t.Helper()
			t.Errorf("schemas/widgets/"+typ+".json: "+format, args...)
		}
		checkDocument(t, &w.Document)
		if w.Type != typ || w.Name != "widgets/"+typ {
			fail("named %q, %q", w.Type, w.Name)
		}
		if listed := slices.Contains(published, typ); listed && w.Status == Unlisted {
			fail("it is unlisted, but stands among the published types (values of type in schemas/state.json); it is current")
		} else if !listed && w.Status == Current {
			fail("it is current, but does not stand among the published types (values of type in schemas/state.json); write unlisted, or add it there if Twilio's schema names it")
		}
		if (w.Status == Retired) != (w.Retired != nil) {
			fail("status %s, retired %+v", w.Status, w.Retired)
		}
		if w.Retired != nil {
			if r := Lookup(w.Retired.Replacement); w.Retired.Why == "" || r == nil || r.Status == Retired {
				fail("retired %+v", w.Retired)
			}
		}

		// The facts and the schema name the same properties.
		schema := w.Schema.At("properties")
		var names []string
		for name := range schema.Properties.All() {
			if name != "offset" {
				names = append(names, name)
			}
		}
		facts := namesOf(w.Properties, func(p Property) string { return p.Name })
		slices.Sort(names)
		slices.Sort(facts)
		if !slices.Equal(names, facts) {
			fail("properties of the schema %v, of the facts %v", names, facts)
		}
		for _, name := range schema.Required {
			if p := w.Property(name); p == nil || p.Required != nil {
				fail("%s is required by the schema, so it must have facts and no required_by_lint", name)
			}
		}
		for _, members := range schema.OneOfRequired {
			for _, name := range members {
				if w.Property(name) == nil {
					fail("one-of names %s", name)
				}
			}
		}
		for _, p := range w.Properties {
			checkProperty(t, &w.Document, p, schema.At(p.Name), facts)
		}
		for _, name := range w.Content {
			if w.Property(name) == nil {
				fail("content names %s", name)
			}
		}

		// The facts and the schema name the same events.
		events := namesOf(w.Events, func(e Event) string { return e.Name })
		if enum := w.Schema.At("transitions", "0", "event").Enum; w.OpenEvents && enum != nil || !w.OpenEvents && !slices.Equal(enum, events) {
			fail("events of the schema %v, of the facts %v, open: %v", enum, events, w.OpenEvents)
		}
		interactive := false
		for _, e := range w.Events {
			checkSources(t, typ+" event "+e.Name, e.Sources)
			if e.Kind == KindInput && !e.Person || e.Kind == KindTimeout && e.Person {
				fail("event %s: kind %s, person %v", e.Name, e.Kind, e.Person)
			}
			interactive = interactive || e.Person
		}
		if interactive != w.Interactive {
			fail("interactive: %v", w.Interactive)
		}
		switch w.Dialog {
		case DialogSilent, DialogTells:
			if interactive && !w.Starts {
				fail("dialog %q, but a person causes an event", w.Dialog)
			}
		case DialogAsks, DialogHandsOver:
		default:
			fail("no dialog")
		}
		if len(w.Content) > 0 && w.Dialog == DialogSilent {
			fail("dialog %q, but it says %v", w.Dialog, w.Content)
		}
		known := func(event string) {
			if w.Event(event) == nil {
				fail("there is no event %q", event)
			}
		}
		if w.Creates != nil {
			known(w.Creates.Event)
		}
		for _, event := range w.Outputs.BlankOn {
			known(event)
		}
		checkSources(t, typ+" outputs", w.Outputs.Sources)
		checkVariables(t, typ+" output ", w.Outputs.Keys, known)
		for _, v := range w.Outputs.Keys {
			for name, values := range v.When.All() {
				if w.Property(name) == nil || w.Property(name).Default == "" || len(values) == 0 {
					fail("output %s is stored when %s is %v", v.Name, name, values)
				}
			}
			for _, value := range v.TooSoon {
				if !slices.Contains(v.Values, value) {
					fail("output %s is too soon when it is %s", v.Name, value)
				}
			}
			if q := v.Unread; q != nil {
				for name, values := range q.Unless.All() {
					if w.Property(name) == nil || len(values) == 0 {
						fail("output %s may be unread when %s is %v", v.Name, name, values)
					}
				}
				if q.Why == "" || len(q.When) > 0 || len(q.Or) > 0 || len(v.When) == 0 {
					fail("output %s unread: %+v", v.Name, q)
				}
			}
		}
		if w.Outputs.From == FromVariables && w.Property("variables") == nil {
			fail("outputs come from variables, but there is no such property")
		}
		if k := w.KeyEntry; k != nil && (w.Property(k.Count) == nil || w.Property(k.Finish) == nil || !w.Interactive) {
			fail("keys %+v", k)
		}
		if by := w.NeedsBy; by != nil {
			p := w.Property(by.Property)
			if p == nil || by.Values.Get(by.Default) == "" || p.Default != by.Default {
				fail("needs by %+v", by)
			}
		}
		for wrong, right := range w.Aliases.Events.All() {
			if w.Event(wrong) != nil {
				fail("alias of event %s, which there is", wrong)
			}
			known(right)
		}
		for wrong, right := range w.Aliases.Properties.All() {
			if schema.At(wrong) != nil || w.Property(right) == nil {
				fail("alias %s for property %s", wrong, right)
			}
		}
		if len(w.Aliases.Outputs) > 0 {
			checkSources(t, typ+" aliases of outputs", w.Aliases.Sources)
		}
		for wrong, right := range w.Aliases.Outputs.All() {
			if path := strings.Split(right, "."); w.Outputs.Key(wrong) != nil || w.Outputs.Key(path[0]) == nil {
				fail("alias %s for output %s", wrong, right)
			}
		}
		for wrong := range w.Aliases.Hints.All() {
			if schema.At(wrong) != nil || w.Event(wrong) != nil || w.Aliases.Properties.Get(wrong) != "" || w.Aliases.Events.Get(wrong) != "" {
				fail("hint on %s, which there is or which has an alias", wrong)
			}
		}
		for wrong, right := range w.Aliases.Items.All() {
			for _, p := range w.Properties {
				if items := schema.At(p.Name, "0"); p.Format == "key-value-list" && (items.At(wrong) != nil || items.At(right) == nil) {
					fail("alias %s for %s of the items of %s", wrong, right, p.Name)
				}
			}
		}
	}
}

func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	if u, err := url.Parse(d.URL); err != nil || u.Scheme != "https" {
		t.Errorf("%s: documentation %q", d.Name, d.URL)
	}
	checkSources(t, d.Name, d.Sources)
	checkLimits(t, d.Name, d.Limits)
}

func checkSources(t *testing.T, place string, keys []string) {
	t.Helper()
	if len(keys) == 0 {
		t.Errorf("%s: no source", place)
	}
	for _, key := range keys {
		if s, ok := SourceOf(key); !ok || s.What == "" {
			t.Errorf("%s: source %q does not stand in schemas/sources.json", place, key)
		}
	}
}

func checkLimits(t *testing.T, place string, limits []Limit) {
	t.Helper()
	for _, l := range limits {
		if l.Meaning == "" || l.Unit == "" || l.Max <= 0 || l.Warn > l.Max || l.Confidence == "" {
			t.Errorf("%s: limit %+v", place, l)
		}
		checkSources(t, place+" limit "+l.Name, l.Sources)
	}
}

func checkVariables(t *testing.T, place string, list []Variable, known func(event string)) {
	t.Helper()
	seen := map[string]bool{}
	for _, v := range list {
		if seen[v.Name] || v.Confidence == "" {
			t.Errorf("%s%s is there twice or has no confidence", place, v.Name)
		}
		seen[v.Name] = true
		checkSources(t, place+v.Name, v.Sources)
		for _, e := range v.Events {
			known(e)
		}
		if v.Text && (v.Object || v.Person) {
			t.Errorf("%s%s is text, and an object or what a person wrote as well", place, v.Name)
		}
		checkVariables(t, place+v.Name+".", v.Keys, known)
	}
}

// checkProperty looks for facts that are missing or contradict each other or the schema.
// siblings are the names of all properties.
func checkProperty(t *testing.T, d *Document, p Property, s *Schema, siblings []string) {
	t.Helper()
	fail := func(format string, args ...any) {
		t.Helper()
		t.Errorf("schemas/"+d.Name+".json: property "+p.Name+": "+format, args...)
	}
	if s == nil {
		fail("not in the schema")
		return
	}
	checkSources(t, d.Name+" property "+p.Name, p.Sources)
	// Liquid is text: it cannot stand where the schema wants another type, or in an enum.
	if p.Liquid && (!s.Types.Accepts(String) && s.Types != Array || s.Enum != nil) {
		fail("Liquid in %v", s.Types)
	}
	if enum := s.Enum; enum != nil && (!p.Closed || !slices.Equal(enum, p.Values) || p.Confidence != High) {
		fail("enum %v, values %v, closed %v, confidence %s", enum, p.Values, p.Closed, p.Confidence)
	}
	if s.Items != nil && s.Items.Enum != nil && !slices.Equal(s.Items.Enum, p.Values) {
		fail("enum %v, values %v", s.Items.Enum, p.Values)
	}
	if p.Closed && len(p.Values) == 0 {
		fail("closed without values")
	}
	if p.Default != "" && p.Closed && !slices.Contains(p.Values, p.Default) {
		fail("default %q is none of %v", p.Default, p.Values)
	}
	if r := p.Range; r != nil {
		if r.Min > r.Max || r.Unit == "" {
			fail("range %+v", r)
		}
		if !s.Types.Accepts(Integer) && p.Format != "number-text" && p.Format != "duration" && p.Format != "amount" {
			fail("range of a text whose format is %q", p.Format)
		}
		if r.Max == math.MaxInt && p.Format != "duration" {
			fail("range without an end")
		}
	}
	if m := p.MaxLength; m != nil && (m.Max <= 0 || m.Of == "" || m.By != "" && (!slices.Contains(siblings, m.By) || len(m.Prefixes) == 0)) {
		fail("max_length %+v", m)
	}
	if (p.Format == "key-value-list") != (s.Items != nil && s.Items.Properties.Get("key") != nil) {
		fail("format %q does not fit the schema", p.Format)
	}
	if len(p.NumberWhen) > 0 && p.Format != "phone-or-address" {
		fail("number_when on format %q", p.Format)
	}
	for name := range p.ListWhen.All() {
		if len(p.NumberWhen.Get(name)) == 0 {
			fail("list_when names %q, and number_when does not", name)
		}
	}
	for name := range p.NumberWhen.All() {
		if !slices.Contains(siblings, name) {
			fail("number_when names %q, which is no property of the widget", name)
		}
	}
	if p.LiteralKeys && p.Format != "key-value-list" {
		fail("literal_keys on format %q", p.Format)
	}
	if q := p.Required; q != nil {
		if q.Why == "" || slices.Contains(q.Or, p.Name) {
			fail("required_by_lint %+v", q)
		}
		for _, name := range q.Or {
			if !slices.Contains(siblings, name) {
				fail("required_by_lint or %q", name)
			}
		}
		for _, conditions := range []Table[[]string]{q.When, q.Unless} {
			for name, values := range conditions.All() {
				if !slices.Contains(siblings, name) || len(values) == 0 {
					fail("required_by_lint on %s = %v", name, values)
				}
			}
		}
	}
	if p.Empty != "" && !s.Types.Accepts(String) {
		fail("may be empty, but is no text")
	}
	if p.StartedBy != "" && (Lookup("trigger").Event(p.StartedBy) == nil || !slices.Contains(p.SID, "FW")) {
		fail("started by %q", p.StartedBy)
	}
	if c := p.Clash; c != nil {
		checkSources(t, d.Name+" property "+p.Name+" clash", c.Sources)
		if other := d.Property(c.With); other == nil || !slices.Contains(other.Values, c.Value) {
			fail("clash with %s %q, which is none", c.With, c.Value)
		}
	}
	if p.Method != "" && (!slices.Contains(siblings, p.Method) || p.Format != "url") {
		fail("fetched by %q", p.Method)
	}
	if p.FileMethod != "" && !slices.Contains(d.Property(p.Method).Values, p.FileMethod) {
		fail("files fetched with %q", p.FileMethod)
	}
	if l := p.List; l != nil {
		checkSources(t, d.Name+" property "+p.Name+" list", l.Sources)
	}
	if k := p.NeedsKey; k != nil {
		checkSources(t, d.Name+" property "+p.Name+" needs_key", k.Sources)
		for name := range k.When.All() {
			if !slices.Contains(siblings, name) {
				fail("needs a key when %q", name)
			}
		}
	}
	for value := range p.Languages.All() {
		if !slices.Contains(p.Values, value) {
			fail("languages of %q, which is none of its values", value)
		}
	}
	if len(p.Languages) > 0 && len(p.LanguageCodes) == 0 {
		fail("languages, and no code of Twilio's for another")
	}
	for value, others := range p.Needs.All() {
		for name := range others.All() {
			if !slices.Contains(siblings, name) {
				fail("%q needs %q", value, name)
			}
		}
	}
	if r := p.Refused; r != nil {
		checkSources(t, d.Name+" property "+p.Name+" refused", r.Sources)
		if r.Code == 0 || p.Default == "" {
			fail("refused %+v, default %q", r, p.Default)
		}
	}
	if l := p.Line; l != nil {
		checkSources(t, d.Name+" property "+p.Name+" line", l.Sources)
		if l.Blanks == 0 || l.Code == 0 || p.Format != FormatPairs {
			fail("line %+v of format %q", l, p.Format)
		}
	}
	if n := p.Named; n != nil {
		checkSources(t, d.Name+" property "+p.Name+" named", n.Sources)
		if n.Max == 0 || n.Code == 0 || p.Format != FormatAddress {
			fail("named %+v of format %q", n, p.Format)
		}
	}
	if f := p.Files; f != nil {
		checkSources(t, d.Name+" property "+p.Name+" files", f.Sources)
		if !p.Fetched || len(f.Never)+len(f.WhatsApp) == 0 {
			fail("files %+v", f)
		}
	}
	if p.Fetched && p.Format != "url" {
		fail("fetched, but of format %q", p.Format)
	}
	if p.JSONBy != "" && (!slices.Contains(siblings, p.JSONBy) || !p.Liquid || p.Format != "") {
		fail("JSON by %q", p.JSONBy)
	}
	for name, values := range p.OnlyWhen.All() {
		if !slices.Contains(siblings, name) || len(values) == 0 {
			fail("only when %s = %v", name, values)
		}
	}
}

// The facts of the other documents name exactly the members of their schema, with dots.
func TestDocumentsAreComplete(t *testing.T) {
	documents := []*Document{Flow(), State()}
	for _, name := range []string{"flow", "flow-request", "flex-flow", "flex-flow-request"} {
		documents = append(documents, Resource(name))
	}
	for _, d := range documents {
		checkDocument(t, d)
		members := map[string]*Schema{}
		listMembers("", d.Schema, members)
		var names, facts []string
		for name := range members {
			names = append(names, name)
		}
		for _, p := range d.Properties {
			facts = append(facts, p.Name)
		}
		for _, p := range d.Properties {
			s := *members[p.Name]
			if d.Name == "state" && p.Name == "type" {
				p.Closed = false // the published list is not all that Twilio accepts
			}
			checkProperty(t, d, p, &s, facts)
		}
		slices.Sort(names)
		slices.Sort(facts)
		if diff := cmp.Diff(names, facts); diff != "" {
			t.Errorf("%s (-schema +facts):\n%s", d.Name, diff)
		}
		for wrong, right := range d.Aliases.Members.All() {
			if d.Schema.At(wrong) != nil || d.Schema.At(right) == nil {
				t.Errorf("%s: alias %s for %s", d.Name, wrong, right)
			}
		}
		for wrong := range d.Aliases.Hints.All() {
			if d.Schema.At(wrong) != nil || d.Aliases.Members.Get(wrong) != "" {
				t.Errorf("%s: hint on %s, which there is or which has an alias", d.Name, wrong)
			}
		}
	}
	split := Lookup("split-based-on").Schema.At("transitions", "0")
	for wrong, right := range State().Aliases.Transitions.All() {
		if split.At(wrong) != nil || split.At(right) == nil {
			t.Errorf("alias %s for %s of a transition", wrong, right)
		}
	}
	if Resource("nothing") != nil || Resource("../flow") != nil {
		t.Error("there is a resource that is none")
	}
}

func listMembers(prefix string, s *Schema, members map[string]*Schema) {
	for name, sub := range s.Properties.All() {
		members[prefix+name] = sub
		listMembers(prefix+name+".", sub, members)
		if sub.Items != nil {
			listMembers(prefix+name+".", sub.Items, members)
		}
	}
}

func TestConditionFacts(t *testing.T) {
	w := Lookup("split-based-on")
	schema := w.Schema.At("transitions", "0", "conditions", "0")
	var names []string
	for _, p := range w.Conditions {
		names = append(names, p.Name)
	}
	for _, p := range w.Conditions {
		checkProperty(t, &w.Document, p, schema.At(p.Name), names)
	}
	slices.Sort(names)
	required := slices.Sorted(slices.Values(schema.Required))
	if !slices.Equal(names, required) || len(schema.Properties) != len(names) {
		t.Errorf("conditions: facts of %v, required %v", names, required)
	}
	var operators []string
	for _, o := range w.Operators {
		operators = append(operators, o.Name)
	}
	slices.Sort(operators)
	if len(operators) == 0 || !slices.Equal(operators, slices.Sorted(slices.Values(schema.At("type").Enum))) {
		t.Errorf("%d operators %v, the schema has %v", len(operators), operators, schema.At("type").Enum)
	}
	for wrong, right := range w.Aliases.Conditions.All() {
		if schema.At(wrong) != nil || schema.At(right) == nil {
			t.Errorf("alias %s for %s of a condition", wrong, right)
		}
	}
	for _, typ := range Types() {
		if other := Lookup(typ); typ != w.Type && (other.Operators != nil || other.Conditions != nil || other.Schema.At("transitions", "0", "conditions") != nil) {
			t.Errorf("%s has conditions", typ)
		}
	}
}

func TestSourcesAreUsed(t *testing.T) {
	var text strings.Builder
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Base(name) == "sources.json" {
			return err
		}
		b, err := files.ReadFile(name)
		text.Write(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sourceTable {
		if !strings.Contains(text.String(), `"`+s.Key+`"`) {
			t.Errorf("no fact comes from %s", s.Key)
		}
		if s.URL != "" && !strings.HasPrefix(s.URL, "https://") {
			t.Errorf("%s: URL %q", s.Key, s.URL)
		}
	}
}

func TestLimits(t *testing.T) {
	for name, want := range map[string][3]int{ // warn, max, code
		"definition-size": {900000, 1<<20 - 1, 0}, "request-size": {900000, 1 << 20, 0}, "widgets": {1001, 2000, 81026},
		"steps": {0, 1000, 81000}, "repeats": {0, 10, 81001}, "subflow-widgets": {0, 150, 0}, "subflows": {0, 50, 0}, "subflow-levels": {0, 1, 81024},
	} {
		l := Flow().Limit(name)
		if l == nil || [3]int{l.Warn, l.Max, l.Code} != want {
			t.Errorf("limit %s is %+v, want %v", name, l, want)
		}
	}
}

func TestLookup(t *testing.T) {
	for _, typ := range []string{"", "hangup", "../flow", "../state", "widgets/trigger", ".", "say-play.json", "Say-Play", strings.Repeat("x", 100000), "a\x00b", "/"} {
		if w := Lookup(typ); w != nil {
			t.Errorf("Lookup(%.20q) = %s", typ, w.Type)
		}
	}
	if w := Lookup("say-play"); w == nil || w != Lookup("say-play") {
		t.Error("Lookup does not keep what it has read")
	}
	names, err := fs.Glob(files, "widgets/*")
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(strings.TrimPrefix(name, "widgets/"), ".json")
	}
	slices.Sort(names)
	if types := Types(); len(types) == 0 || !slices.Equal(types, names) {
		t.Errorf("types %v, files %v", types, names)
	}
	w := Lookup("gather-input-on-call")
	if p := w.Properties[0]; p.Name != "say" {
		t.Errorf("the first property is %s: not in the order of the file", p.Name)
	}
}

// namesOf lists the names of what a file of the catalogue lists.
func namesOf[T any](list []T, name func(T) string) []string {
	names := make([]string, len(list))
	for i, one := range list {
		names[i] = name(one)
	}
	return names
}
