package schemas

import "math"

func (r *reader) confidence() Confidence {
	switch c := Confidence(r.str()); c {
	case High, Medium, Low:
		return c
	default:
		r.fail("confidence %q", c)
		return ""
	}
}

func (r *reader) property(name string) Property {
	p := Property{Name: name}
	r.object(func(fact string) {
		switch fact {
		case "meaning":
			p.Meaning = r.str()
		case "liquid":
			p.Liquid = r.boolean()
		case "default":
			p.Default = r.str()
		case "range":
			p.Range = r.numberRange()
		case "values":
			p.Values = r.strs()
		case "closed":
			p.Closed = r.boolean()
		case "sid":
			p.SID = r.strs()
		case "format":
			p.Format = r.str()
		case "max_length":
			p.MaxLength = r.maxLength()
		case "literal_keys":
			p.LiteralKeys = r.boolean()
		case "json_by":
			p.JSONBy = r.str()
		case "sent_with":
			p.SentWith = r.strsByName()
		case "empty":
			p.Empty = r.str()
		case "started_by":
			p.StartedBy = r.str()
		case "fetched":
			p.Fetched = r.boolean()
		case "secret":
			p.Secret = r.boolean()
		case "required_by_lint":
			p.Required = r.requirement()
		case "required_for":
			p.RequiredFor = r.strs()
		case "only_when":
			p.OnlyWhen = r.strsByName()
		case "fits":
			p.Fits = r.strsByName()
		case "legacy":
			p.Legacy = r.boolean()
		case "note":
			p.Note = r.str()
		case "sources":
			p.Sources = r.strs()
		case "confidence":
			p.Confidence = r.confidence()
		default:
			r.fail("fact %q of a property", fact)
		}
	})
	return p
}

func (r *reader) numberRange() *Range {
	n := &Range{Max: math.MaxInt}
	r.object(func(member string) {
		switch member {
		case "min":
			n.Min = r.integer()
		case "max":
			n.Max = r.integer()
		case "unit":
			n.Unit = r.str()
		default:
			r.fail("member %q of a range", member)
		}
	})
	return n
}

func (r *reader) maxLength() *MaxLength {
	m := &MaxLength{}
	r.object(func(member string) {
		switch member {
		case "max":
			m.Max = r.integer()
		case "of":
			m.Of = r.str()
		case "by":
			m.By = r.str()
		case "prefixes":
			m.Prefixes = map[string]int{}
			r.object(func(prefix string) { m.Prefixes[prefix] = r.integer() })
		default:
			r.fail("member %q of max_length", member)
		}
	})
	return m
}

func (r *reader) requirement() *Requirement {
	q := &Requirement{}
	r.object(func(member string) {
		switch member {
		case "why":
			q.Why = r.str()
		case "when":
			q.When = r.strsByName()
		case "unless":
			q.Unless = r.strsByName()
		case "or":
			q.Or = r.strs()
		default:
			r.fail("member %q of required_by_lint", member)
		}
	})
	return q
}

func (r *reader) limit(name string) Limit {
	l := Limit{Name: name}
	r.object(func(fact string) {
		switch fact {
		case "meaning":
			l.Meaning = r.str()
		case "max":
			l.Max = r.integer()
		case "warn":
			l.Warn = r.integer()
		case "unit":
			l.Unit = r.str()
		case "code":
			l.Code = r.integer()
		case "sources":
			l.Sources = r.strs()
		case "confidence":
			l.Confidence = r.confidence()
		default:
			r.fail("fact %q of a limit", fact)
		}
	})
	return l
}

func (r *reader) variables() []Variable {
	var list []Variable
	r.object(func(name string) {
		v := Variable{Name: name}
		r.object(func(fact string) {
			switch fact {
			case "meaning":
				v.Meaning = r.str()
			case "numbered":
				v.Numbered = r.boolean()
			case "events":
				v.Events = r.strs()
			case "keys":
				v.Keys, v.Object = r.variables(), true
			case "closed":
				v.Closed, v.Object = r.boolean(), true
			case "person":
				v.Person = r.boolean()
			case "speech":
				v.Speech = r.boolean()
			case "text":
				v.Text = r.boolean()
			case "address":
				v.Address, v.Text = r.boolean(), true
			case "when":
				v.When = r.strsByName()
			case "sources":
				v.Sources = r.strs()
			case "confidence":
				v.Confidence = r.confidence()
			default:
				r.fail("fact %q of a variable", fact)
			}
		})
		list = append(list, v)
	})
	return list
}

// inherit gives variables that name no source or confidence of their own those of what
// they belong to.
func inherit(list []Variable, sources []string, confidence Confidence) {
	for i := range list {
		v := &list[i]
		if v.Sources == nil {
			v.Sources = sources
		}
		if v.Confidence == "" {
			v.Confidence = confidence
		}
		inherit(v.Keys, v.Sources, v.Confidence)
	}
}

func (r *reader) aliases() Aliases {
	var a Aliases
	r.object(func(place string) {
		switch place {
		case "properties":
			a.Properties = r.strByName()
		case "events":
			a.Events = r.strByName()
		case "transitions":
			a.Transitions = r.strByName()
		case "conditions":
			a.Conditions = r.strByName()
		case "items":
			a.Items = r.strByName()
		case "members":
			a.Members = r.strByName()
		case "hints":
			a.Hints = r.strByName()
		default:
			r.fail("aliases of %q", place)
		}
	})
	return a
}
