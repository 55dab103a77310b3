package schemas

// The words that facts of a widget choose from.
var (
	statuses   = []Status{Current, Unlisted, Retired}
	needs      = []Need{NeedsNone, NeedsCall, NeedsMessage, NeedsREST, NeedsCallOrMessage, NeedsFlex}
	dialogs    = []Dialog{DialogSilent, DialogTells, DialogAsks, DialogHandsOver}
	eventKinds = []EventKind{
		KindStart, KindAlways, KindSuccess, KindFailure, KindTimeout, KindHangup, KindInput, KindBranch, KindNoMatch,
		KindUnanswered, KindHandoff,
	}
	causes     = []Cause{ByKeys, BySpeech, ByReply, ByRecording, ByPickUp, BySilence, ByHangUp}
	keySources = []KeySource{FromVariables, FromSubflow, FromRedirect}
	valueKinds = []ValueKind{ValueText, ValueList, ValueNumber, ValueTime, ValueDate, ValueRegex, ValueNone}
	channels   = []string{"call", "message"}
)

func (r *reader) widget(typ string) *Widget {
	w := &Widget{Type: typ}
	w.Name = "widgets/" + typ
	own := r.schema(func() {
		r.object(func(fact string) {
			if !w.fact(r, fact) {
				r.fail("widget has no fact %q", fact)
			}
		})
	})
	w.Schema = own.over(ownSchema("state.json"))
	for i := range w.Events {
		e := &w.Events[i]
		w.Interactive = w.Interactive || e.Person
		w.Starts = w.Starts || e.Kind == KindStart
		if e.Sources == nil {
			e.Sources = w.Sources
		}
		if e.Confidence == "" {
			e.Confidence = w.Confidence
		}
	}
	w.Split = len(w.Conditions) > 0
	w.Act = w.act()
	inherit(w.Outputs.Keys, w.Outputs.Sources, w.Outputs.Confidence)
	return w
}

// act returns what the widget does.
func (w *Widget) act() Act {
	switch {
	case w.Starts:
		return ActBegins
	case w.Split:
		return ActSplits
	case len(w.Events) == 0:
		return ActAnything
	case w.Outputs.From == FromVariables:
		return ActSets
	case w.Subflow != nil:
		return ActRunsFlow
	case w.Request != nil:
		return ActRequests
	case w.Creates != nil && w.Dialog == DialogAsks:
		return ActDials
	}
	switch w.Dialog {
	case DialogTells:
		return ActTells
	case DialogAsks:
		return ActAsks
	case DialogHandsOver:
		return ActHandsOver
	}
	return ActWorks
}

// fact reads one fact of a widget, or one that every document can have.
func (w *Widget) fact(r *reader, name string) bool {
	return widgetKind.fact(r, name, w) || documentKind.fact(r, name, &w.Document)
}

var widgetKind = kind[Widget]{"widget", []fact[Widget]{
	{"status", func(r *reader, w *Widget) { w.Status = oneOf(r, statuses) }},
	{"since", func(r *reader, w *Widget) { w.Since = r.str() }},
	{"retired", func(r *reader, w *Widget) { w.Retired = retirementKind.new(r) }},
	{"needs", func(r *reader, w *Widget) { w.Needs = oneOf(r, needs) }},
	{"needs_by", func(r *reader, w *Widget) { w.NeedsBy = needsByKind.new(r) }},
	{"dialog", func(r *reader, w *Widget) { w.Dialog = oneOf(r, dialogs) }},
	{"subflow", func(r *reader, w *Widget) { w.Subflow = subflowKind.new(r) }},
	{"flex_task", func(r *reader, w *Widget) { w.FlexTask = flexTaskKind.new(r) }},
	{"keys", func(r *reader, w *Widget) { w.KeyEntry = keyEntryKind.new(r) }},
	{"takes_message", func(r *reader, w *Widget) { w.TakesMessage = r.boolean() }},
	{"takes_payment", func(r *reader, w *Widget) { w.TakesPayment = r.boolean() }},
	{"makes_request", func(r *reader, w *Widget) { w.MakesRequest = r.boolean() }},
	{"request", func(r *reader, w *Widget) { w.Request = requestKind.new(r) }},
	{"transcription", func(r *reader, w *Widget) { w.Transcription = transcriptionKind.new(r) }},
	{"speech", func(r *reader, w *Widget) { w.Speech = speechKind.new(r) }},
	{"transfer", func(r *reader, w *Widget) { w.Transfer = transferKind.new(r) }},
	{"sender", func(r *reader, w *Widget) { w.Sender = r.str() }},
	{"receiver", func(r *reader, w *Widget) { w.Receiver = r.str() }},
	{"calls", func(r *reader, w *Widget) { w.Calls = callsKind.new(r) }},
	{"queue", func(r *reader, w *Widget) { w.Queue = r.str() }},
	{"records", func(r *reader, w *Widget) { w.Records = r.str() }},
	{"beeps", func(r *reader, w *Widget) { w.Beeps = r.str() }},
	{"shortens", func(r *reader, w *Widget) { w.Shortens = r.str() }},
	{"waits", func(r *reader, w *Widget) { w.Waits = r.str() }},
	{"incoming_only", func(r *reader, w *Widget) { w.IncomingOnly = r.boolean() }},
	{"creates", func(r *reader, w *Widget) { w.Creates = createsKind.new(r) }},
	{"open_properties", func(r *reader, w *Widget) { w.OpenProperties = r.boolean() }},
	{"open_events", func(r *reader, w *Widget) { w.OpenEvents = r.boolean() }},
	{"events", func(r *reader, w *Widget) {
		w.Events = eventKind.list(r, func(name string) Event { return Event{Name: name} })
	}},
	{"outputs", func(r *reader, w *Widget) { outputsKind.read(r, &w.Outputs) }},
	{"content", func(r *reader, w *Widget) { w.Content = r.strs() }},
	{"conditions", func(r *reader, w *Widget) { w.Conditions = r.properties() }},
	{"operators", func(r *reader, w *Widget) {
		w.Operators = operatorKind.list(r, func(name string) Operator { return Operator{Name: name} })
	}},
}}

