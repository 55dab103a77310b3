package sim

import (
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/lint/liquid/eval"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A Visit is one widget of an execution.
type Visit struct {
	Program *Program
	Widget  *flow.Widget
	Name    string // with that of the widget before it that runs the subflow: "hours/check"

	Said    []Text   // what is said, played or sent, in the order of the catalogue
	JSON    []Text   // what properties of JSON text become
	Request *Request // nil for a widget that makes none
	Blanks  []Blank

	// Event is how the widget was left, "" while the execution is there, Taken the transition
	// that was taken, nil when there is none for the event.
	Event string
	Taken *flow.Transition
	// Reaction is what led to the event.
	Reaction Reaction
	// Faked says that Reaction was given by somebody, and is not the usual one.
	Faked bool
}

// A Text is what a template became.
type Text struct {
	Property string
	Text     string // the template itself when it is not determined
	Why      string // why it is not determined; ""
	// Filled says that Text is certain but for what a deployment step fills in, which stands
	// there as ${…}.
	Filled bool
}

// A Blank is a {{ … }} that printed nothing.
type Blank struct {
	Widget     string
	Expression string
	At         source.Place
}

// A Request is what a widget asks an address.
type Request struct {
	Method string // "" when the widget has no property for it
	URL    Text
	Body   Text
	Type   string
	Fields []Field
}

// A Field is a parameter of a request.
type Field struct {
	Key   string
	Value Text
}

// ByMethod returns the request as a fake names it: "GET https://example.com/".
func (r *Request) ByMethod() string {
	method := r.Method
	if method == "" {
		method = "POST" // as Functions are called
	}
	return method + " " + r.URL.Text
}

// visit notes that the execution comes to a widget, and renders what the widget says and
// asks.
func (x *Execution) visit(w *flow.Widget) *Visit {
	f := x.top()
	if x.start.Watch != nil {
		x.start.Watch(x, f.program, w)
	}
	v := &Visit{Program: f.program, Widget: w, Name: f.prefix + w.Name}
	x.visits = append(x.visits, v)
	s := &f.program.steps[w.Index]
	for _, n := range s.says {
		v.Said = append(v.Said, x.text(v, n))
	}
	for _, n := range s.json {
		v.JSON = append(v.JSON, x.text(v, n))
	}
	if s.act == effects.Requests {
		v.Request = x.request(v)
	}
	return v
}

func (x *Execution) text(v *Visit, n source.Node) Text {
	t := Text{Property: nameIn(v.Widget, n)}
	r := x.render(v, n)
	t.Text, t.Why = r.text, r.why
	t.Filled = n.Filled() && !n.Unknown() && v.Program.Flow.TemplateAt(n) == nil
	if s := v.Program.seen[n]; s != nil {
		t.Filled = s.Certain
	}
	return t
}

// request renders the request of a widget.
func (x *Execution) request(v *Visit) *Request {
	w, names := v.Widget, v.Widget.Facts.Request
	r := &Request{URL: x.text(v, w.Property(names.URL))}
	if names.Method != "" {
		r.Method = w.Property(names.Method).Text()
		if r.Method == "" {
			r.Method = w.Facts.Property(names.Method).Default
		}
	}
	if names.MediaType != "" {
		r.Type = w.Property(names.MediaType).Text()
	}
	if body := w.Property(names.Body); names.Body != "" && body.IsString() && w.Facts.SendsBody(r.Method) {
		r.Body = x.text(v, body)
	}
	for _, item := range w.Property(names.Fields).Elements() {
		r.Fields = append(r.Fields, Field{item.Get("key").Text(), x.text(v, item.Get("value"))})
	}
	return r
}

// parameters renders what is passed to a subflow.
func (x *Execution) parameters(v *Visit) eval.Value {
	var keys []string
	var values []eval.Value
	for _, item := range v.Widget.Property(v.Widget.Facts.Subflow.Parameters).Elements() {
		if v.Program.filled(item.Get("key")) {
			return eval.Unknown(filledName)
		}
		keys = append(keys, item.Get("key").Text())
		values = append(values, x.value(v, item))
	}
	return eval.Object(keys, values)
}

// value returns what an item of keys and values sets.
func (x *Execution) value(v *Visit, item source.Node) eval.Value {
	r := x.render(v, item.Get("value"))
	if r.why != "" {
		return r.doubt().value()
	}
	if item.Get("type").Text() != jsonItem {
		return eval.Text(r.text)
	}
	parsed, err := eval.JSON([]byte(r.text))
	if err != nil {
		return eval.Unknown("the text is no JSON (81027), and what Studio stores then is not documented")
	}
	return parsed
}

// jsonItem is the type of an item whose text is read as JSON.
const jsonItem = "json_object"

// sets writes the variables of a widget, each as the next one sees it. It reports whether
// it is known which they are.
func (x *Execution) sets(v *Visit) bool {
	f := x.top()
	stored := output{widget: v.Widget, values: map[string]eval.Value{}, whole: true}
	for _, item := range v.Widget.Property(string(schemas.FromVariables)).Elements() {
		key := item.Get("key")
		if v.Program.filled(key) {
			x.undetermined(v, "%s", filledName)
			return false
		}
		if !key.IsString() || key.Text() == "" {
			continue
		}
		value := x.value(v, item)
		f.variables[key.Text()] = value
		stored.values[key.Text()] = value
	}
	f.outputs[v.Widget.Name] = stored
	return true
}

// filledName is why it is not known what the variables after a widget are.
const filledName = "the name of a variable is filled in before the flow is deployed"
