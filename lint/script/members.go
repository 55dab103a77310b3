package script

import (
	"slices"
	"strings"

	"studiolint/lint/form"
	"studiolint/lint/glob"
	"studiolint/lint/pattern"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// suiteMembers are the keys of a test file.
func suiteMembers(s *Suite) []member {
	return append([]member{
		placed("flow", "The flow: its path from this file. Any kind of document that lint reads will do; of several flows in a file FILE#NAME is one.",
			filled(), &s.Flow, &s.flowAt).Needed("say which flow is tried"),
		form.Field("tests", "The scripted conversations.",
			apart(form.List(pointer(testMembers))), new([]*Test)).Needed("list what is tried"),
	}, settingsMembers(&s.common)...)
}

// apart is a list whose items have been read already: see parse.
func apart[T any](k kind[[]T]) kind[[]T] {
	return kind[[]T]{Schema: k.Schema, Read: func(r *reader, n yaml.Node) []T {
		n.Values = nil
		return k.Read(r, n)
	}}
}

// settingsMembers are the keys that may stand in a test and beside the tests.
func settingsMembers(s *Settings) []member {
	return []member{
		form.Field("now", "The clock when the execution begins. Waiting moves it.", clock(), &s.Now),
		form.Field("contact", "The address of the person. Default: "+defaultContact+".", filled(), &s.Contact),
		form.Field("channel", "The address on Twilio's side. Default: "+defaultChannel+".", filled(), &s.Channel),
		placed("subflows", "The flows that Run Subflow widgets name by SID: paths from this file. Others are those of the configuration.",
			mapping(filled()), &s.Subflows, &s.at),
		form.Field("fakes", "What comes back from a widget, by its name, or from an address, by \"METHOD URL-glob\". A list is used up in order; the last one stays.",
			fakes(), &s.Fakes),
		form.Field("fail-each", "Run each test once more for every request that could fail.", truth(), &s.FailEach),
		form.Field("variables", "flow.variables when the execution begins.", mapping(text()), &s.Variables),
	}
}

// pointer is a mapping that is read into a new value.
func pointer[T any](of func(*T) []member) kind[*T] {
	k := form.Object(of)
	return kind[*T]{Schema: k.Schema, Read: func(r *reader, n yaml.Node) *T {
		v := k.Read(r, n)
		return &v
	}}
}

func testMembers(t *Test) []member {
	return append([]member{
		placed("name", "What is tried.", filled(), &t.Name, &t.at).Needed("say what is tried"),
		form.Field("start", "How the execution begins. Default: the one event of the trigger that leads anywhere.", form.Object(startMembers), &t.Start),
		placed("steps", "What somebody does and what is to be expected, in order.", form.List(step()), &t.Steps, &t.stepsAt),
		form.Field("end", "How the execution is to end. Without it, it must end by itself.", pointer(endMembers), &t.End),
		form.Field("variables-after", "What flow.variables are to hold at the end.", mapping(text()), &t.VariablesAfter),
		form.Field("visits", "Widgets that the execution is to come to.", list(filled()), &t.Visits),
		form.Field("never", "Widgets that it is never to come to.", list(filled()), &t.Never),
		form.Field("blanks", "none: no {{ }} of what is said, sent or stored may come out blank.", oneOf("none", "any"), &t.Blanks),
	}, settingsMembers(&t.Settings)...)
}

func startMembers(s *Start) []member {
	return []member{
		placed("event", "The event of the trigger.", filled(), &s.Event, &s.at),
		form.Field("body", "The text of the message that starts it.", text(), &s.Body),
		form.Field("media", "Addresses of the files that come with the message.", list(filled()), &s.Media),
		form.Field("data", "The parameters of the request that starts it; of a message or call, what stands beside the usual below trigger.message or trigger.call.", members(), &s.Data),
		form.Field("parameters", "What the flow hands over that runs this one as a subflow.", members(), &s.Parameters),
	}
}

func endMembers(e *End) []member {
	return []member{
		placed("widget", "The last widget.", filled(), &e.Widget, &e.at),
		form.Field("event", "The event by which it is left.", filled(), &e.Event),
		form.Field("stuck", "It is stuck: an event came that the widget has no transition for.", truth(), &e.Stuck),
		form.Field("limit", "Studio ends it at one of its limits.", oneOf("steps", "visits"), &e.Limit),
		placed("waiting", "It waits at this widget when the steps are used up.", filled(), &e.Waiting, &e.at),
	}
}

// fakes is a mapping that keeps its order.
func fakes() kind[[]*Fake] {
	answers := list(form.Object(answerMembers))
	return kind[[]*Fake]{
		Schema: func(r *reader) form.Schema {
			return form.Schema{"type": "object", "additionalProperties": answers.Schema(r)}
		},
		Read: func(r *reader, n yaml.Node) []*Fake {
			var all []*Fake
			first := r.Keys(n)
			for i, key := range n.Keys {
				if first[key.Text] != i {
					continue
				}
				f := &Fake{Key: key.Text, at: key.Span, Answers: answers.Read(r, n.Values[i])}
				if len(f.Answers) == 0 {
					r.Errorf(n.Values[i].Span, "a fake needs an answer")
					continue
				}
				if _, address, ok := f.address(); ok && len(address) > glob.MaxLen {
					r.Errorf(key.Span, "the address is too long")
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
		Name: "body", Schema: func(*reader) form.Schema { return form.Schema{} },
		Doc: "What comes back: a text, or anything else as JSON.",
		Read: func(r *reader, n yaml.Node) {
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
		form.Field("event", "The event by which the widget is left. Default: by the status.", filled(), &a.Event),
		form.Field("status", "The HTTP status; 400 and more take the failure event. Default: 200.", whole(100, 599), &a.Status),
		form.Field("type", "The media type of the body. Default: application/json for a mapping or a list and a file named .json, else text/plain.", filled(), &a.Type),
		body,
		placed("file", "A file with the body: its path from this file.", filled(), &a.File, &a.fileAt),
		form.Field("outputs", "What the widget stores besides: {{widgets.NAME.KEY}}.", members(), &a.Outputs),
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
		form.Field("text", "Its text.", text(), &p.text),
		form.Field("media", "Addresses of the files that come along.", list(filled()), &p.media),
	}
}

// step is a mapping of one member.
func step() kind[Step] {
	expected, written, media, mark := expect(), text(), form.Object(replyMembers), truth()
	return kind[Step]{
		Schema: func(r *reader) form.Schema {
			key := written.Schema(r)
			return form.Schema{
				"type": "object", "minProperties": 1, "maxProperties": 1,
				"properties": form.Schema{
					doExpect:  expected.Schema(r).Described("What was to be said, sent or done since somebody last did something."),
					doPress:   key.Described("Keys that are pressed."),
					doSay:     key.Described("What is said, as it is recognised."),
					doReply:   form.Schema{"anyOf": []form.Schema{key, media.Schema(r)}}.Described("A message that is written."),
					doSilence: mark.Schema(r).Described("Nothing is done until the widget's time is over."),
					doHangUp:  mark.Schema(r).Described("The caller hangs up."),
				},
				"additionalProperties": form.Schema{"type": []string{"boolean", "string"}}.Described("Another event of the widget: true, or the name of the widget that is meant."),
			}
		},
		Read: func(r *reader, n yaml.Node) Step {
			if n.Kind != yaml.Mapping || len(n.Keys) != 1 {
				r.Errorf(n.Span, "a step is a mapping of one member, such as press: \"1\"")
				return Step{}
			}
			key, v := n.Keys[0], n.Values[0]
			s := Step{Do: key.Text, at: key.Span, value: v.Span}
			switch key.Text {
			case doExpect:
				e := expected.Read(r, v)
				s.Expect = &e
			case doPress, doSay:
				s.Text = written.Read(r, v)
			case doReply:
				if v.Kind != yaml.Mapping {
					s.Text = written.Read(r, v)
					break
				}
				p := media.Read(r, v)
				s.Text, s.Media = p.text, p.media
			case doSilence, doHangUp:
				mark.Read(r, v)
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
		r.Errorf(v.Span, "%s: true is expected here, or the name of the widget that is meant%s", s.Do, slip(s.Do))
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
	long := form.Object(expectMembers)
	return kind[Expect]{
		Schema: func(r *reader) form.Schema {
			return form.Schema{"anyOf": []form.Schema{short.Schema(r), long.Schema(r)}}
		},
		Read: func(r *reader, n yaml.Node) Expect {
			if n.Kind == yaml.Mapping {
				e := long.Read(r, n)
				e.at = n.Span
				if e.Event != "" || e.Attributes.Exists() || e.Request != nil {
					e.values = n
				}
				if len(n.Keys) == 0 {
					r.Errorf(n.Span, "nothing is expected here")
				}
				if e.Text != "" {
					e.pattern(r, n.Span)
				}
				if (e.Event != "" || e.Attributes.Exists()) && e.Widget == "" {
					r.Errorf(n.Span, `"widget" is missing here: say whose event or attributes they are`)
				}
				return e
			}
			e := Expect{Text: short.Read(r, n), at: n.Span, textAt: n.Span, short: true}
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
		r.Errorf(at, "Java does not take this regular expression: %v", err)
		return
	}
	e.Matches, e.Text = p, ""
}

func expectMembers(e *Expect) []member {
	return []member{
		placed("text", "A part of what was said or sent; /…/ is a regular expression, as Java reads it.", filled(), &e.Text, &e.textAt),
		placed("equals", "All of what was said or sent in one go.", optional(), &e.Equals, &e.equalsAt),
		form.Field("widget", "A widget that was visited.", filled(), &e.Widget),
		form.Field("event", "The event by which it was left.", filled(), &e.Event),
		form.Field("attributes", "A part of the JSON that it sends, such as the attributes of a task.", members(), &e.Attributes),
		form.Field("request", "A request that was made.", pointer(requestMembers), &e.Request),
	}
}

func requestMembers(q *Request) []member {
	return []member{
		form.Field("method", "Its method.", filled(), &q.Method),
		form.Field("url", "Its address, in which * stands for any text.", filled(), &q.URL),
		form.Field("body", "A part of its JSON; a text is the whole of it.", anything(), &q.Body),
		form.Field("parameters", "Some of its parameters.", mapping(text()), &q.Parameters),
	}
}
