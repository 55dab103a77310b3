package schemas

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// state makes a state of one type whose transitions list all events of the widget.
func state(t testing.TB, typ, properties string) map[string]any {
	t.Helper()
	transitions := []any{}
	for _, event := range namesOf(Lookup(typ).Events, func(e Event) string { return e.Name }) {
		transitions = append(transitions, map[string]any{"event": event})
	}
	return map[string]any{"name": "a", "type": typ, "properties": decode(t, []byte(properties)), "transitions": transitions}
}

// What Twilio's Validate endpoint accepted in published tests.
func TestAcceptsMinimalWidgets(t *testing.T) {
	for _, c := range []struct{ typ, properties string }{
		{"trigger", `{}`},
		{"send-message", `{"from": "+1", "to": "+2", "body": "hi"}`},
		{"send-and-wait-for-reply", `{"from": "+1", "body": "hi", "timeout": "3600"}`},
		{"split-based-on", `{"input": "{{trigger.message.Body}}"}`},
		{"set-variables", `{}`},
		{"say-play", `{"say": "hi"}`},
		{"say-play", `{"play": "https://example.com/a.mp3"}`},
		{"say-play", `{"digits": "12w#"}`},
		{"gather-input-on-call", `{"say": "hi"}`},
		{"gather-input-on-call", `{"say": ""}`},
		{"gather-input-on-call", `{"play": "https://example.com/a.mp3"}`},
		{"connect-call-to", `{"noun": "number", "caller_id": "+1", "to": "+2"}`},
		{"connect-call-to", `{"noun": "number-multi", "caller_id": "+1", "to": "+2,+3"}`},
		{"connect-call-to", `{"noun": "sip", "caller_id": "+1", "sip_endpoint": "sip:a@example.com"}`},
		{"make-outgoing-call-v2", `{"from": "+1", "to": "+2"}`},
		{"record-call", `{"record_call": true}`},
		{"record-call", `{"record_call": false}`},
		{"record-voicemail", `{}`},
		{"capture-payments", `{"payment_token_type": "one-time"}`},
		{"fork-stream", `{"stream_action": "stop", "stream_transport_type": "siprec"}`},
		{"enqueue-call", `{"workflow_sid": "WW0123456789abcdef0123456789abcdef"}`},
		{"enqueue-call", `{"queue_name": "support"}`},
		{"send-to-flex", `{"workflow": "WW0123456789abcdef0123456789abcdef", "channel": "TC0123456789abcdef0123456789abcdef"}`},
		{"make-http-request", `{"method": "GET", "url": "https://example.com", "content_type": "application/json;charset=utf-8"}`},
		{"run-function", `{"url": "https://example.com"}`},
		{"add-twiml-redirect", `{"url": "https://example.com"}`},
		{"connect-virtual-agent", `{"connector": "bot"}`},
		{"run-subflow", `{"flow_sid": "FW0123456789abcdef0123456789abcdef", "flow_revision": "LatestPublished"}`},
	} {
		if found := Lookup(c.typ).Validate(state(t, c.typ, c.properties)); found != nil {
			t.Errorf("%s %s: %v", c.typ, c.properties, found)
		}
	}
}

