package schemas

func (r *reader) widget(typ string) *Widget {
	w := &Widget{Type: typ}
	w.Name = "widgets/" + typ
	own := r.schema(func() {
		r.object(func(fact string) {
			if !w.fact(r, fact) {
				r.fail("fact %q", fact)
			}
		})
	})
	w.Schema = own.over(State().Schema)
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
	inherit(w.Outputs.Keys, w.Outputs.Sources, w.Outputs.Confidence)
	return w
}

func (w *Widget) fact(r *reader, name string) bool {
	switch name {
	case "status":
		switch w.Status = Status(r.str()); w.Status {
		case Current, Unlisted, Retired:
		default:
			r.fail("status %q", w.Status)
		}
	case "since":
		w.Since = r.str()
	case "retired":
		w.Retired = r.retirement()
	case "needs":
		w.Needs = r.need()
	case "needs_by":
		w.NeedsBy = r.needsBy()
	case "subflow":
		w.Subflow = r.subflow()
	case "flex_task":
		w.FlexTask = r.flexTask()
	case "makes_request":
		w.MakesRequest = r.boolean()
	case "incoming_only":
		w.IncomingOnly = r.boolean()
	case "creates":
		w.Creates = r.creates()
	case "open_properties":
		w.OpenProperties = r.boolean()
	case "open_events":
		w.OpenEvents = r.boolean()
	case "events":
		r.object(func(name string) { w.Events = append(w.Events, r.event(name)) })
	case "outputs":
		w.Outputs = r.outputs()
	case "content":
		w.Content = r.strs()
	case "conditions":
		r.object(func(name string) { w.Conditions = append(w.Conditions, r.property(name)) })
	case "operators":
		r.object(func(name string) { w.Operators = append(w.Operators, r.operator(name)) })
	default:
		return w.Document.fact(r, name)
	}
	return true
}

func (r *reader) retirement() *Retirement {
	t := &Retirement{}
	r.object(func(member string) {
		switch member {
		case "when":
			t.When = r.str()
		case "why":
			t.Why = r.str()
		case "replacement":
			t.Replacement = r.str()
		default:
			r.fail("member %q of retired", member)
		}
	})
	return t
}

func (r *reader) need() Need {
	switch n := Need(r.str()); n {
	case NeedsNone, NeedsCall, NeedsMessage, NeedsREST, NeedsCallOrMessage, NeedsFlex:
		return n
	default:
		r.fail("need %q", n)
		return ""
	}
}

func (r *reader) needsBy() *NeedsBy {
	n := &NeedsBy{Values: map[string]Need{}}
	r.object(func(member string) {
		switch member {
		case "property":
			n.Property = r.str()
		case "default":
			n.Default = r.str()
		case "values":
			r.object(func(value string) { n.Values[value] = r.need() })
		default:
			r.fail("member %q of needs_by", member)
		}
	})
	return n
}

func (r *reader) creates() *Creates {
	c := &Creates{}
	r.object(func(member string) {
		switch member {
		case "event":
			c.Event = r.str()
		case "channel":
			c.Channel = r.str()
		default:
			r.fail("member %q of creates", member)
		}
	})
	return c
}

func (r *reader) subflow() *Subflow {
	s := &Subflow{}
	r.object(func(member string) {
		switch member {
		case "flow":
			s.Flow = r.str()
		case "revision":
			s.Revision = r.str()
		case "parameters":
			s.Parameters = r.str()
		default:
			r.fail("member %q of subflow", member)
		}
	})
	return s
}

func (r *reader) flexTask() *FlexTask {
	t := &FlexTask{}
	r.object(func(member string) {
		switch member {
		case "workflow":
			t.Workflow = r.str()
		case "channel":
			t.Channel = r.str()
		default:
			r.fail("member %q of flex_task", member)
		}
	})
	return t
}

func (r *reader) event(name string) Event {
	e := Event{Name: name}
	r.object(func(fact string) {
		switch fact {
		case "meaning":
			e.Meaning = r.str()
		case "kind":
			e.Kind = EventKind(r.str())
		case "person":
			e.Person = r.boolean()
		case "lost":
			e.Lost = r.boolean()
		case "optional":
			e.Optional = r.boolean()
		case "sources":
			e.Sources = r.strs()
		case "confidence":
			e.Confidence = r.confidence()
		default:
			r.fail("fact %q of an event", fact)
		}
	})
	return e
}

func (r *reader) outputs() Outputs {
	var o Outputs
	r.object(func(fact string) {
		switch fact {
		case "closed":
			o.Closed = r.boolean()
		case "from":
			o.From = KeySource(r.str())
		case "keys":
			o.Keys = r.variables()
		case "renamed_by":
			o.RenamedBy = r.str()
		case "blank_on":
			o.BlankOn = r.strs()
		case "note":
			o.Note = r.str()
		case "sources":
			o.Sources = r.strs()
		case "confidence":
			o.Confidence = r.confidence()
		default:
			r.fail("fact %q of outputs", fact)
		}
	})
	return o
}

func (r *reader) operator(name string) Operator {
	o := Operator{Name: name}
	r.object(func(fact string) {
		switch fact {
		case "value":
			o.Value = ValueKind(r.str())
		case "meaning":
			o.Meaning = r.str()
		default:
			r.fail("fact %q of an operator", fact)
		}
	})
	return o
}
