// Package lint runs rules over documents and collects what they find. It knows
// no rule, no format and no widget.
package lint

// A Rule is one kind of mistake and how to find it. Its fields are data from
// which the documentation, the reports' rule lists and the JSON Schema of the
// configuration are made. Rules hold no state.
type Rule struct {
	ID       string   // kebab-case; stable
	Title    string   // a sentence without a full stop
	Group    Group    // the part of the catalogue it belongs to
	Severity Severity // of its findings, unless one says otherwise
	Varies   string   // which findings have another severity: "error beyond 2,000"; "" if none
	Rejected bool     // Twilio's Validate endpoint refuses it

	// Doc says what the rule finds, why that hurts (with Twilio's error code)
	// and how to mend it: paragraphs of plain Markdown.
	Doc string

	Scope Scope

	// AcrossFiles says that findings in one file depend on the other files of the
	// run: of a run that leaves some out, it cannot be said that one is missing.
	AcrossFiles bool

	Check func(*Pass)
}

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

// Groups returns the groups in the order of the catalogue.
func Groups() []Group { return []Group{Text, Wiring, Paths, Splits, Liquid, Flex, Values} }

// Scope says what Check is called for.
type Scope uint8

const (
	// PerFlow calls Check for each definition that is a JSON object of today's
	// editor. Pass.Document and Pass.Flow are set.
	PerFlow Scope = iota
	// PerDocument calls Check for each document of any kind. Pass.Document is
	// set, and Pass.Flow when it has a definition.
	PerDocument
	// PerFile calls Check for each file, also for one that is not valid JSON.
	PerFile
)