// The open questions are settled on the side that raises no false error.
func TestAccepts(t *testing.T) {
	for _, c := range []struct{ typ, state string }{
		{"trigger", `{"type": "trigger", "transitions": []}`},
		{"say-play", `{"name": "a", "type": "say-play", "properties": {"say": "x", "offset": {"x": 1.5, "y": -3}, "more": 1}, "transitions": [{"event": "audioComplete", "next": null}], "more": 1}`},
		{"say-play", `{"name": "a", "type": "say-play", "properties": {"say": "x", "offset": {}}, "transitions": [{"event": "audioComplete", "next": "", "name": "b", "conditions": []}]}`},
		{"say-play", `{"name": "a", "type": "say-play", "properties": {"say": "x", "loop": 1.0}, "transitions": []}`},
		{"say-play", `{"name": "a", "type": "say-play", "properties": {"say": "x", "loop": 1e9999999}, "transitions": []}`},
		{"send-and-wait-for-reply", `{"name": "a", "type": "send-and-wait-for-reply", "properties": {"from": "x", "timeout": 3600}, "transitions": []}`},
		{"send-and-wait-for-reply", `{"name": "a", "type": "send-and-wait-for-reply", "properties": {"from": "x", "timeout": "{{flow.variables.t}}"}, "transitions": []}`},
		{"make-outgoing-call-v2", `{"name": "a", "type": "make-outgoing-call-v2", "properties": {"from": "x", "to": "y", "trim": "true"}, "transitions": []}`},
		{"send-to-flex", `{"name": "a", "type": "send-to-flex", "properties": {"workflow": "x", "channel": "voice", "from": "y"}, "transitions": [{"event": "composerStarted"}]}`},
		{"create-task", `{"name": "a", "type": "create-task", "properties": {"x": 1}, "transitions": [{"event": "taskCreated"}]}`},
		{"split-based-on", `{"name": "a", "type": "split-based-on", "properties": {"input": "x"}, "transitions": [{"event": "match", "conditions": [{"friendly_name": "", "arguments": [], "type": "is_blank", "value": ""}]}, {"event": "match"}]}`},
		{"set-variables", `{"name": "a", "type": "set-variables", "properties": {"variables": [{"key": "a", "value": "", "type": "json_object", "index": "0", "parse_as_json": true}]}, "transitions": []}`},
	} {
		if found := Lookup(c.typ).Validate(decode(t, []byte(c.state))); found != nil {
			t.Errorf("%s: %v", c.state, found)
		}
	}
}

// Each of the JSON types that are most often got wrong is one violation.
func TestTypeTraps(t *testing.T) {
	base := map[string]string{
		"send-message": `{"from": "x"}`, "send-and-wait-for-reply": `{"from": "x"}`, "send-to-flex": `{"workflow": "x", "channel": "y"}`,
		"add-twiml-redirect": `{"url": "x"}`, "connect-call-to": `{"noun": "number"}`, "gather-input-on-call": `{"say": "x"}`, "say-play": `{"say": "x"}`,
		"make-outgoing-call-v1": `{"from": "x", "to": "y"}`, "make-outgoing-call-v2": `{"from": "x", "to": "y"}`, "connect-virtual-agent": `{"connector": "x"}`,
		"run-subflow": `{"flow_sid": "x", "flow_revision": "1"}`, "make-http-request": `{"url": "x"}`,
		"start-conversation": `{"conversation_service_sid": "x", "participants": []}`,
	}
	want := map[string]TypeSet{}
	for _, group := range []struct {
		types TypeSet
		names string
	}{
		{String, `send-to-flex.timeout send-to-flex.priority add-twiml-redirect.timeout connect-call-to.time_limit gather-input-on-call.speech_timeout
			gather-input-on-call.profanity_filter record-voicemail.play_beep make-outgoing-call-v2.machine_detection_timeout
			make-outgoing-call-v2.machine_detection_speech_threshold make-outgoing-call-v2.machine_detection_speech_end_threshold
			make-outgoing-call-v2.machine_detection_silence_timeout make-outgoing-call-v2.machine_detection make-outgoing-call-v2.trim
			capture-payments.postal_code capture-payments.payment_amount connect-virtual-agent.sentiment_analysis run-conversation-relay.interruptible
			run-subflow.flow_revision send-to-flex.attributes enqueue-call.task_attributes send-message.attributes send-and-wait-for-reply.attributes
			start-conversation.attributes resume-conversation.attributes send-to-auto-pilot.chat_attributes`},
		{String | Integer, `send-and-wait-for-reply.timeout`},
		{Integer, `gather-input-on-call.timeout gather-input-on-call.number_of_digits gather-input-on-call.loop say-play.loop connect-call-to.timeout
			make-outgoing-call-v1.timeout make-outgoing-call-v2.timeout record-voicemail.timeout record-voicemail.max_length enqueue-call.timeout
			enqueue-call.priority capture-payments.timeout capture-payments.max_attempts capture-payments.min_postal_code_length
			send-to-auto-pilot.timeout connect-virtual-agent-v2.timeout`},
		{Boolean, `gather-input-on-call.stop_gather connect-call-to.record make-outgoing-call-v1.record make-outgoing-call-v2.record
			make-outgoing-call-v2.detect_answering_machine record-call.record_call record-voicemail.transcribe make-http-request.add_twilio_auth
			capture-payments.security_code send-message.shorten_urls send-and-wait-for-reply.shorten_urls start-conversation.close_conversation_on_execution_end`},
	} {
		for _, name := range strings.Fields(group.names) {
			want[name] = group.types
		}
	}
	values := []struct {
		json string
		typ  TypeSet
	}{{`"5"`, String}, {`5`, Integer}, {`5.0`, Integer}, {`5.5`, Number}, {`true`, Boolean}, {`[]`, Array}, {`{}`, Object}, {`null`, Null}}
	for name, types := range want {
		typ, property, _ := strings.Cut(name, ".")
		w := Lookup(typ)
		if base[typ] == "" {
			base[typ] = "{}"
		}
		for _, v := range values {
			s := state(t, typ, base[typ])
			s["properties"].(map[string]any)[property] = decode(t, []byte(v.json))
			found := w.Validate(s)
			if types.Accepts(v.typ) {
				if found != nil {
					t.Errorf("%s = %s: %v", name, v.json, found)
				}
				continue
			}
			expected := []Violation{{Path: []string{"properties", property}, Keyword: "type", Expected: types.Names()}}
			if diff := cmp.Diff(expected, found); diff != "" {
				t.Errorf("%s = %s (-want +got):\n%s", name, v.json, diff)
			}
		}
	}
}

