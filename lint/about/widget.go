// Package about says for people what the catalogue knows, wherever they ask: on the
// command line and in an editor.
package about

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"studiolint/lint/words"
	"studiolint/schemas"
)

// Widget is what the catalogue knows of a widget type, as plain text.
func Widget(w *schemas.Widget) string {
	var b strings.Builder
	explainHead(&b, w)
	explainProperties(&b, w)
	explainEvents(&b, w)
	explainOutputs(&b, w)
	explainSources(&b, w)
	return b.String()
}

// Brief is Widget without what is seldom needed: a line for a property, and no notes and
// sources.
func Brief(w *schemas.Widget) string {
	var b strings.Builder
	explainHead(&b, w)
	if len(w.Properties) > 0 {
		b.WriteString("\nProperties\n")
	}
	required := w.Schema.At("properties")
	for _, p := range w.Properties {
		line := fmt.Sprintf("  %s: %s", p.Name, strings.Join(Property(required, p), "; "))
		if p.Meaning != "" {
			line += ". " + p.Meaning
		}
		b.WriteString(words.Clip(line, briefWidth) + "\n")
	}
	explainEvents(&b, w)
	if len(w.Outputs.Keys) > 0 {
		fmt.Fprintf(&b, "\nStored under widgets.NAME (%s)\n", closedness(w.Outputs.Closed))
	}
	line := " "
	for i, k := range w.Outputs.Keys {
		name := " " + k.Name
		if i < len(w.Outputs.Keys)-1 {
			name += ","
		}
		if len(line)+len(name) > briefWidth {
			b.WriteString(line + "\n")
			line = " "
		}
		line += name
	}
	if line != " " {
		b.WriteString(line + "\n")
	}
	return b.String()
}

// briefWidth is how wide a line of Brief is.
const briefWidth = 100

func explainHead(b *strings.Builder, w *schemas.Widget) {
	fmt.Fprintf(b, "%s: %s\n", w.Type, w.Title)
	if w.Description != "" {
		fmt.Fprintf(b, "%s\n", w.Description)
	}
	if w.URL != "" {
		fmt.Fprintf(b, "%s\n", w.URL)
	}
	switch w.Status {
	case schemas.Unlisted:
		b.WriteString("Twilio accepts it, though its published list of types does not name it.\n")
	case schemas.Retired:
		if w.Retired != nil {
			fmt.Fprintf(b, "Retired: %s\n", w.Retired.Why)
			if w.Retired.Replacement != "" {
				fmt.Fprintf(b, "Use %s instead.\n", w.Retired.Replacement)
			}
		}
	}
	if need := Need(w.Needs); need != "" {
		fmt.Fprintf(b, "Needs %s.\n", need)
	}
}

func explainEvents(b *strings.Builder, w *schemas.Widget) {
	if len(w.Events) > 0 {
		b.WriteString("\nEvents\n")
	}
	for _, e := range w.Events {
		fmt.Fprintf(b, "  %s: %s\n", e.Name, e.Meaning)
	}
}

func explainProperties(b *strings.Builder, w *schemas.Widget) {
	if len(w.Properties) > 0 {
		b.WriteString("\nProperties\n")
	}
	required := w.Schema.At("properties")
	for _, p := range w.Properties {
		fmt.Fprintf(b, "  %s: %s\n", p.Name, strings.Join(Property(required, p), "; "))
		if p.Meaning != "" {
			fmt.Fprintf(b, "      %s\n", p.Meaning)
		}
		if p.Note != "" {
			fmt.Fprintf(b, "      Note: %s\n", p.Note)
		}
	}
}

func explainOutputs(b *strings.Builder, w *schemas.Widget) {
	if len(w.Outputs.Keys) > 0 {
		fmt.Fprintf(b, "\nStored under widgets.NAME (%s)\n", closedness(w.Outputs.Closed))
	}
	for _, k := range w.Outputs.Keys {
		fmt.Fprintf(b, "  %s", k.Name)
		if k.Meaning != "" {
			fmt.Fprintf(b, ": %s", k.Meaning)
		}
		if len(k.Events) > 0 {
			fmt.Fprintf(b, " (on %s)", strings.Join(k.Events, ", "))
		}
		b.WriteString("\n")
	}
}

func explainSources(b *strings.Builder, w *schemas.Widget) {
	if len(w.Sources) > 0 {
		fmt.Fprintf(b, "\nSources (confidence %s)\n", w.Confidence)
	}
	for _, key := range w.Sources {
		if s, ok := schemas.SourceOf(key); ok {
			fmt.Fprintf(b, "  %s: %s", key, s.What)
			if s.URL != "" {
				fmt.Fprintf(b, " <%s>", s.URL)
			}
			b.WriteString("\n")
		}
	}
}

var needs = map[schemas.Need]string{
	schemas.NeedsCall:          "a live call",
	schemas.NeedsMessage:       "a message channel",
	schemas.NeedsREST:          "a flow that the REST API starts",
	schemas.NeedsCallOrMessage: "a live call or a message channel",
	schemas.NeedsFlex:          "a call, a message or a conversation; not a plain REST start",
}

func closedness(closed bool) string {
	if closed {
		return "nothing else can be read"
	}
	return "there may be more"
}

// Need says what an execution must have for a widget to work, after "needs"; "" for
// nothing.
func Need(n schemas.Need) string { return needs[n] }

// Property lists what there is to know of a property in short. The schema is that of the
// object that it belongs to.
func Property(s *schemas.Schema, p schemas.Property) []string {
	facts := []string{"any type"}
	if t := s.At(p.Name); t != nil && t.Types != 0 {
		facts[0] = t.Types.String()
	}
	switch {
	case slices.Contains(s.Required, p.Name):
		facts = append(facts, "required")
	case p.Required != nil:
		facts = append(facts, "needed: "+p.Required.Why)
	}
	if p.Default != "" {
		facts = append(facts, "default "+p.Default)
	}
	if p.Range != nil {
		facts = append(facts, Range(p.Range))
	}
	if len(p.Values) > 0 {
		open := ""
		if !p.Closed {
			open = "such as "
		}
		facts = append(facts, open+strings.Join(p.Values, ", "))
	}
	if len(p.SID) > 0 {
		facts = append(facts, "a SID ("+strings.Join(p.SID, "…, ")+"…)")
	}
	if m := p.MaxLength; m != nil {
		facts = append(facts, fmt.Sprintf("at most %d %s", m.Max, m.Of))
	}
	if p.Liquid {
		facts = append(facts, "Liquid")
	}
	if p.Legacy {
		facts = append(facts, "old exports only")
	}
	return facts
}

// Range is the range of a number in words: "1 to 10 seconds".
func Range(r *schemas.Range) string {
	if r.Max == math.MaxInt {
		return fmt.Sprintf("from %d %s", r.Min, r.Unit)
	}
	return fmt.Sprintf("%d to %d %s", r.Min, r.Max, r.Unit)
}
