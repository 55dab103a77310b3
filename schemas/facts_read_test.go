package schemas

import "math"

// The words that facts choose from.
var (
	confidences = []Confidence{High, Medium, Low}
	formats     = []string{
		FormatURL, FormatWebSocket, FormatJSON, FormatDTMF, FormatFinishKey, FormatNumber, FormatBoolean, FormatDuration,
		FormatCommas, FormatSpaces, FormatAddress, FormatSIP, FormatPairs, FormatLanguage, FormatRevision,
		FormatSpeechTimeout, FormatMoment, FormatAmount, FormatCurrency,
	}
	requests = []string{"create", "update", "validate"}
	counted  = []string{"characters", "keys"}
	parties  = []Content{HoldsAddress, HoldsContact}
	contents = []Content{
		HoldsKeys, HoldsSpeech, HoldsReply, HoldsMedia, HoldsMediaType, HoldsMediaCount, HoldsContact, HoldsAddress, HoldsResponseBody,
		HoldsResponseJSON, HoldsResponseStatus, HoldsResponseType, HoldsParameters, HoldsOptOut, HoldsButton, HoldsButtonText,
	}
)

func (r *reader) confidence() Confidence { return oneOf(r, confidences) }

var propertyKind = kind[Property]{"property", []fact[Property]{
	{"meaning", func(r *reader, p *Property) { p.Meaning = r.str() }},
	{"liquid", func(r *reader, p *Property) { p.Liquid = r.boolean() }},
	{"default", func(r *reader, p *Property) { p.Default = r.str() }},
	{"range", func(r *reader, p *Property) { p.Range = r.numberRange() }},
	{"patience", func(r *reader, p *Property) { p.Patience = r.integer() }},
	{"too_soon", func(r *reader, p *Property) { p.TooSoon = r.integer() }},
	{"values", func(r *reader, p *Property) { p.Values = r.strs() }},
	{"commands", func(r *reader, p *Property) { p.Commands = r.strs() }},
	{"closed", func(r *reader, p *Property) { p.Closed = r.boolean() }},
	{"begins", func(r *reader, p *Property) { p.Begins = r.strs() }},
	{"without", func(r *reader, p *Property) { p.Without = r.strs() }},
	{"languages", func(r *reader, p *Property) { p.Languages = r.strsByName() }},
	{"language_codes", func(r *reader, p *Property) { p.LanguageCodes = r.integers() }},
	{"needs", func(r *reader, p *Property) { p.Needs = byName(r, r.strsByName) }},
	{"refused", func(r *reader, p *Property) { p.Refused = refusalKind.new(r) }},
	{"line", func(r *reader, p *Property) { p.Line = lineKind.new(r) }},
	{"named", func(r *reader, p *Property) { p.Named = namedKind.new(r) }},
	{"files", func(r *reader, p *Property) { p.Files = filesKind.new(r) }},
	{"sid", func(r *reader, p *Property) { p.SID = r.strs() }},
	{"format", func(r *reader, p *Property) { p.Format = oneOf(r, formats) }},
	{"max_length", func(r *reader, p *Property) { p.MaxLength = maxLengthKind.new(r) }},
	{"number_when", func(r *reader, p *Property) { p.NumberWhen = r.strsByName() }},
	{"withheld", func(r *reader, p *Property) { p.Withheld = r.strs() }},
	{"list_when", func(r *reader, p *Property) { p.ListWhen = r.strsByName() }},
	{"list", func(r *reader, p *Property) { p.List = listKind.new(r) }},
	{"needs_key", func(r *reader, p *Property) { p.NeedsKey = neededKeyKind.new(r) }},
	{"literal_keys", func(r *reader, p *Property) { p.LiteralKeys = r.boolean() }},
	{"json_by", func(r *reader, p *Property) { p.JSONBy = r.str() }},
	{"sent_with", func(r *reader, p *Property) { p.SentWith = r.strsByName() }},
	{"empty", func(r *reader, p *Property) { p.Empty = r.str() }},
	{"started_by", func(r *reader, p *Property) { p.StartedBy = r.str() }},
	{"fetched", func(r *reader, p *Property) { p.Fetched = r.boolean() }},
	{"method", func(r *reader, p *Property) { p.Method = r.str() }},
	{"file_method", func(r *reader, p *Property) { p.FileMethod = r.str() }},
	{"drops_query", func(r *reader, p *Property) { p.DropsQuery = r.boolean() }},
	{"secret", func(r *reader, p *Property) { p.Secret = r.boolean() }},
	{"required_by_lint", func(r *reader, p *Property) { p.Required = requirementKind.new(r) }},
	{"required_for", func(r *reader, p *Property) { p.RequiredFor = r.list(func() string { return oneOf(r, requests) }) }},
	{"only_when", func(r *reader, p *Property) { p.OnlyWhen = r.strsByName() }},
	{"clash", func(r *reader, p *Property) { p.Clash = clashKind.new(r) }},
	{"excludes", func(r *reader, p *Property) { p.Excludes = r.strs() }},
	{"fits", func(r *reader, p *Property) { p.Fits = r.strsByName() }},
	{"legacy", func(r *reader, p *Property) { p.Legacy = r.boolean() }},
	{"note", func(r *reader, p *Property) { p.Note = r.str() }},
	{"sources", func(r *reader, p *Property) { p.Sources = r.strs() }},
	{"confidence", func(r *reader, p *Property) { p.Confidence = r.confidence() }},
}}

