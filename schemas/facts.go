package schemas

import (
	"slices"
	"strings"
)

// Confidence says how sure a fact is.
type Confidence string

// High is read in full on an official page, seen identically in two official places,
// or accepted by Twilio's API in a published test; Medium is an official page seen in part or one
// solid third party; Low is an inference or contradictory sources, too weak for an
// error.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// Property is what is known about one property of a widget beside its JSON type, or
// about one member of a flow, a state or a resource (a member of a nested object has
// a dotted name: "integration.flow_sid").
type Property struct {
	Name    string
	Meaning string
	// Liquid is true when Studio evaluates templates here; false when it takes the
	// text literally or wants another JSON type.
	Liquid  bool
	Default string // as text; "" when unknown
	Range   *Range // of a number, also one written as text; nil: unknown
	// Patience is, of the seconds of silence after which it goes on, how many a person on a
	// call bears at most; 0 when that is no matter.
	Patience int
	// TooSoon is, of the seconds that somebody else has, how many are too few to do what is waited for: an
	// agent to take a task; 0 when that is no matter.
	TooSoon int
	Values  []string // known values
	// Commands are those of Values, ways to recognise speech, that know numbers and short
	// commands, and no free speech.
	Commands []string
	// Closed says that no value beside Values is known to work. The JSON Schema has
	// an enum only where that is certain.
	Closed bool
	// Begins is what those that are not among Values begin with; empty: nobody knows.
	Begins []string
	// Without is what the text must not begin with: the name of the service before that of a voice.
	Without []string
	// Languages are those that some of Values know, ways to recognise speech; another makes the question fail.
	Languages Table[[]string]
	// LanguageCodes are Twilio's errors for a language that what recognises speech does not know: which of them comes is
	// not documented.
	LanguageCodes []int
	// Needs holds, by a value, what another property must begin with for the value to work.
	Needs Table[Table[[]string]]
	// Refused is a value with which Twilio refuses what the widget does; nil: none is known.
	Refused *Refusal
	// Line says, of a list of values, that Twilio refuses one that is no line with something on it; nil: not known.
	Line *Line
	// Named says which names may stand in place of a telephone number; nil: not known.
	Named *Named
	// Files says, of the address of a file, which ones Twilio does not send; nil: not known.
	Files *Files
	SID   []string // prefixes of the SIDs that belong here ("WW")
	// Format of the text, one of those that begin with Format; "" when it is free.
	Format string
	// MaxLength is the longest text, without Liquid; nil: no limit known.
	MaxLength *MaxLength
	// NumberWhen holds the values of other properties with which the text is a telephone
	// number and nothing else that its format allows; empty: it is one whenever it looks so.
	NumberWhen Table[[]string]
	// Withheld lists the words that stand instead of a telephone number which its owner keeps back.
	Withheld []string
	// ListWhen holds the values of other properties with which it may be several of them,
	// between commas.
	ListWhen Table[[]string]
	// List says how many entries between commas there may be, and how long each; nil: no limit known.
	List *List
	// NeedsKey says, of a list of keys and values, which key it must have; nil: none is known.
	NeedsKey *NeededKey
	// LiteralKeys says, of a list of keys and values, that Liquid in a key is not
	// evaluated. (Liquid speaks of the values.)
	LiteralKeys bool
	// JSONBy names the property whose value, a media type, says whether this text is
	// JSON; "" when there is none.
	JSONBy string
	// SentWith holds the values of other properties with which the text is certainly
	// sent; empty: always.
	SentWith Table[[]string]
	// Empty is what an empty text does where that is as good as another; "" when it is
	// not.
	Empty string
	// StartedBy names, of a flow's SID, the event of the flow's trigger by which it
	// is started from here; "" when that is not known.
	StartedBy string
	// Fetched says, of an address, that Twilio only fetches what is there and sends
	// nothing of the execution.
	Fetched bool
	// Method names, of an address, the property that says how it is fetched; "" when there is none.
	Method string
	// FileMethod is the value of that property with which a file of sound is to be fetched; "": nobody knows.
	FileMethod string
	// DropsQuery says, of an address, that Twilio leaves out what follows a question mark.
	DropsQuery bool
	// Secret marks a credential that does not belong into a file.
	Secret bool
	// Required is set for a property that Twilio's schema is not known to require but
	// without which the widget cannot do its work.
	Required *Requirement
	// RequiredFor lists the API requests ("create", "update", "validate") that need
	// this field.
	RequiredFor []string
	// OnlyWhen restricts a field: it applies only while each property named has one of
	// the values listed.
	OnlyWhen Table[[]string]
	// Excludes are the properties that do not go together with it: one of them is to be written.
	Excludes []string
	// Clash says beside which value of another property a value of this one does not work; nil: none is known.
	Clash *Clash
	// Fits says what goes with a value of the property. For the task channel of
	// send-to-flex: what the execution must have ("call", "message",
	// "conversation"). For the channel type of a Flex Flow: the task channel that
	// Send to Flex must use for it.
	Fits Table[[]string]
	// Legacy says that only old exports carry it.
	Legacy     bool
	Note       string // what the sources disagree about, and which side was taken
	Sources    []string
	Confidence Confidence
}

