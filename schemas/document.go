package schemas

// Document is one file of the catalogue: a JSON Schema and the facts beside it.
type Document struct {
	Name        string // "flow", "state", "widgets/say-play", "resources/flow-request"
	Title       string // the name people know it by: "Say/Play"
	Description string
	URL         string // its page in Twilio's documentation
	Schema      *Schema
	Properties  []Property // in the order of the file
	Limits      []Limit
	Aliases     Aliases
	Sources     []string // keys; see SourceOf
	Confidence  Confidence

	validator validator
}

// Property returns what is known about one property, or nil.
func (d *Document) Property(name string) *Property {
	for i := range d.Properties {
		if d.Properties[i].Name == name {
			return &d.Properties[i]
		}
	}
	return nil
}

// Limit returns one of the limits by name, or nil.
func (d *Document) Limit(name string) *Limit {
	for i := range d.Limits {
		if d.Limits[i].Name == name {
			return &d.Limits[i]
		}
	}
	return nil
}

// Flow returns the file of the flow definition itself. Its schema leaves the states
// to State and Lookup. Its limits are "definition-size", "widgets",
// "widgets-with-subflows", "steps", "repeats", "subflow-widgets", "subflows" and "subflow-levels".
func Flow() *Document { return &flowTable }

// State returns the file of what every state shares, for a state whose type is not
// in the catalogue. The schema of a widget holds it already. Twilio demands only a type
// of such a state. The facts name the members of a state and of a transition
// ("transitions.event") and "properties.offset".
func State() *Document { return &stateTable }
