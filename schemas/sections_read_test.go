package schemas

import "strings"

func (r *reader) document() *Document {
	d := &Document{Name: strings.TrimSuffix(r.name, ".json")}
	d.Schema = r.schema(func() { documentKind.read(r, d) })
	return d
}

// documentKind holds the facts that every document can have.
var documentKind = kind[Document]{"document", []fact[Document]{
	{"title", func(r *reader, d *Document) { d.Title = r.str() }},
	{"description", func(r *reader, d *Document) { d.Description = r.str() }},
	{"documentation", func(r *reader, d *Document) { d.URL = r.str() }},
	{"properties", func(r *reader, d *Document) { d.Properties = r.properties() }},
	{"limits", func(r *reader, d *Document) { d.Limits = r.limits() }},
	{"aliases", func(r *reader, d *Document) { aliasesKind.read(r, &d.Aliases) }},
	{"sources", func(r *reader, d *Document) { d.Sources = r.strs() }},
	{"confidence", func(r *reader, d *Document) { d.Confidence = r.confidence() }},
}}

// readLiquid reads what is known about Liquid.
func readLiquid() *Liquid {
	l := &Liquid{}
	r := open("liquid.json")
	r.object(func(section string) {
		switch section {
		case "documentation":
			l.URL = r.str()
		case "tags":
			l.Tags = liquidTagKind.list(r, func(name string) LiquidTag { return LiquidTag{Name: name} })
		case "filters":
			l.Filters = liquidFilterKind.list(r, func(name string) LiquidFilter { return LiquidFilter{Name: name} })
		case "elsewhere":
			liquidNamesKind.read(r, &l.Elsewhere)
		case "roots":
			l.Roots = r.variables()
			inherit(l.Roots, nil, High)
		case "filter_aliases":
			l.FilterAliases = r.strByName()
		case "tag_aliases":
			l.TagAliases = r.strByName()
		case "hints":
			l.Hints = r.strByName()
		case "limits":
			l.Limits = r.limits()
		case "zone":
			zoneKind.read(r, &l.Zone)
		default:
			r.fail("section %q", section)
		}
	})
	return l
}

var liquidTagKind = kind[LiquidTag]{"tag", []fact[LiquidTag]{
	{"end", func(r *reader, t *LiquidTag) { t.End = r.str() }},
	{"in", func(r *reader, t *LiquidTag) { t.In = r.strs() }},
	{"sources", func(r *reader, t *LiquidTag) { t.Sources = r.strs() }},
	{"confidence", func(r *reader, t *LiquidTag) { t.Confidence = r.confidence() }},
}}

var alterations = []Alteration{AltersMissing, AltersCase, AltersBlanks, AltersBreaks, AltersSigns, AltersNumber}

var liquidFilterKind = kind[LiquidFilter]{"filter", []fact[LiquidFilter]{
	{"meaning", func(r *reader, f *LiquidFilter) { f.Meaning = r.str() }},
	{"arguments", func(r *reader, f *LiquidFilter) { f.Arguments = r.integer() }},
	{"alters", func(r *reader, f *LiquidFilter) { f.Alters = oneOf(r, alterations) }},
	{"sources", func(r *reader, f *LiquidFilter) { f.Sources = r.strs() }},
	{"confidence", func(r *reader, f *LiquidFilter) { f.Confidence = r.confidence() }},
}}

var liquidNamesKind = kind[LiquidNames]{"names", []fact[LiquidNames]{
	{"tags", func(r *reader, n *LiquidNames) { n.Tags = r.strs() }},
	{"filters", func(r *reader, n *LiquidNames) { n.Filters = r.strs() }},
	{"sources", func(r *reader, n *LiquidNames) { n.Sources = r.strs() }},
	{"confidence", func(r *reader, n *LiquidNames) { n.Confidence = r.confidence() }},
}}

// readNames reads the names that people invent, by section of the file.
func readNames() names {
	var n names
	into := map[string]*Table[alias]{"types": &n.types, "legacy": &n.types, "operators": &n.operators, "unseen": &n.unseen}
	r := open("aliases.json")
	r.object(func(section string) {
		table := into[section]
		if table == nil {
			r.fail("section %q", section)
		}
		r.object(func(name string) {
			a := alias{Legacy: section == "legacy"}
			r.object(func(member string) {
				switch member {
				case "type":
					a.Type = r.str()
				case "hint":
					a.Hint = r.str()
				default:
					r.fail("member %q of an alias", member)
				}
			})
			if section == "operators" {
				name = foldOperator(name)
			}
			*table = table.with(name, a)
		})
	})
	return n
}

func readAPIs() []API {
	return apiKind.list(open("apis.json"), func(pattern string) API { return API{Pattern: pattern} })
}

var apiKind = kind[API]{"API", []fact[API]{
	{"why", func(r *reader, a *API) { a.Why = r.str() }},
	{"credentials", func(r *reader, a *API) { a.Credentials = oneOf(r, credentialUses) }},
	{"needed", func(r *reader, a *API) { a.Needed = r.strs() }},
	{"json", func(r *reader, a *API) { a.JSON = r.strs() }},
	{"fails", func(r *reader, a *API) { a.Fails = r.str() }},
	{"lists", func(r *reader, a *API) { a.Lists = r.str() }},
	{"verdict", func(r *reader, a *API) { a.Verdict = r.str() }},
	{"right", func(r *reader, a *API) { a.Right = r.str() }},
	{"unique", func(r *reader, a *API) { a.Unique = r.str() }},
	{"paths", func(r *reader, a *API) { a.Paths = r.strs() }},
	{"starts", func(r *reader, a *API) { a.Starts = r.str() }},
	{"sources", func(r *reader, a *API) { a.Sources = r.strs() }},
	{"confidence", func(r *reader, a *API) { a.Confidence = r.confidence() }},
}}