// Refusal is a value of a property with which Twilio refuses, as the flow runs, what the widget
// does: a message to the number that it comes from.
type Refusal struct {
	Holds      Content // what the value is
	Code       int     // Twilio's error for it
	Sources    []string
	Confidence Confidence
}

// Line is what Twilio wants of each value of a list: that it is not blank, has neither line breaks nor tabs, and no
// more blanks in a row than Blanks.
type Line struct {
	Blanks     int
	Code       int // Twilio's error for another one
	Sources    []string
	Confidence Confidence
}

// Named is what Twilio wants of a name that stands where the sender of a text message does: ASCII letters, digits and
// Signs, Max characters at most. Nobody can answer it.
type Named struct {
	Max        int
	Signs      string
	Code       int // Twilio's error for another one
	Sources    []string
	Confidence Confidence
}

// Files are the endings of files that Twilio does not send along: Never at all, or by way of WhatsApp alone.
type Files struct {
	Never, WhatsApp []string // ".zip"
	Sources         []string
	Confidence      Confidence
}

// Clash is a value of another property beside which a property, whatever it says, does not work.
type Clash struct {
	With, Value string   // the other property, and what it says
	Unless      []string // values of the property itself with which it works, as far as is known
	Code        int      // Twilio's error for it; 0: none is known
	Sources     []string
	Confidence  Confidence
}

// List is how many entries between commas a text may hold, and how long each may be.
type List struct {
	Max        int
	Longest    int // characters of an entry; 0: no limit known
	Code       int // Twilio's error; 0: none is known
	Sources    []string
	Confidence Confidence
}

// NeededKey is a key that a list of keys and values must have while other properties have one of the values.
type NeededKey struct {
	Key        string
	When       Table[[]string]
	Code       int // Twilio's error without it
	Sources    []string
	Confidence Confidence
}

// Range is the documented range of a number, both ends included.
type Range struct {
	Min, Max int // Max is math.MaxInt when no upper end is known
	Unit     string
}

// MaxLength is the longest text of a property.
type MaxLength struct {
	Max int
	Of  string // what is counted: "characters" or "keys"
	// By names a property whose value decides, by what it begins with, on another
	// maximum: Prefixes. "" when there is none.
	By       string
	Prefixes Table[int]
}

// Requirement says why and when a property is needed.
type Requirement struct {
	Why string
	// When holds the values that other properties must have for the property to be
	// needed; Unless those with which it is not. Empty: always needed. A property
	// that is absent has its default.
	When, Unless Table[[]string]
	// Or names properties that do as well.
	Or []string
}

// Limit is a documented limit of Studio.
type Limit struct {
	Name       string // "definition-size", "widgets", "steps" …
	Meaning    string
	Max        int // the largest value that is allowed
	Warn       int // from here on worth a warning; 0: nowhere below Max
	Unit       string
	Code       int // Twilio's error code; 0: none
	Sources    []string
	Confidence Confidence
}