func TestViolations(t *testing.T) {
	for _, c := range []struct {
		document *Document
		json     string
		want     []string
	}{
		{Flow(), `{}`, []string{" required [initial_state]", " required [states]"}},
		{Flow(), `[]`, []string{" type [object]"}},
		{Flow(), `{"initial_state": "", "states": [], "flags": {}, "description": 1}`, []string{
			"/description type [string]", "/flags required [allow_concurrent_calls]", "/initial_state minLength [1]", "/states minItems [1]"}},
		{Flow(), `{"initial_state": "a", "states": ["x"], "$schema": "x", "flags": {"allow_concurrent_calls": "true"}}`, []string{
			"/$schema enum [https://schemas.twilio.com/studio/draft/2019-09/flow-definition]", "/flags/allow_concurrent_calls type [boolean]"}},
		{State(), `{"name": "", "transitions": {}}`, []string{" required [type]", "/name minLength [1]", "/transitions type [array]"}},
		{State(), `{"type": "unheard-of"}`, nil},
		{&Lookup("say-play").Document, `{"type": "say-play", "properties": {"say": "a", "play": "b"}}`, []string{
			" required [name]", " required [transitions]", "/properties oneOf [say play digits], there [say play]"}},
		{&Lookup("gather-input-on-call").Document, `{"name": "a", "type": "gather-input-on-call", "properties": {}, "transitions": [{"event": "keypress"}, {"event": "noInput"}, 5, {"next": 5}]}`, []string{
			"/properties oneOf [say play], there []", "/transitions/1/event enum [keypress speech timeout]", "/transitions/2 type [object]",
			"/transitions/3 required [event]", "/transitions/3/next type [string null]"}},
		{&Lookup("gather-input-on-call").Document, `{"name": "a", "type": "Gather", "properties": 5, "transitions": 5}`, []string{
			"/properties type [object]", "/transitions type [array]", "/type const [gather-input-on-call]"}},
		{&Lookup("capture-payments").Document, `{"name": "a", "type": "capture-payments", "properties": {"valid_card_types": ["visa", "Visa", 1], "payment_method": "card"}, "transitions": []}`, []string{
			"/properties/payment_method enum [CREDIT_CARD ACH_DEBIT]",
			"/properties/valid_card_types/1 enum [amex diners-club discover enroute jcb maestro master-card mastercard optima visa]",
			"/properties/valid_card_types/2 type [string]"}},
		{&Lookup("run-function").Document, `{"name": "a", "type": "run-function", "properties": {"parameters": [{"key": "a"}, {"key": "a", "value": 1.5}, null]}, "transitions": []}`, []string{
			"/properties required [url]", "/properties/parameters/0 required [value]", "/properties/parameters/1/value type [string]",
			"/properties/parameters/2 type [object]"}},
		{Resource("flow-request"), `{"Status": "live", "Definition": 5}`, []string{
			"/Definition type [string object]", "/Status enum [draft published]"}},
		{Resource("flow"), `{"sid": null, "definition": null, "revision": "1", "errors": null}`, []string{"/revision type [integer]"}},
		{Resource("flex-flow"), `{"integration": {"timeout": 5.5}, "enabled": "true"}`, []string{
			"/enabled type [boolean null]", "/integration/timeout type [integer null]"}},
		{Resource("flex-flow-request"), `{"IntegrationType": "flow", "Integration.Timeout": "60", "LongLived": "true"}`, []string{"/IntegrationType enum [studio external task]"}},
	} {
		var got []string
		for _, v := range c.document.Validate(decode(t, []byte(c.json))) {
			got = append(got, describe(v))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", c.document.Name, c.json, diff)
		}
	}
}