func (r *reader) properties() []Property {
	return propertyKind.list(r, func(name string) Property { return Property{Name: name} })
}

var refusalKind = kind[Refusal]{"refused", []fact[Refusal]{
	{"holds", func(r *reader, f *Refusal) { f.Holds = oneOf(r, parties) }},
	{"code", func(r *reader, f *Refusal) { f.Code = r.integer() }},
	{"sources", func(r *reader, f *Refusal) { f.Sources = r.strs() }},
	{"confidence", func(r *reader, f *Refusal) { f.Confidence = r.confidence() }},
}}

var lineKind = kind[Line]{"line", []fact[Line]{
	{"blanks", func(r *reader, f *Line) { f.Blanks = r.integer() }},
	{"code", func(r *reader, f *Line) { f.Code = r.integer() }},
	{"sources", func(r *reader, f *Line) { f.Sources = r.strs() }},
	{"confidence", func(r *reader, f *Line) { f.Confidence = r.confidence() }},
}}

var namedKind = kind[Named]{"named", []fact[Named]{
	{"max", func(r *reader, f *Named) { f.Max = r.integer() }},
	{"signs", func(r *reader, f *Named) { f.Signs = r.str() }},
	{"code", func(r *reader, f *Named) { f.Code = r.integer() }},
	{"sources", func(r *reader, f *Named) { f.Sources = r.strs() }},
	{"confidence", func(r *reader, f *Named) { f.Confidence = r.confidence() }},
}}

var filesKind = kind[Files]{"files", []fact[Files]{
	{"never", func(r *reader, f *Files) { f.Never = r.strs() }},
	{"whatsapp", func(r *reader, f *Files) { f.WhatsApp = r.strs() }},
	{"sources", func(r *reader, f *Files) { f.Sources = r.strs() }},
	{"confidence", func(r *reader, f *Files) { f.Confidence = r.confidence() }},
}}

var clashKind = kind[Clash]{"clash", []fact[Clash]{
	{"with", func(r *reader, c *Clash) { c.With = r.str() }},
	{"value", func(r *reader, c *Clash) { c.Value = r.str() }},
	{"unless", func(r *reader, c *Clash) { c.Unless = r.strs() }},
	{"code", func(r *reader, c *Clash) { c.Code = r.integer() }},
	{"sources", func(r *reader, c *Clash) { c.Sources = r.strs() }},
	{"confidence", func(r *reader, c *Clash) { c.Confidence = r.confidence() }},
}}

var listKind = kind[List]{"list", []fact[List]{
	{"max", func(r *reader, l *List) { l.Max = r.integer() }},
	{"longest", func(r *reader, l *List) { l.Longest = r.integer() }},
	{"code", func(r *reader, l *List) { l.Code = r.integer() }},
	{"sources", func(r *reader, l *List) { l.Sources = r.strs() }},
	{"confidence", func(r *reader, l *List) { l.Confidence = r.confidence() }},
}}

var neededKeyKind = kind[NeededKey]{"needs_key", []fact[NeededKey]{
	{"key", func(r *reader, k *NeededKey) { k.Key = r.str() }},
	{"when", func(r *reader, k *NeededKey) { k.When = r.strsByName() }},
	{"code", func(r *reader, k *NeededKey) { k.Code = r.integer() }},
	{"sources", func(r *reader, k *NeededKey) { k.Sources = r.strs() }},
	{"confidence", func(r *reader, k *NeededKey) { k.Confidence = r.confidence() }},
}}

var rangeKind = kind[Range]{"range", []fact[Range]{
	{"min", func(r *reader, n *Range) { n.Min = r.integer() }},
	{"max", func(r *reader, n *Range) { n.Max = r.integer() }},
	{"unit", func(r *reader, n *Range) { n.Unit = r.str() }},
}}

func (r *reader) numberRange() *Range {
	n := &Range{Max: math.MaxInt}
	rangeKind.read(r, n)
	return n
}

var maxLengthKind = kind[MaxLength]{"max_length", []fact[MaxLength]{
	{"max", func(r *reader, m *MaxLength) { m.Max = r.integer() }},
	{"of", func(r *reader, m *MaxLength) { m.Of = oneOf(r, counted) }},
	{"by", func(r *reader, m *MaxLength) { m.By = r.str() }},
	{"prefixes", func(r *reader, m *MaxLength) {
		m.Prefixes = byName(r, r.integer)
	}},
}}