var retirementKind = kind[Retirement]{"retired", []fact[Retirement]{
	{"when", func(r *reader, t *Retirement) { t.When = r.str() }},
	{"why", func(r *reader, t *Retirement) { t.Why = r.str() }},
	{"replacement", func(r *reader, t *Retirement) { t.Replacement = r.str() }},
}}

var needsByKind = kind[NeedsBy]{"needs_by", []fact[NeedsBy]{
	{"property", func(r *reader, n *NeedsBy) { n.Property = r.str() }},
	{"default", func(r *reader, n *NeedsBy) { n.Default = r.str() }},
	{"values", func(r *reader, n *NeedsBy) {
		n.Values = byName(r, func() Need { return oneOf(r, needs) })
	}},
}}

var createsKind = kind[Creates]{"creates", []fact[Creates]{
	{"event", func(r *reader, c *Creates) { c.Event = r.str() }},
	{"channel", func(r *reader, c *Creates) { c.Channel = oneOf(r, channels) }},
}}

var subflowKind = kind[Subflow]{"subflow", []fact[Subflow]{
	{"flow", func(r *reader, s *Subflow) { s.Flow = r.str() }},
	{"revision", func(r *reader, s *Subflow) { s.Revision = r.str() }},
	{"parameters", func(r *reader, s *Subflow) { s.Parameters = r.str() }},
}}

var flexTaskKind = kind[FlexTask]{"flex_task", []fact[FlexTask]{
	{"workflow", func(r *reader, t *FlexTask) { t.Workflow = r.str() }},
	{"channel", func(r *reader, t *FlexTask) { t.Channel = r.str() }},
	{"attributes", func(r *reader, t *FlexTask) { t.Attributes = r.str() }},
	{"priority", func(r *reader, t *FlexTask) { t.Priority = r.str() }},
}}

var callsKind = kind[Calls]{"calls", []fact[Calls]{
	{"to", func(r *reader, c *Calls) { c.To = r.str() }},
	{"from", func(r *reader, c *Calls) { c.From = r.str() }},
}}

var keyEntryKind = kind[KeyEntry]{"keys", []fact[KeyEntry]{
	{"count", func(r *reader, k *KeyEntry) { k.Count = r.str() }},
	{"finish", func(r *reader, k *KeyEntry) { k.Finish = r.str() }},
}}

var transferKind = kind[Transfer]{"transfer", []fact[Transfer]{
	{"event", func(r *reader, t *Transfer) { t.Event = r.str() }},
	{"result", func(r *reader, t *Transfer) { t.Result = r.str() }},
	{"unanswered", func(r *reader, t *Transfer) { t.Unanswered = r.strs() }},
	{"missed", func(r *reader, t *Transfer) { t.Missed = r.strs() }},
	{"taken", func(r *reader, t *Transfer) { t.Taken = r.strs() }},
	{"own", func(r *reader, t *Transfer) { t.Own = r.str() }},
	{"rooms", func(r *reader, t *Transfer) { t.Rooms = r.strsByName() }},
	{"sources", func(r *reader, t *Transfer) { t.Sources = r.strs() }},
	{"confidence", func(r *reader, t *Transfer) { t.Confidence = r.confidence() }},
}}