// Places are in the order of the document, ten after nine, whatever order jsonschema and Go's maps take.
func TestValidateOrder(t *testing.T) {
	transitions := make([]any, 12)
	for i := range transitions {
		transitions[i] = map[string]any{"next": json.Number("5")}
	}
	s := map[string]any{"type": "send-message", "properties": map[string]any{"to": true, "body": nil, "service": nil}, "transitions": transitions}
	w := Lookup("send-message")
	first := w.Validate(s)
	var got []string
	for _, v := range first {
		got = append(got, strings.Join(v.Path, "/")+" "+v.Keyword)
	}
	want := []string{" required", "properties required", "properties/body type", "properties/service type", "properties/to type"}
	for i := range transitions {
		want = append(want, fmt.Sprintf("transitions/%d required", i), fmt.Sprintf("transitions/%d/next type", i))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for range 50 {
		if diff := cmp.Diff(first, w.Validate(s)); diff != "" {
			t.Fatalf("another order:\n%s", diff)
		}
	}
	if transitions[0].(map[string]any)["next"] != json.Number("5") {
		t.Error("Validate has changed the value")
	}
}

// Numbers that take jsonschema long or end it with a panic do neither here.
func TestHostileNumbers(t *testing.T) {
	w := Lookup("say-play")
	for number, want := range map[string]string{
		"1e1000000000": "", "-1e-1000000000": "number", "1e999999": "", "1e99999999999999999999": "", "0e-99999999999999999999": "",
		strings.Repeat("7", 1<<20): "", "0." + strings.Repeat("0", 1<<20): "", "0." + strings.Repeat("3", 1<<20): "number",
	} {
		s := state(t, "say-play", `{"say": "x"}`)
		s["properties"].(map[string]any)["loop"] = json.Number(number)
		s["properties"].(map[string]any)["say"] = json.Number(number)
		s["type"] = json.Number(number)
		s["transitions"] = []any{map[string]any{"event": json.Number(number)}}
		found := w.Validate(s)
		loop := slices.IndexFunc(found, func(v Violation) bool { return v.Path[len(v.Path)-1] == "loop" })
		if want == "" && loop >= 0 || want != "" && loop < 0 {
			t.Errorf("loop = %.20s: %v", number, found)
		}
		if len(found) != 3+min(1, loop+1) {
			t.Errorf("%.20s: %v", number, found)
		}
	}
}

// A place is a value that encoding/json has made, with what comes after it.
type place struct {
	key   string
	value any
	after []place
}

// plain is the view of the values that encoding/json makes.
var plain = View[*place]{
	Type:   func(p *place) TypeSet { return 1 << slices.Index(typeNames[:], typeOf(p.value)) },
	Text:   func(p *place) string { return p.value.(string) },
	Key:    func(p *place) string { return p.key },
	Len:    func(p *place) int { return len(p.value.([]any)) },
	First:  func(p *place) *place { return firstOf(placesIn(p.value)) },
	Next:   func(p *place) *place { return firstOf(p.after) },
	Exists: func(p *place) bool { return p != nil },
	Plain:  func(p *place) any { return p.value },
}

func placesIn(v any) (all []place) {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			all = append(all, place{key: key, value: value})
		}
	case []any:
		for _, value := range v {
			all = append(all, place{value: value})
		}
	}
	return all
}

