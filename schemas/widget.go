package schemas

import "slices"

// Widget is what is known about one widget type. Its Schema describes a whole state of
// that type: what every state shares, and what is particular to the type.
type Widget struct {
	Document
	Type   string
	Status Status
	Since  string // when it appeared; "" when unknown
	// Retired is set when the product behind the widget has ended or was replaced.
	Retired *Retirement
	// Needs says what the execution must have when it gets here. NeedsBy, when it
	// is set, says how a property decides.
	Needs   Need
	NeedsBy *NeedsBy
	// Dialog says what a person notices of the step.
	Dialog Dialog
	// Transfer is set for a widget that puts the caller through to somebody else.
	Transfer *Transfer
	// Sender names the property that says who a message comes from; "" when nothing says it.
	Sender string
	// Receiver names the property by which a message may go to somebody else than the
	// contact; "" when it goes to the contact.
	Receiver string
	// Calls names the properties of a widget that calls somebody; nil for another one.
	Calls *Calls
	// Queue names the property that says into which queue a call is put; "" when there is none.
	Queue string
	// Records names the property that says whether the call is recorded, and Beeps the one that says
	// whether there is a beep before a person speaks; "" when there is none.
	Records, Beeps string
	// Shortens names the property by which Twilio shortens the links of what is sent; "" when
	// there is none.
	Shortens string
	// Waits names the property that says for how many seconds it waits at most; "" when
	// it waits for nothing, or nobody knows how long.
	Waits string
	// IncomingOnly says that it works on incoming calls only.
	IncomingOnly bool
	// Creates is set for a widget that gives the execution a call or a conversation.
	Creates *Creates
	// Subflow is set for a widget that runs another flow.
	Subflow *Subflow
	// FlexTask is set for a widget that makes a task for people in Flex.
	FlexTask *FlexTask
	// KeyEntry is set for a widget that waits for keys.
	KeyEntry *KeyEntry
	// TakesMessage says that a person leaves a message, and has nothing to wait for
	// afterwards.
	TakesMessage bool
	// TakesPayment says that a person pays here, or that the means of payment is stored.
	TakesPayment bool
	// MakesRequest says that it sends an HTTP request to a server of the author's.
	MakesRequest bool
	// Request is set for a widget that calls an address which the flow names.
	Request *Request
	// Transcription is set for a widget that can have a recording written down, and
	// Speech for one that reads a text out.
	Transcription *Transcription
	Speech        *Speech
	// Interactive says that a person acts here: some event is a person's doing.
	Interactive bool
	// OpenProperties and OpenEvents say that the list of properties or of events is
	// not known to be complete, so that another one is no mistake.
	OpenProperties bool
	OpenEvents     bool
	Events         []Event // in the order of the file
	Outputs        Outputs
	// Content lists the properties one of which must be filled for the widget to
	// have something to say or send; empty when there is no such thing.
	Content []string
	// Conditions are the members of a condition and Operators its comparisons; only
	// split-based-on has them.
	Conditions []Property
	Operators  []Operator
	// Split says that conditions decide how the execution goes on, and Starts that
	// executions begin here.
	Split, Starts bool
	// Act is what all that makes the widget do.
	Act Act
	// Declared says that a configuration names the type; see Catalogue.With.
	Declared bool
}

// Known reports whether the catalogue has a file of the type. What it has none of is
// a widget without facts: any property, event or output may be right.
func (w *Widget) Known() bool { return w != nil && w.Status != "" }

// Status says where a widget type stands.
type Status string

// Current types are in Twilio's published list of types and in use; Unlisted ones
// Twilio accepts without listing them; Retired ones belong to a product that has ended or
// was replaced.
const (
	Current  Status = "current"
	Unlisted Status = "unlisted"
	Retired  Status = "retired"
)

// Retirement tells what became of a widget.
type Retirement struct {
	When        string // "" when unknown
	Why         string
	Replacement string // a widget type; "" when there is none
}

// Need is what an execution must have for a widget to work.
type Need string

// What widgets need: nothing; a live call; a message channel; a start through the REST
// API; a call or a message channel; or what Send to Flex wants (a call, a message or a
// conversation, but not a plain REST start).
const (
	NeedsNone          Need = "none"
	NeedsCall          Need = "call"
	NeedsMessage       Need = "message"
	NeedsREST          Need = "rest"
	NeedsCallOrMessage Need = "call-or-message"
	NeedsFlex          Need = "flex"
)

// Dialog is what a person on the other side notices of a widget's step. The zero
// value is that of a type the catalogue does not have: anything may happen there.
type Dialog string

