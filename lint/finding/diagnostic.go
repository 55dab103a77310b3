package finding

import (
	"cmp"
	"fmt"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"studiolint/lint/source"
)

// A Diagnostic is one finding. A rule may add to it as long as it looks; Resolve
// works out the rest.
type Diagnostic struct {
	Rule     *Rule
	Severity Severity
	Message  string // what is wrong, why it matters, what to do; one line of plain text

	At source.Place

	// Sensitive says that At is a secret: no report may show the text there.
	Sensitive bool

	// Widget is the widget that At stands in, "" when it stands in none.
	Widget string

	// Twilio is what Twilio's Validate endpoint says of the same mistake, nil
	// when it accepts it.
	Twilio *Twilio

	// Path is the way through the flow that proves the finding: see Along. It leaves out how
	// often an execution goes round the loops on its way.
	Path    []Step
	Related []Related
	Fixes   []Fix

	// Set by the run.

	File       string       // the path as given, with forward slashes
	Range      source.Range // in that file
	Suppressed *Suppression // nil when the finding counts

	// Document is the node of the document it belongs to; the zero Node when it
	// belongs to the whole file.
	Document source.Node

	severitySet bool // the rule itself said how much this one matters
	lesser      bool // it is no error, or Twilio may accept it
	fingerprint string
	args        []any
	witness     Witness
}

// New returns a finding of a rule. The arguments of the format become part of the
// fingerprint, so they must not change when the file is only moved or formatted.
func New(r *Rule, at Placer, format string, args ...any) *Diagnostic {
	return &Diagnostic{Rule: r, Severity: r.Severity, Message: fmt.Sprintf(format, args...), At: at.Place(), args: args}
}

// Twilio is an entry of details.errors as the Validate endpoint words it.
type Twilio struct {
	PropertyPath string `json:"property_path"` // "#/states/3/properties/timeout"
	Message      string `json:"message"`       // "integer found, string expected"
}

// A Step is one widget of a path and the event by which it is left. The last
// step has no event.
type Step struct {
	Widget string
	Event  string
	At     Placer // the transition's event, or the widget where the path ends
}

// A Related place helps to understand a finding.
type Related struct {
	Message string
	At      source.Place

	File  string
	Range source.Range
}

// A Fix is a change that mends a finding.
type Fix struct {
	Title   string
	Safe    bool          // the flow does the same afterwards, or what was certainly meant
	Changes []source.Edit // what is to change, by its meaning

	// Edits are the changes as bytes of the file a person opens, in the order of
	// Changes. They are set by the run.
	Edits []Edit
}

// An Edit replaces the bytes of a place.
type Edit struct {
	At      source.Place
	Range   source.Range
	NewText string
}

// resolve works out the edits. It reports false when there are none, or when one
// of the changes cannot be made: half a fix mends nothing.
func (f *Fix) resolve() bool {
	f.Edits = make([]Edit, 0, len(f.Changes))
	for _, c := range source.Together(f.Changes) {
		file, at, text, ok := c.Resolve()
		if !ok {
			return false
		}
		f.Edits = append(f.Edits, Edit{At: file.Place(at), Range: file.Range(at), NewText: text})
	}
	return len(f.Edits) > 0
}

// A Suppression says why a finding does not count.
type Suppression struct {
	Kind   string // "ignore", "directive" or "baseline"
	Reason string
}

// As sets the severity of this one finding, unless the configuration sets the
// rule's.
func (d *Diagnostic) As(s Severity) *Diagnostic {
	d.Severity, d.severitySet, d.lesser = s, true, s < Error
	return d
}

// Copy returns the finding as it was before anybody accepted it.
func (d *Diagnostic) Copy() *Diagnostic {
	c := *d
	c.Suppressed = nil
	return &c
}

// Configure gives the finding the severity that its rule has in this run. What As
// said stands, unless somebody has set that severity rather than the rule itself.
func (d *Diagnostic) Configure(s Severity, set bool) {
	if set || !d.severitySet {
		d.Severity = s
	}
}

// Rejected reports whether Twilio's Validate endpoint refuses a definition for
// this finding. What a rule itself makes less than an error, Twilio accepts.
func (d *Diagnostic) Rejected() bool { return d.Rule.Rejected && !d.lesser }

// MayPass says that it is not certain that Twilio refuses a definition for this finding,
// though its rule finds what Twilio refuses.
func (d *Diagnostic) MayPass() *Diagnostic {
	d.lesser = true
	return d
}

// Relate adds a related place.
// It is not inlined: it stands in hundreds of places that run only where something is found.
//
//go:noinline
func (d *Diagnostic) Relate(at Placer, message string) *Diagnostic {
	d.Related = append(d.Related, Related{Message: message, At: at.Place()})
	return d
}

// MaxRelated is how many further places of one mistake a finding names.
const MaxRelated = 50

// Also adds a further place of the same mistake, unless the finding names enough of them.
func (d *Diagnostic) Also(at Placer, message string) {
	if !d.Full() {
		d.Relate(at, message)
	}
}