func firstOf(places []place) *place {
	if len(places) == 0 {
		return nil
	}
	first := places[0]
	first.after = places[1:]
	return &first
}

func accepts(s *Schema, v any) bool { return plain.Accepts(&place{value: v}, s) }

// example makes a value that s accepts, with every member that can be there at once.
func example(s *Schema) any {
	switch {
	case s.HasConst:
		return s.Const
	case s.Enum != nil:
		return s.Enum[0]
	case s.Types&Object != 0:
		v := map[string]any{}
		for name, sub := range s.Properties.All() {
			v[name] = example(sub)
		}
		for _, members := range s.OneOfRequired[min(1, len(s.OneOfRequired)):] {
			for _, name := range members {
				delete(v, name)
			}
		}
		return v
	case s.Types&Array != 0:
		item := any("x")
		if s.Items != nil {
			item = example(s.Items)
		}
		return slices.Repeat([]any{item}, max(2, s.MinItems))
	case s.Types&Integer != 0:
		return json.Number("7")
	case s.Types&Number != 0:
		return json.Number("7.5")
	case s.Types&Boolean != 0:
		return true
	default:
		return "text"
	}
}

func allDocuments() []*Document {
	documents := []*Document{Flow(), State(), Resource("flow"), Resource("flow-request"), Resource("flex-flow"), Resource("flex-flow-request")}
	for _, typ := range Types() {
		documents = append(documents, &Lookup(typ).Document)
	}
	return documents
}

var samples = []any{nil, true, json.Number("1"), json.Number("2.0"), json.Number("-1.5e0"), "", "draft", "Ünï", []any{}, []any{"x"}, map[string]any{}, map[string]any{"event": "timeout"}}

// Every JSON type in every place the table knows: the table and jsonschema agree, and what is wrong
// is found at that place, once.
func TestEveryTypeInEveryPlace(t *testing.T) {
	places, wrong := 0, 0
	for _, d := range allDocuments() {
		good := example(d.Schema)
		if found := d.Validate(good); found != nil || !accepts(d.Schema, good) {
			t.Fatalf("%s: the example is rejected: %v", d.Name, found)
		}
		walk(d.Schema, nil, func(path []string) {
			for _, sample := range samples {
				places++
				v := replaced(d.Schema, good, path, sample)
				found := d.Validate(v)
				if accepts(d.Schema, v) != (len(found) == 0) {
					t.Errorf("%s %v = %v: the table says %v, jsonschema %v", d.Name, path, sample, accepts(d.Schema, v), found)
				}
				wrong += min(1, len(found))
				if _, isObject := sample.(map[string]any); len(found) > 1 && !isObject {
					t.Errorf("%s %v = %v: %v", d.Name, path, sample, found)
				}
				for _, f := range found {
					if len(f.Path) < len(path) || !slices.Equal(f.Path[:len(path)], path) || len(f.Expected) == 0 {
						t.Errorf("%s %v = %v: found at %v", d.Name, path, sample, f)
					}
				}
			}
		})
	}
	t.Logf("%d values, %d of them wrong", places, wrong)
}

// walk calls visit for the path of each place below s, arrays by their first item.
func walk(s *Schema, path []string, visit func([]string)) {
	visit(path)
	for name, sub := range s.Properties.All() {
		walk(sub, append(slices.Clip(path), name), visit)
	}
	if s.Items != nil {
		walk(s.Items, append(slices.Clip(path), "0"), visit)
	}
}