var credentialUses = []CredentialUse{CredentialsNeeded, CredentialsTaken}

func readHosts() []Host {
	return hostKind.list(open("hosts.json"), func(pattern string) Host { return Host{Pattern: pattern} })
}

var hostKind = kind[Host]{"host", []fact[Host]{
	{"why", func(r *reader, h *Host) { h.Why = r.str() }},
	{"private", func(r *reader, h *Host) { h.Private = r.boolean() }},
	{"sources", func(r *reader, h *Host) { h.Sources = r.strs() }},
	{"confidence", func(r *reader, h *Host) { h.Confidence = r.confidence() }},
}}

func readKeywords() []Keyword {
	return keywordKind.list(open("keywords.json"), func(word string) Keyword { return Keyword{Word: word} })
}

var keywordKind = kind[Keyword]{"keyword", []fact[Keyword]{
	{"effect", func(r *reader, k *Keyword) { k.Effect = oneOf(r, keywordEffects) }},
	{"plain", func(r *reader, k *Keyword) { k.Plain = r.boolean() }},
	{"menu", func(r *reader, k *Keyword) { k.Menu = r.boolean() }},
	{"sources", func(r *reader, k *Keyword) { k.Sources = r.strs() }},
	{"confidence", func(r *reader, k *Keyword) { k.Confidence = r.confidence() }},
}}

var keywordEffects = []KeywordEffect{KeywordOptOut, KeywordOptIn, KeywordHelp}

func readSandboxes() []Sandbox {
	return sandboxKind.list(open("sandboxes.json"), func(address string) Sandbox { return Sandbox{Address: address} })
}

var sandboxKind = kind[Sandbox]{"sandbox", []fact[Sandbox]{
	{"sources", func(r *reader, s *Sandbox) { s.Sources = r.strs() }},
	{"confidence", func(r *reader, s *Sandbox) { s.Confidence = r.confidence() }},
}}

func readSpecimens() []Specimen {
	return specimenKind.list(open("specimens.json"), func(pattern string) Specimen { return Specimen{Pattern: pattern} })
}

var specimenKind = kind[Specimen]{"specimen", []fact[Specimen]{
	{"why", func(r *reader, s *Specimen) { s.Why = r.str() }},
	{"but", func(r *reader, s *Specimen) { s.But = r.strs() }},
	{"sources", func(r *reader, s *Specimen) { s.Sources = r.strs() }},
	{"confidence", func(r *reader, s *Specimen) { s.Confidence = r.confidence() }},
}}

func readPages() []Page {
	return pageKind.list(open("pages.json"), func(pattern string) Page { return Page{Pattern: pattern} })
}

var pageKind = kind[Page]{"page", []fact[Page]{
	{"what", func(r *reader, g *Page) { g.What = r.str() }},
	{"file", func(r *reader, g *Page) { g.File = r.strs() }},
	{"sources", func(r *reader, g *Page) { g.Sources = r.strs() }},
	{"confidence", func(r *reader, g *Page) { g.Confidence = r.confidence() }},
}}

func readShorteners() []Shortener {
	return shortenerKind.list(open("shorteners.json"), func(host string) Shortener { return Shortener{Host: host} })
}

var shortenerKind = kind[Shortener]{"shortener", []fact[Shortener]{
	{"sources", func(r *reader, s *Shortener) { s.Sources = r.strs() }},
	{"confidence", func(r *reader, s *Shortener) { s.Confidence = r.confidence() }},
}}

func readVoices() *voiceList { return voicesKind.new(open("voices.json")) }

var voicesKind = kind[voiceList]{"voices", []fact[voiceList]{
	{"services", func(r *reader, v *voiceList) { v.services = r.strByName() }},
	{"names", func(r *reader, v *voiceList) { v.names = r.strsByName() }},
	{"standard", func(r *reader, v *voiceList) { v.standard = r.strs() }},
	{"basic", func(r *reader, v *voiceList) { v.basic = r.strs() }},
	{"languages", func(r *reader, v *voiceList) { v.languages = r.strByName() }},
	{"sources", func(r *reader, v *voiceList) { v.sources = r.strs() }},
	{"confidence", func(r *reader, v *voiceList) { v.confidence = r.confidence() }},
}}

func readSources() []Source {
	return sourceKind.list(open("sources.json"), func(key string) Source { return Source{Key: key} })
}

var sourceKind = kind[Source]{"source", []fact[Source]{
	{"url", func(r *reader, s *Source) { s.URL = r.str() }},
	{"what", func(r *reader, s *Source) { s.What = r.str() }},
}}

var zoneKind = kind[Zone]{"zone", []fact[Zone]{
	{"name", func(r *reader, z *Zone) { z.Name = r.str() }},
	{"rule", func(r *reader, z *Zone) { z.Rule = r.str() }},
	{"sources", func(r *reader, z *Zone) { z.Sources = r.strs() }},
	{"confidence", func(r *reader, z *Zone) { z.Confidence = r.confidence() }},
}}
