package rules

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// A knownKind is a value of which the catalogue tells what it is, that is given under a name for something else.
type knownKind struct {
	ref            flow.Ref
	key, is, asked string
}

// reportKnownKinds reports, once a flow, an address of somebody that is given as a link or a SID, a picture or a SID that is
// given as a phone number, and what somebody said as that while the number is given under another name.
func reportKnownKinds(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		act := effects.ActOf(w)
		switch act {
		case effects.Requests, effects.HandsOver, effects.RunsFlow, effects.Sets:
		default:
			continue
		}
		if !p.Flow.Reachable(w) {
			continue
		}
		for _, k := range knownKinds(p.Flow, w) {
			if d != nil {
				d.Also(k.ref.Place(), w.Label()+" has "+reads.Path(k.ref)+" as "+words.Quote(k.key))
				continue
			}
			d = p.Reportf(k.ref, "%s has %s, %s, as %s; give it %s",
				w.Label(), reads.Path(k.ref), k.is, words.Quote(k.key), k.asked).
				As(finding.Note).Identify(w.Label())
		}
	}
}

// knownKinds are those of a step.
func knownKinds(f *flow.Flow, w *flow.Widget) (all []knownKind) {
	var text knownKind // somebody's, given as a phone number
	elsewhere := false // the number is given under another name
	for _, t := range f.TemplatesOf(w) {
		for _, r := range t.Refs() {
			v := reads.Value(f, r)
			if v == nil || r.Liquid.HasFilter() {
				continue
			}
			switch key := reads.AloneAs(r); {
			case key == "":
			case v.Address:
				if asked := wantsOther(key); asked != "" {
					all = append(all, knownKind{r, key, "an address such as +15551234567", asked})
				}
				elsewhere = elsewhere || !words.NamesSomebody(key) || isOtherOfPerson(key)
			case !words.NamesPhone(key):
			case v.Holds == schemas.HoldsMedia:
				all = append(all, knownKind{r, key, "the link of a picture or a recording", words.PersonalPhone})
			case words.NamesSID(v.Name):
				all = append(all, knownKind{r, key, "a SID", words.PersonalPhone})
			case v.Holds == schemas.HoldsReply || v.Holds == schemas.HoldsSpeech:
				if !asksForNumber(f, r) {
					text = knownKind{r, key, "what somebody said", words.PersonalPhone}
				}
			}
		}
	}
	if elsewhere && text.key != "" {
		all = append(all, text)
	}
	return all
}

// wantsOther returns what a name is for under which an address of somebody stands: a link, a SID, a recording; "" for others.
func wantsOther(key string) string {
	switch {
	case words.NamesLink(key):
		return "a link"
	case words.NamesSID(key):
		return "the SID"
	case words.NamesMedia(key):
		return "the recording or the picture"
	}
	return ""
}

// isOtherOfPerson reports whether a name is one for what is known of a person, and is no number: name, email.
func isOtherOfPerson(key string) bool {
	kind := words.Personal(key)
	return kind != "" && kind != words.PersonalPhone
}

// asksForNumber reports whether the question whose answer a reference reads speaks of a number.
func asksForNumber(f *flow.Flow, r flow.Ref) bool {
	q := reads.Widget(f, r)
	return q != nil && (words.NamesNumber(q.Name) || words.NamesNumber(effects.Prompt(q).Text()))
}