// replaced returns v, which s describes, with another value at a path; what is not on the path
// is shared. A member that excludes others takes their place.
func replaced(s *Schema, v any, path []string, with any) any {
	if len(path) == 0 {
		return with
	}
	sub := s.At(path[0])
	if list, ok := v.([]any); ok {
		list = slices.Clone(list)
		list[0] = replaced(sub, list[0], path[1:], with)
		return list
	}
	object := maps.Clone(v.(map[string]any))
	for _, members := range s.OneOfRequired {
		if slices.ContainsFunc(s.OneOfRequired, func(m []string) bool { return slices.Contains(m, path[0]) }) {
			delete(object, members[0])
		}
	}
	object[path[0]] = replaced(sub, v.(map[string]any)[path[0]], path[1:], with)
	return object
}

// The table and jsonschema give the same verdict on values made at random, most of them nearly right.
func TestTableAgreesWithJSONSchema(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	accepted, rejected := 0, 0
	for _, d := range allDocuments() {
		for range 150 {
			v := randomValue(random, d.Schema)
			found := d.Validate(v)
			if want := accepts(d.Schema, v); want != (len(found) == 0) {
				text, _ := json.Marshal(v)
				t.Fatalf("%s: the table says %v, jsonschema %v: %s", d.Name, want, found, text)
			}
			if len(found) == 0 {
				accepted++
			} else {
				rejected++
			}
			for _, f := range found {
				at := d.Schema.At(f.Path...)
				if at == nil {
					t.Fatalf("%s: %+v leads nowhere", d.Name, f)
				}
			}
		}
	}
	t.Logf("%d accepted, %d rejected", accepted, rejected)
	if accepted < 500 || rejected < 500 {
		t.Error("the values are too one-sided to show anything")
	}
}

func randomValue(random *rand.Rand, s *Schema) any {
	if s == nil || random.IntN(60) == 0 {
		return samples[random.IntN(len(samples))]
	}
	switch v := example(s).(type) {
	case map[string]any:
		made := map[string]any{}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if random.IntN(40) != 0 {
				made[name] = randomValue(random, s.Properties.Get(name))
			}
		}
		if random.IntN(10) == 0 {
			made["more"] = true
		}
		if len(s.OneOfRequired) > 1 && random.IntN(20) == 0 {
			made[s.OneOfRequired[1][0]] = "x"
		}
		return made
	case []any:
		made := []any{}
		for range random.IntN(4) {
			made = append(made, randomValue(random, s.Items))
		}
		return made
	default:
		return v
	}
}

func TestSchemaAt(t *testing.T) {
	s := Lookup("split-based-on").Schema
	if s.At("transitions", "12", "conditions", "3", "type").Enum == nil {
		t.Error("the path to a condition's type leads nowhere")
	}
	if s.At() != s {
		t.Error("the empty path leads away")
	}
	for _, path := range [][]string{{"nothing"}, {"transitions", "first"}, {"name", "more", "more"}, {"transitions", ""}} {
		if s.At(path...) != nil {
			t.Errorf("At(%v) is something", path)
		}
	}
}

// A Validate that is no longer lazy would load its schema from somewhere: a compiler must not
// look for one on disk or network.
func TestCompilerIsClosed(t *testing.T) {
	for _, reference := range []string{"file:///etc/hostname", "https://example.com/schema.json", "other.json"} {
		_, err := newCompiler().Compile(reference)
		if err == nil || !strings.Contains(err.Error(), "not part of the catalogue") {
			t.Errorf("%s: %v", reference, err)
		}
	}
}

func BenchmarkValidate(b *testing.B) {
	w := Lookup("send-message")
	s := state(b, "send-message", `{"body": 5}`)
	w.Validate(s)
	for b.Loop() {
		w.Validate(s)
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		for _, typ := range Types() {
			compile(typ, Lookup(typ).Schema)
		}
	}
}

func typeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	default:
		if IsInteger(fmt.Sprint(v)) {
			return "integer"
		}
		return "number"
	}
}