// What a person notices: nothing; something said, played or sent; a question, an
// outgoing call among them, whose answer is waited for; or somebody else, an agent,
// a bot or another flow, who goes on speaking.
const (
	DialogSilent    Dialog = "silent"
	DialogTells     Dialog = "tells"
	DialogAsks      Dialog = "asks"
	DialogHandsOver Dialog = "hands-over"
)

// NeedsBy says that the value of a property decides what a widget needs.
type NeedsBy struct {
	Property string
	Default  string      // the value that counts when the property is absent
	Values   Table[Need] // what is needed with each value
}

// Creates says on which event an execution gets which channel ("call" or "message").
type Creates struct {
	Event   string
	Channel string
}

// Subflow names the properties by which a widget runs another flow.
type Subflow struct {
	Flow       string // its SID
	Revision   string
	Parameters string // the list of what is passed
}

// FlexTask names the properties by which a widget makes a task of TaskRouter.
type FlexTask struct {
	Workflow   string // SID of the workflow that gets the task
	Channel    string // SID or unique name of the task channel
	Attributes string // what is told of the task, as JSON
	Priority   string // the higher one is served first
}

// Request names the properties by which a widget calls an address, "" for what it has
// none of.
type Request struct {
	URL       string
	Method    string
	MediaType string // of the body
	Body      string
	Fields    string // the list of keys and values: the fields of a form, or the query
	// Credentials is the property that sends the account's credentials along.
	Credentials string
	// NamedBy lists properties that do as well as the URL.
	NamedBy []string
	// Reserved lists the keys with which a field makes the request fail.
	Reserved   []string
	Sources    []string
	Confidence Confidence
}

// Calls names the properties by which a widget calls somebody.
type Calls struct {
	To   string // whom it calls
	From string // the number that is shown
}

// Transfer says how a widget tells whether somebody took the call that it made for the
// caller: not by the event, but by an output.
type Transfer struct {
	Event      string   // the one by which it is left, whether the call was taken or not
	Result     string   // the output
	Unanswered []string // what it is when nobody took the call, while the caller still waits
	Missed     []string // those of them with which there was somebody to take it
	Taken      []string // what it is when somebody took it
	Own        string   // the output that says how the call stands that is connected, of the one who waits
	// Rooms holds the values of properties with which the caller comes into a room: nobody has to take the call.
	Rooms      Table[[]string]
	Sources    []string
	Confidence Confidence
}

// Transcription names the properties by which a recording is written down.
type Transcription struct {
	When       string   // the property that asks for it
	Length     string   // how long the recording may be, in seconds
	To         string   // the address that gets the text
	Max        int      // the longest recording that is written down, in seconds
	Code       int      // Twilio's warning for a longer one
	Sends      []string // what that address gets, later on, and no output of the widget holds
	Sources    []string
	Confidence Confidence
}

// Speech names the properties that say how a text is read out, and for a widget that
// listens in which language; HeardBy is the event of what was heard. "" for none.
type Speech struct {
	Voice, Language  string
	Listens, HeardBy string
	Hints            string // the words that callers are likely to say
}

// MayLose reports whether there is an event of the widget after which nobody takes the customer over.
func (w *Widget) MayLose() bool {
	return slices.ContainsFunc(w.Events, func(e Event) bool { return e.Lost })
}

// SendsBody reports whether a request of the widget, one with a Request, has a body with
// a method.
func (w *Widget) SendsBody(method string) bool {
	body := w.Property(w.Request.Body)
	return body == nil || len(body.SentWith.Get(w.Request.Method)) == 0 || slices.Contains(body.SentWith.Get(w.Request.Method), method)
}

// KeyEntry names the properties that say when the keys a caller presses are complete.
type KeyEntry struct {
	Count  string // how many they are; without it, the timeout after the last one ends them
	Finish string // the key that ends them sooner
}

// EventKind is the class of an event, the same for all widgets.
type EventKind string

// The kinds of event.
const (
	KindStart      EventKind = "start"      // the trigger starts the flow
	KindAlways     EventKind = "always"     // however it went
	KindSuccess    EventKind = "success"    // it worked
	KindFailure    EventKind = "failure"    // it did not work
	KindTimeout    EventKind = "timeout"    // nothing happened in time
	KindHangup     EventKind = "hangup"     // the caller hung up
	KindInput      EventKind = "input"      // somebody answered
	KindBranch     EventKind = "branch"     // a condition is met
	KindNoMatch    EventKind = "no-match"   // no condition is met
	KindUnanswered EventKind = "unanswered" // the other side did not take the call
	KindHandoff    EventKind = "handoff"    // a bot hands over
)