var transcriptionKind = kind[Transcription]{"transcription", []fact[Transcription]{
	{"when", func(r *reader, t *Transcription) { t.When = r.str() }},
	{"length", func(r *reader, t *Transcription) { t.Length = r.str() }},
	{"to", func(r *reader, t *Transcription) { t.To = r.str() }},
	{"max", func(r *reader, t *Transcription) { t.Max = r.integer() }},
	{"sends", func(r *reader, t *Transcription) { t.Sends = r.strs() }},
	{"code", func(r *reader, t *Transcription) { t.Code = r.integer() }},
	{"sources", func(r *reader, t *Transcription) { t.Sources = r.strs() }},
	{"confidence", func(r *reader, t *Transcription) { t.Confidence = r.confidence() }},
}}

var speechKind = kind[Speech]{"speech", []fact[Speech]{
	{"voice", func(r *reader, s *Speech) { s.Voice = r.str() }},
	{"language", func(r *reader, s *Speech) { s.Language = r.str() }},
	{"listens", func(r *reader, s *Speech) { s.Listens = r.str() }},
	{"hints", func(r *reader, s *Speech) { s.Hints = r.str() }},
	{"heard_by", func(r *reader, s *Speech) { s.HeardBy = r.str() }},
}}

var requestKind = kind[Request]{"request", []fact[Request]{
	{"url", func(r *reader, q *Request) { q.URL = r.str() }},
	{"method", func(r *reader, q *Request) { q.Method = r.str() }},
	{"media_type", func(r *reader, q *Request) { q.MediaType = r.str() }},
	{"body", func(r *reader, q *Request) { q.Body = r.str() }},
	{"fields", func(r *reader, q *Request) { q.Fields = r.str() }},
	{"credentials", func(r *reader, q *Request) { q.Credentials = r.str() }},
	{"named_by", func(r *reader, q *Request) { q.NamedBy = r.strs() }},
	{"reserved", func(r *reader, q *Request) { q.Reserved = r.strs() }},
	{"sources", func(r *reader, q *Request) { q.Sources = r.strs() }},
	{"confidence", func(r *reader, q *Request) { q.Confidence = r.confidence() }},
}}

var eventKind = kind[Event]{"event", []fact[Event]{
	{"meaning", func(r *reader, e *Event) { e.Meaning = r.str() }},
	{"kind", func(r *reader, e *Event) { e.Kind = oneOf(r, eventKinds) }},
	{"by", func(r *reader, e *Event) { e.By = oneOf(r, causes) }},
	{"ends_call", func(r *reader, e *Event) { e.EndsCall = r.boolean() }},
	{"person", func(r *reader, e *Event) { e.Person = r.boolean() }},
	{"lost", func(r *reader, e *Event) { e.Lost = r.boolean() }},
	{"statuses", func(r *reader, e *Event) { e.Statuses = r.numberRange() }},
	{"optional", func(r *reader, e *Event) { e.Optional = r.boolean() }},
	{"sources", func(r *reader, e *Event) { e.Sources = r.strs() }},
	{"confidence", func(r *reader, e *Event) { e.Confidence = r.confidence() }},
}}

var outputsKind = kind[Outputs]{"outputs", []fact[Outputs]{
	{"closed", func(r *reader, o *Outputs) { o.Closed = r.boolean() }},
	{"from", func(r *reader, o *Outputs) { o.From = oneOf(r, keySources) }},
	{"keys", func(r *reader, o *Outputs) { o.Keys = r.variables() }},
	{"renamed_by", func(r *reader, o *Outputs) { o.RenamedBy = r.str() }},
	{"blank_on", func(r *reader, o *Outputs) { o.BlankOn = r.strs() }},
	{"note", func(r *reader, o *Outputs) { o.Note = r.str() }},
	{"sources", func(r *reader, o *Outputs) { o.Sources = r.strs() }},
	{"confidence", func(r *reader, o *Outputs) { o.Confidence = r.confidence() }},
}}

var operatorKind = kind[Operator]{"operator", []fact[Operator]{
	{"value", func(r *reader, o *Operator) { o.Value = oneOf(r, valueKinds) }},
	{"meaning", func(r *reader, o *Operator) { o.Meaning = r.str() }},
}}
