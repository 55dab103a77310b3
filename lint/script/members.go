package script

import (
	"slices"
	"strings"

	"studiolint/lint/glob"
	"studiolint/lint/pattern"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// suiteMembers are the keys of a test file.
func suiteMembers(s *Suite) []member {
	return append([]member{
		placed("flow", "The flow: its path from this file. Any kind of document that lint reads will do; of several flows in a file FILE#NAME is one.",
			filled(), &s.Flow, &s.flowAt).needed("say which flow is tried"),
		field("tests", "The scripted conversations.",
			apart(several(pointer(testMembers))), new([]*Test)).needed("list what is tried"),
	}, settingsMembers(&s.common)...)
}

// apart is a list whose items have been read already: see parse.
func apart[T any](k kind[[]T]) kind[[]T] {
	return kind[[]T]{schema: k.schema, read: func(r *reader, n yaml.Node) []T {
		n.Values = nil
		return k.read(r, n)
	}}
}

// settingsMembers are the keys that may stand in a test and beside the tests.
func settingsMembers(s *Settings) []member {
	return []member{
		field("now", "The clock when the execution begins. Waiting moves it.", clock(), &s.Now),
		field("contact", "The address of the person. Default: "+defaultContact+".", filled(), &s.Contact),
		field("channel", "The address on Twilio's side. Default: "+defaultChannel+".", filled(), &s.Channel),
		placed("subflows", "The flows that Run Subflow widgets name by SID: paths from this file. Others are those of the configuration.",
			mapping(filled()), &s.Subflows, &s.at),
		field("fakes", "What comes back from a widget, by its name, or from an address, by \"METHOD URL-glob\". A list is used up in order; the last one stays.",
			fakes(), &s.Fakes),
		field("fail-each", "Run each test once more for every request that could fail.", truth(), &s.FailEach),
		field("variables", "flow.variables when the execution begins.", mapping(text()), &s.Variables),
	}
}

// pointer is a mapping that is read into a new value.
func pointer[T any](of func(*T) []member) kind[*T] {
	k := mappingOf(of)
	return kind[*T]{schema: k.schema, read: func(r *reader, n yaml.Node) *T {
		v := k.read(r, n)
		return &v
	}}
}

// mappingOf is a mapping with known members.
func mappingOf[T any](of func(*T) []member) kind[T] {
	return kind[T]{
		schema: func() schema { return objectSchema(of(new(T))) },
		read: func(r *reader, n yaml.Node) T {
			var v T
			r.object(n, of(&v), nil)
			return v
		},
	}
}

func testMembers(t *Test) []member {
	return append([]member{
		placed("name", "What is tried.", filled(), &t.Name, &t.at).needed("say what is tried"),
		field("start", "How the execution begins. Default: the one event of the trigger that leads anywhere.", mappingOf(startMembers), &t.Start),
		placed("steps", "What somebody does and what is to be expected, in order.", several(step()), &t.Steps, &t.stepsAt),
		field("end", "How the execution is to end. Without it, it must end by itself.", pointer(endMembers), &t.End),
		field("variables-after", "What flow.variables are to hold at the end.", mapping(text()), &t.VariablesAfter),
		field("visits", "Widgets that the execution is to come to.", list(filled()), &t.Visits),
		field("never", "Widgets that it is never to come to.", list(filled()), &t.Never),
		field("blanks", "none: no {{ }} of what is said, sent or stored may come out blank.", oneOf("none", "any"), &t.Blanks),
	}, settingsMembers(&t.Settings)...)
}

func startMembers(s *Start) []member {
	return []member{
		placed("event", "The event of the trigger.", filled(), &s.Event, &s.at),
		field("body", "The text of the message that starts it.", text(), &s.Body),
		field("media", "Addresses of the files that come with the message.", list(filled()), &s.Media),
		field("data", "The parameters of the request that starts it; of a message or call, what stands beside the usual below trigger.message or trigger.call.", members(), &s.Data),
		field("parameters", "What the flow hands over that runs this one as a subflow.", members(), &s.Parameters),
	}
}

func endMembers(e *End) []member {
	return []member{
		placed("widget", "The last widget.", filled(), &e.Widget, &e.at),
		field("event", "The event by which it is left.", filled(), &e.Event),
		field("stuck", "It is stuck: an event came that the widget has no transition for.", truth(), &e.Stuck),
		field("limit", "Studio ends it at one of its limits.", oneOf("steps", "visits"), &e.Limit),
		placed("waiting", "It waits at this widget when the steps are used up.", filled(), &e.Waiting, &e.at),
	}
}

// fakes is a mapping that keeps its order.
func fakes() kind[[]*Fake] {
	answers := list(mappingOf(answerMembers))
	return kind[[]*Fake]{
		schema: func() schema { return schema{"type": "object", "additionalProperties": answers.schema()} },
		read: func(r *reader, n yaml.Node) []*Fake {
			var all []*Fake
			first := r.keys(n)
			for i, key := range n.Keys {
				if first[key.Text] != i {
					continue
				}
				f := &Fake{Key: key.Text, at: key.Span, Answers: answers.read(r, n.Values[i])}
				if len(f.Answers) == 0 {
					r.errorf(n.Values[i].Span, "a fake needs an answer")
					continue
				}
				if _, address, ok := f.address(); ok && len(address) > glob.MaxLen {
					r.errorf(key.Span, "the address is too long")
					continue
				}
				all = append(all, f)
			}
			return all
		},
	}
}

// address returns the method and the address of a fake that is known by them.
func (f *Fake) address() (method, address string, ok bool) {
	method, address, ok = strings.Cut(f.Key, " ")
	return method, address, ok && method == strings.ToUpper(method)
}

func answerMembers(a *Answer) []member {
	body := member{
		name: "body", schema: func() schema { return schema{} },
		doc: "What comes back: a text, or anything else as JSON.",
		read: func(r *reader, n yaml.Node) {
			text := n.Text
			if n.Kind != yaml.Text {
				text = jsonOf(n)
				if a.Type == "" {
					a.Type = jsonType
				}
			}
			a.Body, a.at = &text, n.Span
		},
	}
	return []member{
		field("event", "The event by which the widget is left. Default: by the status.", filled(), &a.Event),
		field("status", "The HTTP status; 400 and more take the failure event. Default: 200.", whole(100, 599), &a.Status),
		field("type", "The media type of the body. Default: application/json for a mapping or a list and a file named .json, else text/plain.", filled(), &a.Type),
		body,
		placed("file", "A file with the body: its path from this file.", filled(), &a.File, &a.fileAt),
		field("outputs", "What the widget stores besides: {{widgets.NAME.KEY}}.", members(), &a.Outputs),
	}
}

const (
	jsonType = "application/json"
	textType = "text/plain"
)

// The words of steps.
const (
	doExpect  = "expect"
	doPress   = "press"
	doSay     = "say"
	doReply   = "reply"
	doSilence = "silence"
	doHangUp  = "hang-up"
)

var stepWords = []string{doExpect, doPress, doSay, doReply, doSilence, doHangUp}

type reply struct {
	text  string
	media []string
}

func replyMembers(p *reply) []member {
	return []member{
		field("text", "Its text.", text(), &p.text),
		field("media", "Addresses of the files that come along.", list(filled()), &p.media),
	}
}

// step is a mapping of one member.
func step() kind[Step] {
	expected, written, media, mark := expect(), text(), mappingOf(replyMembers), truth()
	return kind[Step]{
		schema: func() schema {
			key := written.schema()
			return schema{
				"type": "object", "minProperties": 1, "maxProperties": 1,
				"properties": schema{
					doExpect:  described(expected.schema(), "What was to be said, sent or done since somebody last did something."),
					doPress:   described(key, "Keys that are pressed."),
					doSay:     described(key, "What is said, as it is recognised."),
					doReply:   described(schema{"anyOf": []schema{key, media.schema()}}, "A message that is written."),
					doSilence: described(mark.schema(), "Nothing is done until the widget's time is over."),
					doHangUp:  described(mark.schema(), "The caller hangs up."),
				},
				"additionalProperties": described(schema{"type": []string{"boolean", "string"}}, "Another event of the widget: true, or the name of the widget that is meant."),
			}
		},
		read: func(r *reader, n yaml.Node) Step {
			if n.Kind != yaml.Mapping || len(n.Keys) != 1 {
				r.errorf(n.Span, "a step is a mapping of one member, such as press: \"1\"")
				return Step{}
			}
			key, v := n.Keys[0], n.Values[0]
			s := Step{Do: key.Text, at: key.Span, value: v.Span}
			switch key.Text {
			case doExpect:
				e := expected.read(r, v)
				s.Expect = &e
			case doPress, doSay:
				s.Text = written.read(r, v)
			case doReply:
				if v.Kind != yaml.Mapping {
					s.Text = written.read(r, v)
					break
				}
				p := media.read(r, v)
				s.Text, s.Media = p.text, p.media
			case doSilence, doHangUp:
				mark.read(r, v)
			default:
				s.event(r, v)
			}
			return s
		},
	}
}

// event reads the value of a step that is an event by its name.
func (s *Step) event(r *reader, v yaml.Node) {
	switch {
	case v.Kind == yaml.Bool && strings.EqualFold(v.Text, "true"):
	case v.Kind == yaml.Text && v.Text != "":
		s.Widget = v.Text
	default:
		r.errorf(v.Span, "%s: true is expected here, or the name of the widget that is meant%s", s.Do, slip(s.Do))
	}
}

// slip says which step was meant by a word that none has.
func slip(word string) string {
	if slices.Contains(stepWords, word) {
		return ""
	}
	return words.DidYouMean(word, stepWords)
}

// expect is a text, or a mapping of what is expected.
func expect() kind[Expect] {
	short := filled()
	long := mappingOf(expectMembers)
	return kind[Expect]{
		schema: func() schema { return schema{"anyOf": []schema{short.schema(), long.schema()}} },
		read: func(r *reader, n yaml.Node) Expect {
			if n.Kind == yaml.Mapping {
				e := long.read(r, n)
				e.at = n.Span
				if len(n.Keys) == 0 {
					r.errorf(n.Span, "nothing is expected here")
				}
				if e.Text != "" {
					e.pattern(r, n.Span)
				}
				if (e.Event != "" || e.Attributes.Exists()) && e.Widget == "" {
					r.errorf(n.Span, `"widget" is missing here: say whose event or attributes they are`)
				}
				return e
			}
			e := Expect{Text: short.read(r, n), at: n.Span, textAt: n.Span, short: true}
			e.pattern(r, n.Span)
			return e
		},
	}
}

// pattern takes a text between slashes for a regular expression.
func (e *Expect) pattern(r *reader, at yaml.Span) {
	e.written = e.Text
	inner, ok := strings.CutPrefix(e.Text, "/")
	end := strings.LastIndexByte(inner, '/')
	if !ok || end < 0 || inner[end:] != "/" && inner[end:] != "/i" {
		return
	}
	p, err := pattern.Parse(inner[:end], inner[end:] == "/i")
	if err != nil {
		r.errorf(at, "Java does not take this regular expression: %v", err)
		return
	}
	e.Matches, e.Text = p, ""
}

func expectMembers(e *Expect) []member {
	return []member{
		placed("text", "A part of what was said or sent; /…/ is a regular expression, as Java reads it.", filled(), &e.Text, &e.textAt),
		placed("equals", "All of what was said or sent in one go.", optional(), &e.Equals, &e.equalsAt),
		field("widget", "A widget that was visited.", filled(), &e.Widget),
		field("event", "The event by which it was left.", filled(), &e.Event),
		field("attributes", "A part of the JSON that it sends, such as the attributes of a task.", members(), &e.Attributes),
		field("request", "A request that was made.", pointer(requestMembers), &e.Request),
	}
}

func requestMembers(q *Request) []member {
	return []member{
		field("method", "Its method.", filled(), &q.Method),
		field("url", "Its address, in which * stands for any text.", filled(), &q.URL),
		field("body", "A part of its JSON; a text is the whole of it.", anything(), &q.Body),
		field("parameters", "Some of its parameters.", mapping(text()), &q.Parameters),
	}
}
