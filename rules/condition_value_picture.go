package rules

import (
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/project"
	"studiolint/lint/reads"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// checkPicture looks at branches that ask whether there is a text, after a question for a picture.
func checkPicture(p *lint.Pass, all []reads.Branch) {
	for _, b := range all {
		if b.Condition.Facts.Value != schemas.ValueNone {
			continue
		}
		r, ok := reads.TestedAnswer(p.Flow, b.Condition)
		if !ok {
			continue
		}
		question := reads.Widget(p.Flow, r)
		about := reads.About(p.Flow, r)
		if about == nil || about.Holds != schemas.HoldsReply {
			continue
		}
		if r.Root() == "trigger" {
			if takesPicture(p, r) {
				p.Reportf(b, "whether a picture came is not told by its text: one may write beside it; test trigger.message.NumMedia").As(finding.Note)
				return
			}
			continue
		}
		if question == nil || !offer.AsksForPicture(effects.Prompt(question).Text()) && (!takesPicture(p, r) ||
			askedYet(p, b.Transition.From, r) != nil) ||
			slices.ContainsFunc(p.Flow.OutputRefs(question.Name), func(r flow.Ref) bool { return r.Widget.Facts.Split && isMedia(p.Flow, r) }) {
			continue
		}
		p.Reportf(b, "whether a picture came is not told by its text: one may write beside it; test widgets.%s.inbound.MediaUrl0", words.Shorten(question.Name)).
			As(finding.Note).Relate(question, "what asks for it")
		return
	}
}

// takesPicture reports whether something reads the picture of the message of which a reference
// reads the text, and no split asks for one.
func takesPicture(p *lint.Pass, text flow.Ref) bool {
	return pictures.Of(p)[parentOf(text)] == pictureTaken
}

// A parent is the path of a message, one of whose outputs is read, and how deep that stands.
type parent struct {
	path string
	deep int
}

func parentOf(r flow.Ref) parent {
	last := len(r.Segments) - 1
	if last < 1 {
		return parent{r.Root(), last}
	}
	return parent{reads.PathTo(r, last-1), last}
}

// What is read of the picture of a message.
const (
	pictureUnread = iota
	pictureTaken
	pictureTested
)

// pictures tell what is read of the picture of each message of which something is read.
var pictures = lint.NewFact(func(d *project.Document) map[parent]int {
	all := map[parent]int{}
	for _, r := range d.Flow.Refs() {
		about := reads.About(d.Flow, r)
		switch {
		case about == nil || about.Holds != schemas.HoldsMedia && about.Holds != schemas.HoldsMediaCount && about.Holds != schemas.HoldsMediaType:
		case reads.Decides(r):
			all[parentOf(r)] = pictureTested
		case d.Flow.Reachable(r.Widget):
			all[parentOf(r)] = max(all[parentOf(r)], pictureTaken)
		}
	}
	return all
})

func isMedia(f *flow.Flow, r flow.Ref) bool {
	about := reads.About(f, r)
	return about == nil || about.Holds == schemas.HoldsMedia || about.Holds == schemas.HoldsMediaCount || about.Holds == schemas.HoldsMediaType
}

// reportCaptioned reports the templates that take a picture only where there is no text: once.
func reportCaptioned(p *lint.Pass) {
	var d *finding.Diagnostic
	for _, t := range p.Flow.Templates() {
		if t.Widget == nil || !strings.Contains(t.Text, "Media") {
			continue
		}
		r, ok := captioned(p.Flow, t)
		if !ok || !p.Flow.Reachable(t.Widget) {
			continue
		}
		path := reads.PathTo(r, len(r.Segments)-2)
		if d == nil {
			d = p.Reportf(r.Place(), "%s loses a picture that has words beside it; test %s.NumMedia first",
				t.Widget.Label(), path).As(finding.Note).Identify(t.Widget.Label())
		} else {
			d.Also(r.Place(), "so does "+t.Widget.Label())
		}
	}
}

// captioned returns what a template asks of a message's text before it takes that, or else the picture,
// of which it asks nothing.
func captioned(f *flow.Flow, t *flow.Template) (flow.Ref, bool) {
	var asked flow.Ref
	text, picture := false, false
	for _, r := range t.Refs() {
		about := reads.About(f, r)
		switch {
		case about == nil:
		case about.Holds == schemas.HoldsReply && r.Use == liquid.UseCondition:
			if t.Liquid.AsksForBlank(r.Markup, t.Text) {
				asked = r
			}
		case about.Holds == schemas.HoldsReply:
			text = true
		case isMedia(f, r) && r.Use == liquid.UseCondition:
			return flow.Ref{}, false
		case about.Holds == schemas.HoldsMedia:
			picture = true
		}
	}
	return asked, asked.Template != nil && text && picture
}
