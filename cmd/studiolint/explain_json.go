package main

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/about"
	"studiolint/lint/finding"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// explained is what there is to say of a rule or a widget type, for programs. Members may
// be added; none changes its meaning.
func explained(name string, known []*lint.Rule) (any, error) {
	if w := schemas.Lookup(name); w != nil {
		return explainedWidget(w), nil
	}
	var all []string
	for _, r := range known {
		if r.ID == name {
			return explainedRule(r), nil
		}
		all = append(all, r.ID)
	}
	all = append(all, schemas.Types()...)
	if near := words.Nearest(name, all); near != "" {
		return nil, fmt.Errorf("there is no rule and no widget type %q; did you mean %q?", name, near)
	}
	return nil, fmt.Errorf("there is no rule and no widget type %q; \"studiolint rules\" lists the rules", name)
}

// ruleJSON is a rule.
type ruleJSON struct {
	Kind     string `json:"kind"` // "rule"
	ID       string `json:"id"`
	Title    string `json:"title"`
	Severity string `json:"severity"`
	Varies   string `json:"varies,omitempty"`
	Rejected bool   `json:"rejected"` // by Twilio's Validate endpoint
	Fix      string `json:"fix,omitempty"`
	Doc      string `json:"doc"`
	URL      string `json:"url"`
}

func explainedRule(r *lint.Rule) ruleJSON {
	told := ruleJSON{
		Kind: "rule", ID: r.ID, Title: r.Title, Severity: r.Severity.String(), Varies: r.Varies, Rejected: r.Rejected,
		Doc: strings.TrimSpace(r.Doc), URL: ruleURL(r.ID),
	}
	if r.Fix != finding.NoFix {
		told.Fix = r.Fix.Sentence()
	}
	return told
}

// widgetJSON is a widget type.
type widgetJSON struct {
	Kind        string         `json:"kind"` // "widget"
	Type        string         `json:"type"`
	Title       string         `json:"title"`
	Description string         `json:"description,omitempty"`
	URL         string         `json:"url,omitempty"`
	Status      string         `json:"status"` // current, unlisted or retired
	Retired     string         `json:"retired,omitempty"`
	Replacement string         `json:"replacement,omitempty"` // a widget type
	Needs       string         `json:"needs,omitempty"`
	Properties  []propertyJSON `json:"properties"`
	Events      []eventJSON    `json:"events"`
	Outputs     []outputJSON   `json:"outputs"`     // stored under widgets.NAME
	MoreOutputs bool           `json:"moreOutputs"` // there may be others
}

type propertyJSON struct {
	Name     string   `json:"name"`
	Type     string   `json:"type,omitempty"`
	Required bool     `json:"required,omitempty"`
	Needed   string   `json:"needed,omitempty"` // why it is, though Twilio takes a flow without it
	Default  string   `json:"default,omitempty"`
	Range    string   `json:"range,omitempty"`
	Values   []string `json:"values,omitempty"`
	Others   bool     `json:"otherValues,omitempty"` // the values are not all there are
	SID      []string `json:"sid,omitempty"`         // prefixes
	Liquid   bool     `json:"liquid,omitempty"`
	Meaning  string   `json:"meaning,omitempty"`
	Note     string   `json:"note,omitempty"`
}

type eventJSON struct {
	Name    string `json:"name"`
	Meaning string `json:"meaning,omitempty"`
}

type outputJSON struct {
	Name    string   `json:"name"`
	Meaning string   `json:"meaning,omitempty"`
	Events  []string `json:"events,omitempty"` // on which it is stored; none for all
}

func explainedWidget(w *schemas.Widget) widgetJSON {
	told := widgetJSON{
		Kind: "widget", Type: w.Type, Title: w.Title, Description: w.Description, URL: w.URL, Status: string(w.Status), Needs: about.Need(w.Needs),
		Properties: []propertyJSON{}, Events: []eventJSON{}, Outputs: []outputJSON{}, MoreOutputs: !w.Outputs.Closed,
	}
	if w.Retired != nil {
		told.Retired, told.Replacement = w.Retired.Why, w.Retired.Replacement
	}
	schema := w.Schema.At("properties")
	for _, p := range w.Properties {
		told.Properties = append(told.Properties, explainedProperty(schema, p))
	}
	for _, e := range w.Events {
		told.Events = append(told.Events, eventJSON{e.Name, e.Meaning})
	}
	for _, k := range w.Outputs.Keys {
		told.Outputs = append(told.Outputs, outputJSON{k.Name, k.Meaning, k.Events})
	}
	return told
}

func explainedProperty(schema *schemas.Schema, p schemas.Property) propertyJSON {
	told := propertyJSON{
		Name: p.Name, Required: slices.Contains(schema.Required, p.Name), Default: p.Default, Values: p.Values,
		Others: len(p.Values) > 0 && !p.Closed, SID: p.SID, Liquid: p.Liquid, Meaning: p.Meaning, Note: p.Note,
	}
	if t := schema.At(p.Name); t != nil && t.Types != 0 {
		told.Type = t.Types.String()
	}
	if p.Required != nil {
		told.Needed = p.Required.Why
	}
	if p.Range != nil {
		told.Range = about.Range(p.Range)
	}
	return told
}