// Cause is what somebody does that raises an event.
type Cause string

// What people do: press keys, speak, write, leave a recording, take a call, do none of
// that in time, or hang up.
const (
	ByKeys      Cause = "keys"
	BySpeech    Cause = "speech"
	ByReply     Cause = "reply"
	ByRecording Cause = "recording"
	ByPickUp    Cause = "pick-up"
	BySilence   Cause = "silence"
	ByHangUp    Cause = "hang-up"
)

// Event is one event of a widget.
type Event struct {
	Name    string
	Meaning string
	Kind    EventKind
	// By says what somebody does that raises the event; "" when it is nothing that has a
	// name here.
	By Cause
	// EndsCall says that the caller is gone, or that Studio cannot speak to the call again.
	EndsCall bool
	// Person says that the event is, or may be, a person's doing, so that a loop through
	// it waits for somebody.
	Person bool
	// Lost says that nobody will take the customer over, who waits for somebody.
	Lost bool
	// Statuses are those of a response with which the event may be raised; nil: unknown, or
	// there is no response.
	Statuses *Range
	// Optional says that a state may well lack the event: older exports leave
	// it out, only old accounts raise it, or it is hardly known.
	Optional   bool
	Sources    []string
	Confidence Confidence
}

// Known reports whether the catalogue knows the event. One that it does not know is
// of no kind and nobody's doing.
func (e *Event) Known() bool { return e.Kind != "" }

// Outputs is what a widget stores under widgets.NAME when its step ends.
type Outputs struct {
	// Closed says that no first name beside Keys (and those of From) can ever be read.
	Closed bool
	// From tells where further keys come from; "" when there are none.
	From KeySource
	Keys []Variable
	// RenamedBy names the property that, when it is filled, stores everything under
	// another name, as old widgets did; "" when there is none.
	RenamedBy string
	// BlankOn lists the events on which nothing is stored at all.
	BlankOn    []string
	Note       string
	Sources    []string
	Confidence Confidence
}

// KeySource is where the keys come from that a widget stores beside those known.
type KeySource string

// Where keys come from: the items of the property variables; the variables that the
// child flow has set; the parameters of the request that returns from TwiML.
const (
	FromVariables KeySource = "variables"
	FromSubflow   KeySource = "subflow"
	FromRedirect  KeySource = "redirect"
)

// Key returns what is known about one output, or nil.
func (o *Outputs) Key(name string) *Variable { return findKey(o.Keys, name) }

// Operator is a comparison of split-based-on.
type Operator struct {
	Name    string
	Value   ValueKind
	Meaning string
}

// Known reports whether the catalogue knows the operator.
func (o *Operator) Known() bool { return o.Value != "" }

// ValueKind is what an operator wants as its value.
type ValueKind string

// The kinds of value: free text; entries between commas; a number; HH:MM on the 24
// hour clock; YYYY-MM-DD; a regular expression (Java's) for the whole text; or none,
// for an operator that ignores its value.
const (
	ValueText   ValueKind = "text"
	ValueList   ValueKind = "list"
	ValueNumber ValueKind = "number"
	ValueTime   ValueKind = "time"
	ValueDate   ValueKind = "date"
	ValueRegex  ValueKind = "regex"
	ValueNone   ValueKind = "none"
)

// Published lists the widget types that Twilio's published schema names, in its order.
func Published() []string {
	return State().Property("type").Values
}

// EventNames are the names of the events that the widget raises.
func (w *Widget) EventNames() []string {
	names := make([]string, len(w.Events))
	for i := range w.Events {
		names[i] = w.Events[i].Name
	}
	return names
}

// Event returns one of the widget's events, or nil.
func (w *Widget) Event(name string) *Event {
	for i := range w.Events {
		if w.Events[i].Name == name {
			return &w.Events[i]
		}
	}
	return nil
}

// EventFacts returns what is known of one of the widget's events. It is never nil: see
// Event.Known.
func (w *Widget) EventFacts(name string) *Event {
	if e := w.Event(name); e != nil {
		return e
	}
	return &unknownEvent
}

var (
	unknownEvent    Event
	unknownOperator Operator
)

// Operator returns a comparison by name, or nil.
func (w *Widget) Operator(name string) *Operator {
	for i := range w.Operators {
		if w.Operators[i].Name == name {
			return &w.Operators[i]
		}
	}
	return nil
}

// OperatorFacts returns what is known of a comparison. It is never nil: see
// Operator.Known.
func (w *Widget) OperatorFacts(name string) *Operator {
	if o := w.Operator(name); o != nil {
		return o
	}
	return &unknownOperator
}