// Full reports whether the finding names as many places as Also adds.
func (d *Diagnostic) Full() bool { return len(d.Related) >= MaxRelated }

// Suggest adds a fix. It is safe when there is no doubt of what was meant.
func (d *Diagnostic) Suggest(safe bool, title string, changes ...source.Edit) {
	d.Fixes = append(d.Fixes, Fix{Title: title, Safe: safe, Changes: changes})
}

// SuggestMore adds the changes of one place, if there are any, to the fix of a finding that
// stands for several places. It is safe when it is in each of them.
func (d *Diagnostic) SuggestMore(safe bool, title string, changes ...source.Edit) {
	if len(changes) == 0 {
		return
	}
	if len(d.Fixes) == 0 {
		d.Suggest(true, title)
	}
	f := &d.Fixes[0]
	f.Safe = f.Safe && safe
	f.Changes = append(f.Changes, changes...)
}

// SuggestName adds the fix that writes a name in place of one that is not known; none
// for the name "".
func (d *Diagnostic) SuggestName(safe bool, name string, change source.Edit) {
	if name != "" {
		d.Suggest(safe, "Write "+strconv.Quote(name), change)
	}
}

// A Witness works out the path that proves a finding, or returns nil. It is called
// at most once, when its rule has looked at everything: of findings that are too many
// to be kept, never.
type Witness func() []Step

// Along gives the finding the path that proves it; nil takes it away.
func (d *Diagnostic) Along(w Witness) *Diagnostic {
	d.witness = w
	return d
}

// Says records what Twilio's Validate endpoint answers.
func (d *Diagnostic) Says(propertyPath, message string) *Diagnostic {
	d.Twilio = &Twilio{propertyPath, message}
	return d
}

// Identify replaces what the fingerprint takes from the message, for messages
// whose words change with every edit: sizes, counts, lists.
// It is not inlined: it stands in hundreds of places that run only where something is found.
//
//go:noinline
func (d *Diagnostic) Identify(args ...any) *Diagnostic {
	d.args = args
	return d
}

// A Placer is a thing that can be pointed at: a node, a widget, a transition, or
// a place itself.
type Placer interface{ Place() source.Place }

// Resolve works out the places of a finding that is complete.
func (d *Diagnostic) Resolve() {
	d.Locate()
	d.complete()
}

// Locate works out where a finding is: with its Fingerprint, all that is needed to tell it
// from others.
func (d *Diagnostic) Locate() { d.File, d.Range = Where(d.At) }

// Fingerprint identifies a finding that is complete: it stays the same when lines, widgets
// or white space move. It is worked out each time, unless it is kept.
func (d *Diagnostic) Fingerprint() string {
	if d.fingerprint != "" {
		return d.fingerprint
	}
	return fingerprint(d)
}

// KeepFingerprint is for a finding whose fingerprint is certainly asked for.
func (d *Diagnostic) KeepFingerprint() { d.fingerprint = d.Fingerprint() }

// Alone returns what the finding is known by, and whether it counts, without what leads to
// its file.
func (d *Diagnostic) Alone() *Diagnostic {
	alone := &Diagnostic{Rule: d.Rule, Message: d.Message, Widget: strings.Clone(d.Widget), File: d.File, fingerprint: d.Fingerprint()}
	if s := d.Suppressed; s != nil {
		alone.Suppressed = &Suppression{Kind: s.Kind, Reason: strings.Clone(s.Reason)}
	}
	return alone
}

// Complete works out what Locate leaves out. It returns why it could not.
func (d *Diagnostic) Complete() (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			d.Path, d.witness = nil, nil
			err = &InternalError{Rule: d.Rule.ID, File: d.File, Cause: cause, Stack: debug.Stack()}
		}
	}()
	d.complete()
	return nil
}

func (d *Diagnostic) complete() {
	if d.witness != nil {
		d.Path, d.witness = d.witness(), nil
	}
	for i := range d.Related {
		r := &d.Related[i]
		r.File, r.Range = Where(r.At)
	}
	fixes := d.Fixes
	d.Fixes = nil
	for _, f := range fixes {
		if f.Edits != nil || f.resolve() {
			d.Fixes = append(d.Fixes, f)
		}
	}
}

// Where returns the file that a person opens to see a place, as given, and the range there.
func Where(at source.Place) (file string, r source.Range) {
	f, span := at.Locate()
	if f == nil {
		return "", source.Range{}
	}
	return f.Path, f.Range(span)
}

// Pointer returns the JSON Pointer of the node, "" for the root or none.
func (d *Diagnostic) Pointer() string { return d.At.Node.Pointer() }

// Sort puts the findings of one file into reading order.
func Sort(list []*Diagnostic) {
	slices.SortStableFunc(list, func(a, b *Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Range.Start.Offset, b.Range.Start.Offset),
			cmp.Compare(a.Range.End.Offset, b.Range.End.Offset),
			cmp.Compare(a.Rule.ID, b.Rule.ID),
			cmp.Compare(a.Message, b.Message),
		)
	})
}