var requirementKind = kind[Requirement]{"required_by_lint", []fact[Requirement]{
	{"why", func(r *reader, q *Requirement) { q.Why = r.str() }},
	{"when", func(r *reader, q *Requirement) { q.When = r.strsByName() }},
	{"unless", func(r *reader, q *Requirement) { q.Unless = r.strsByName() }},
	{"or", func(r *reader, q *Requirement) { q.Or = r.strs() }},
}}

var limitKind = kind[Limit]{"limit", []fact[Limit]{
	{"meaning", func(r *reader, l *Limit) { l.Meaning = r.str() }},
	{"max", func(r *reader, l *Limit) { l.Max = r.integer() }},
	{"warn", func(r *reader, l *Limit) { l.Warn = r.integer() }},
	{"unit", func(r *reader, l *Limit) { l.Unit = r.str() }},
	{"code", func(r *reader, l *Limit) { l.Code = r.integer() }},
	{"sources", func(r *reader, l *Limit) { l.Sources = r.strs() }},
	{"confidence", func(r *reader, l *Limit) { l.Confidence = r.confidence() }},
}}

func (r *reader) limits() []Limit {
	return limitKind.list(r, func(name string) Limit { return Limit{Name: name} })
}

var variableKind = kind[Variable]{"variable", []fact[Variable]{
	{"meaning", func(r *reader, v *Variable) { v.Meaning = r.str() }},
	{"numbered", func(r *reader, v *Variable) { v.Numbered = r.boolean() }},
	{"events", func(r *reader, v *Variable) { v.Events = r.strs() }},
	{"prefixes", func(r *reader, v *Variable) { v.Prefixes = r.strs() }},
	{"never_list", func(r *reader, v *Variable) { v.NeverList = r.boolean() }},
	{"own", func(r *reader, v *Variable) { v.Own = r.boolean() }},
	{"person", func(r *reader, v *Variable) { v.Person = r.boolean() }},
	{"speech", func(r *reader, v *Variable) { v.Speech = r.boolean() }},
	{"text", func(r *reader, v *Variable) { v.Text = r.boolean() }},
	{"holds", func(r *reader, v *Variable) { v.Holds = oneOf(r, contents) }},
	{"property", func(r *reader, v *Variable) { v.Property = r.str() }},
	{"values", func(r *reader, v *Variable) { v.Values = r.strs() }},
	{"values_with", func(r *reader, v *Variable) { v.ValuesWith = byName(r, r.strsByName) }},
	{"range", func(r *reader, v *Variable) { v.Range = r.numberRange() }},
	{"merged", func(r *reader, v *Variable) { v.Merged = r.boolean() }},
	{"when", func(r *reader, v *Variable) { v.When = r.strsByName() }},
	{"too_soon", func(r *reader, v *Variable) { v.TooSoon = r.strs() }},
	{"unread", func(r *reader, v *Variable) { v.Unread = requirementKind.new(r) }},
	{"sources", func(r *reader, v *Variable) { v.Sources = r.strs() }},
	{"confidence", func(r *reader, v *Variable) { v.Confidence = r.confidence() }},
	{"closed", func(r *reader, v *Variable) { v.Closed, v.Object = r.boolean(), true }},
	{"address", func(r *reader, v *Variable) { v.Address, v.Text = r.boolean(), true }},
}}

func (r *reader) variables() []Variable {
	var list []Variable
	r.object(func(name string) {
		list = append(list, Variable{Name: name})
		v := &list[len(list)-1]
		r.object(func(fact string) {
			switch {
			case fact == "keys": // not in the table: variables hold variables
				v.Keys, v.Object = r.variables(), true
			case !variableKind.fact(r, fact, v):
				r.fail("variable has no fact %q", fact)
			}
		})
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

var aliasesKind = kind[Aliases]{"aliases", []fact[Aliases]{
	{"properties", func(r *reader, a *Aliases) { a.Properties = r.strByName() }},
	{"events", func(r *reader, a *Aliases) { a.Events = r.strByName() }},
	{"transitions", func(r *reader, a *Aliases) { a.Transitions = r.strByName() }},
	{"conditions", func(r *reader, a *Aliases) { a.Conditions = r.strByName() }},
	{"items", func(r *reader, a *Aliases) { a.Items = r.strByName() }},
	{"members", func(r *reader, a *Aliases) { a.Members = r.strByName() }},
	{"outputs", func(r *reader, a *Aliases) { a.Outputs = r.strByName() }},
	{"sources", func(r *reader, a *Aliases) { a.Sources = r.strs() }},
	{"hints", func(r *reader, a *Aliases) { a.Hints = r.strByName() }},
}}