// Variable is a value that Liquid can read: an output of a widget, or a name below
// flow, trigger or contact.
type Variable struct {
	Name    string
	Meaning string
	// Numbered says that the name is followed by a number: MediaUrl0, MediaUrl1 …
	Numbered bool
	// Events are those that fill the value: of the widget that stores it, or of the trigger; empty: any.
	Events []string
	Keys   []Variable // what is known below it
	// Prefixes are what further names begin with that are its own, beside those of Keys.
	Prefixes []string
	// Closed says that nothing but Keys can be read below it. A variable without keys
	// that is not closed may hold anything.
	Closed bool
	// Object says that the value has members, and prints as JSON only with to_json.
	Object bool
	// NeverList says that the value is never a list: an item of it is always blank.
	NeverList bool
	// Own says that a widget of a type without the value never has it, whatever the call brings.
	Own bool
	// Person says that the value is whatever a person wrote or said: it may hold any
	// sign, quotes and line breaks too.
	Person bool
	// Text says that the value is never a JSON value as it stands: a SID, a word, an
	// address. In JSON it needs quotes, or to_json.
	Text bool
	// Speech says that a machine wrote down what a person said, with capital letters
	// and punctuation.
	Speech bool
	// Address says that the value is a phone number, as a rule with a + before it, or
	// another address. It is Text.
	Address bool
	// Holds says what the value is, so that it can be told for one execution: see the
	// constants; "" when nobody knows. Property names the property whose text, as it came
	// out, it repeats; "" for none.
	Holds    Content
	Property string
	// Values are all texts that the value ever is; none when they are not known.
	Values []string
	// ValuesWith are those of Values that the value ever is with each value of a property of
	// the widget; empty: all. A property that is absent has its default.
	ValuesWith Table[Table[[]string]]
	// Range is, of a number, within what it lies; nil: unknown.
	Range *Range
	// Merged says that members of an earlier visit stay when the widget stores the value
	// again without them.
	Merged bool
	// When holds the values that properties of the widget must have for the value to be
	// stored; empty: none. A property that is absent has its default.
	When Table[[]string]
	// TooSoon are those of Values with which the widget goes on while the other side still
	// speaks, so that what is said then is not heard; empty: none.
	TooSoon []string
	// Unread says what happens when the widget is told to store the value and nothing
	// reads it; nil when that does no harm.
	Unread     *Requirement
	Sources    []string
	Confidence Confidence
}

// IsOwn reports whether a name below a value begins as further ones of its own do.
func (v *Variable) IsOwn(name string) bool {
	return slices.ContainsFunc(v.Prefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}

// Content is what a value is.
type Content string

// What values are: the keys that were pressed; what was said; the text of a message, the
// address of one of its files, its media type and how many there are; the contact's address and that of
// the flow; of an answer to a request its text, its JSON, its status and its media type;
// what the execution was started with; which of the words that Twilio answers a message is; or which
// button was tapped.
const (
	HoldsKeys           Content = "keys"
	HoldsSpeech         Content = "speech"
	HoldsReply          Content = "reply"
	HoldsMedia          Content = "media"
	HoldsMediaType      Content = "media-type"
	HoldsMediaCount     Content = "media-count"
	HoldsContact        Content = "contact"
	HoldsAddress        Content = "address"
	HoldsResponseBody   Content = "response-body"
	HoldsResponseJSON   Content = "response-json"
	HoldsResponseStatus Content = "response-status"
	HoldsResponseType   Content = "response-type"
	HoldsParameters     Content = "parameters"
	HoldsOptOut         Content = "opt-out"
	HoldsButton         Content = "button"      // what stands behind it
	HoldsButtonText     Content = "button-text" // what is written on it
)

// Tapped reports whether it is what comes of a button, and is blank in an answer that is typed.
func (c Content) Tapped() bool { return c == HoldsButton || c == HoldsButtonText }

// Key returns what is known about one name below v, or nil.
func (v *Variable) Key(name string) *Variable {
	return findKey(v.Keys, name)
}

func findKey(keys []Variable, name string) *Variable {
	for i := range keys {
		key := &keys[i]
		if name == "" || key.Name == "" || name[0] != key.Name[0] {
			continue // as most
		}
		number, ok := strings.CutPrefix(name, key.Name)
		if ok && (number == "" && !key.Numbered || key.Numbered && isIndex(number)) {
			return key
		}
	}
	return nil
}

// Aliases are names that people write and Studio does not know, with the right one.
type Aliases struct {
	Properties  Table[string] // of the widget's properties
	Events      Table[string]
	Transitions Table[string] // members of a transition
	Conditions  Table[string] // members of a condition
	Items       Table[string] // members of the items of a list property
	Members     Table[string] // members of the file's own object: the state, the flow, the resource
	Outputs     Table[string] // of what the widget stores, for the template that reads it
	Sources     []string      // of the outputs: where all are told that there are
	// Hints holds a sentence for a property or member that has no counterpart.
	Hints Table[string]
}

// Source is where a fact comes from.
type Source struct {
	Key  string
	URL  string // "" when there is no single page
	What string
}

// SourceOf returns the source with a key.
func SourceOf(key string) (Source, bool) {
	for _, s := range sourceTable {
		if s.Key == key {
			return s, true
		}
	}
	return Source{}, false
}
