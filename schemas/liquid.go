package schemas

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
	FilterAliases, TagAliases Table[string]
	// Hints holds a sentence for a path that people write and Studio does not know.
	Hints  Table[string]
	Limits []Limit // "for-iterations", "rendered-size"
	// Zone is the time zone in which the filter date writes times.
	Zone Zone
}

// Zone is a time zone.
type Zone struct {
	Name       string // in the zone database
	Rule       string // its rule today, as POSIX writes it
	Sources    []string
	Confidence Confidence
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
	Name      string
	Meaning   string
	Arguments int // that it must have, at least
	// Alters says what alone of a text the filter alters; "" when it makes another one.
	Alters     Alteration
	Sources    []string
	Confidence Confidence
}

// Alteration is what alone of a text a filter alters.
type Alteration string

// What filters alter: whether there is a text at all; capital letters; the blanks around it; its line breaks; how
// signs are written that mean something in JSON, HTML or a URL; and whether it is a number.
const (
	AltersMissing Alteration = "missing"
	AltersCase    Alteration = "case"
	AltersBlanks  Alteration = "blanks"
	AltersBreaks  Alteration = "breaks"
	AltersSigns   Alteration = "signs"
	AltersNumber  Alteration = "number"
)

// LiquidFacts returns what is known about Liquid.
func LiquidFacts() *Liquid { return &liquidTable }

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
