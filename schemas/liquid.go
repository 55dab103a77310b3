package schemas

import "sync"

// Liquid is what is known about Liquid in Studio.
type Liquid struct {
	URL string // Twilio's page on it
	// Tags and Filters list what is known to work; a name that is not there is not
	// known to be supported, no more.
	Tags    []LiquidTag
	Filters []LiquidFilter
	// Elsewhere lists what Shopify's Liquid has and what no flow was seen to use: whether
	// Studio knows it is open.
	Elsewhere LiquidNames
	// Roots are the names a path can begin with, beside variables that a template
	// assigns or loops over: flow, trigger, widgets and contact. The Events of a name
	// below trigger are the trigger events that fill it. widgets is open: its names are those of
	// the flow's widgets.
	Roots []Variable
	// FilterAliases and TagAliases are filters and tags that people write, with the
	// one Studio knows.
	FilterAliases, TagAliases map[string]string
	// Hints holds a sentence for a path that people write and Studio does not know.
	Hints  map[string]string
	Limits []Limit // "for-iterations", "rendered-size"
}

// LiquidNames are names of tags and filters.
type LiquidNames struct {
	Tags, Filters []string
	Sources       []string
	Confidence    Confidence
}

// LiquidTag is a tag such as if.
type LiquidTag struct {
	Name string
	// End is the tag that closes the block ("endif"); "" for a tag without a block.
	End string
	// In lists the blocks inside which the tag stands ("else" in "if" …); empty: anywhere.
	In         []string
	Sources    []string
	Confidence Confidence
}

// LiquidFilter is a filter such as downcase.
type LiquidFilter struct {
	Name       string
	Meaning    string
	Sources    []string
	Confidence Confidence
}

// LiquidFacts returns what is known about Liquid.
func LiquidFacts() *Liquid {
	return liquidFile()
}

var liquidFile = sync.OnceValue(func() *Liquid {
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
		default:
			r.fail("section %q", section)
		}
	})
	return l
})

// Filter returns a filter by name, or nil.
func (l *Liquid) Filter(name string) *LiquidFilter {
	for i := range l.Filters {
		if l.Filters[i].Name == name {
			return &l.Filters[i]
		}
	}
	return nil
}

// Root returns what is known about the name a path begins with, or nil.
func (l *Liquid) Root(name string) *Variable { return findKey(l.Roots, name) }

// Limit returns one of the limits by name, or nil.
func (l *Liquid) Limit(name string) *Limit {
	for i := range l.Limits {
		if l.Limits[i].Name == name {
			return &l.Limits[i]
		}
	}
	return nil
}

var liquidTagKind = kind[LiquidTag]{"tag", []fact[LiquidTag]{
	{"end", func(r *reader, t *LiquidTag) { t.End = r.str() }},
	{"in", func(r *reader, t *LiquidTag) { t.In = r.strs() }},
	{"sources", func(r *reader, t *LiquidTag) { t.Sources = r.strs() }},
	{"confidence", func(r *reader, t *LiquidTag) { t.Confidence = r.confidence() }},
}}

var liquidFilterKind = kind[LiquidFilter]{"filter", []fact[LiquidFilter]{
	{"meaning", func(r *reader, f *LiquidFilter) { f.Meaning = r.str() }},
	{"sources", func(r *reader, f *LiquidFilter) { f.Sources = r.strs() }},
	{"confidence", func(r *reader, f *LiquidFilter) { f.Confidence = r.confidence() }},
}}

var liquidNamesKind = kind[LiquidNames]{"names", []fact[LiquidNames]{
	{"tags", func(r *reader, n *LiquidNames) { n.Tags = r.strs() }},
	{"filters", func(r *reader, n *LiquidNames) { n.Filters = r.strs() }},
	{"sources", func(r *reader, n *LiquidNames) { n.Sources = r.strs() }},
	{"confidence", func(r *reader, n *LiquidNames) { n.Confidence = r.confidence() }},
}}
