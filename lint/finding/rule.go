// Package finding holds what is said of a place: the data of a rule, what it
// finds, how that is mended, and by what it is known again.
package finding

// A Rule is the data of one kind of mistake, from which the documentation, the
// reports' rule lists and the JSON Schema of the configuration are made.
type Rule struct {
	ID       string   // kebab-case; stable
	Title    string   // a sentence without a full stop
	Group    Group    // the part of the catalogue it belongs to
	Severity Severity // of its findings, unless one says otherwise
	Varies   string   // which findings have another severity: "error beyond 2,000"; "" if none
	Rejected bool     // Twilio's Validate endpoint refuses it
	Fix      FixKind  // of its findings

	// Unnecessary says that what its findings point at could be left out: editors
	// show it faded.
	Unnecessary bool

	// Doc says what the rule finds, why that hurts (with Twilio's error code)
	// and how to mend it: paragraphs of plain Markdown.
	Doc string

	Scope Scope

	// AcrossFiles says that findings in one file depend on the other files of the
	// run: of a run that leaves some out, it cannot be said that one is missing.
	AcrossFiles bool

	// Legacy says that the rule looks at exports of Studio's first editor, too, though Twilio takes none of them.
	Legacy bool
}

// OfToday reports whether the rule is about what Studio takes today. An export of its first
// editor is none of it as a whole: such a rule has nothing more to say of it.
func (r *Rule) OfToday() bool { return r.Rejected && !r.Legacy || r.Group == Text || r.Group == House }

// Group is a part of the rule catalogue.
type Group string

// The groups, in the order of the catalogue.
const (
	Text   Group = "Text and shape"
	Wiring Group = "Names and wiring"
	Paths  Group = "Paths"
	Splits Group = "Split Based On"
	Liquid Group = "Liquid"
	Flex   Group = "Flex, subflows, resources"
	Values Group = "Values, safety, hygiene"
)

// House is the group of the rules that a configuration declares itself. It is no part of
// the catalogue.
const House Group = "House rules"

// Groups returns the groups in the order of the catalogue.
func Groups() []Group { return []Group{Text, Wiring, Paths, Splits, Liquid, Flex, Values} }

// Scope says what a rule looks at in one go.
type Scope uint8

const (
	// PerFlow is each definition that is a JSON object; see Rule.OfToday for those of the first editor.
	PerFlow Scope = iota
	// PerDocument is each document of any kind.
	PerDocument
	// PerFile is each file, also one that is not valid JSON.
	PerFile
	// Last is each file and each configuration of the run, once the other rules
	// have looked and it is marked what is accepted: for what accepts nothing.
	Last
)
