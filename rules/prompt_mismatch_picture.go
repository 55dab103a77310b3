package rules

import (
	"slices"

	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/offer"
	"studiolint/lint/reads"
	"studiolint/lint/shape"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// reportNoPicture reports the questions for a picture or a document of which a request is given the address, while
// nothing tests whether one came, nor what the request says, and those of which only what was written beside it is
// read: once each.
func reportNoPicture(p *lint.Pass) {
	var d, written *finding.Diagnostic
	for _, w := range p.Flow.Widgets {
		text := effects.Prompt(w).Text()
		if effects.ActOf(w) != effects.Asks || w.Needs() != schemas.NeedsMessage ||
			!offer.AsksForFile(text) || p.Flow.Only(w.Name) != w || !p.Flow.Reachable(w) {
			continue
		}
		by := givenPicture(p.Flow, w)
		var r *flow.Ref
		if by == nil && offer.AsksForFileAlone(text) {
			r = onlyWritten(p, w)
		}
		switch {
		case by == nil && r == nil:
		case by == nil && written == nil:
			written = p.Reportf(r.SegmentPlace(2), "%s asks for a picture or a file, but only the text of the answer is read: what is sent is lost; read widgets.%s.inbound.MediaUrl0",
				w.Label(), words.Shorten(w.Name)).Relate(w, "the question").Identify(w.Label())
		case by == nil:
			written.Also(r.SegmentPlace(2), "so it is with "+w.Label())
		case d == nil:
			d = p.Reportf(w, "%s asks for a picture, and %s takes its address untested: whoever writes a text passes, too; test widgets.%s.inbound.NumMedia first",
				w.Label(), by.Label(), words.Shorten(w.Name)).Relate(by, "what takes it").Identify(w.Label())
		default:
			d.Also(w, "so it is with "+w.Label())
		}
	}
}

// onlyWritten returns what reads the text of an answer that was to be a picture, in order to pass it on or to keep it,
// when nothing reads anything else of it, and no chat goes on to somebody who sees it; else nil.
func onlyWritten(p *lint.Pass, asked *flow.Widget) (first *flow.Ref) {
	f := p.Flow
	if len(f.ReadsOfAny()) > 0 || f.Unread() || shape.MayRead(p, asked) {
		return nil
	}
	for _, r := range f.OutputRefs(asked.Name) {
		if about := reads.About(f, r); reads.Decides(r) || about == nil || about.Holds != schemas.HoldsReply {
			return nil
		}
		if act := effects.ActOf(r.Widget); first == nil && (act == effects.Requests || act == effects.Sets) {
			first = &r
		}
	}
	if first == nil || slices.ContainsFunc(f.Widgets, func(w *flow.Widget) bool {
		act := effects.ActOf(w)
		return (act == effects.HandsOver || act == effects.RunsFlow || act == effects.Anything) && f.CanPrecede(asked, w)
	}) {
		return nil
	}
	return first
}

// givenPicture returns the request that is given the address of the picture which answers a
// question, also by way of a variable, when nothing decides by the answer or by what the request brings; else nil.
func givenPicture(f *flow.Flow, asked *flow.Widget) (by *flow.Widget) {
	for _, r := range f.OutputRefs(asked.Name) {
		if reads.Decides(r) {
			return nil
		}
		switch about := reads.About(f, r); {
		case about == nil:
		case about.Holds == schemas.HoldsMediaCount, about.Holds == schemas.HoldsReply:
			return nil // who is given the number, or the words as well, may test which it is
		case about.Holds == schemas.HoldsMedia && by == nil && f.Reachable(r.Widget):
			isDefault := func(f liquid.Filter) bool { return f.Name == liquid.FilterDefault }
			if filters, printed := reads.Printed(r); printed && !slices.ContainsFunc(filters, isDefault) {
				by = takerOf(f, r)
			}
		}
	}
	if by != nil && len(f.OutputRefs(by.Name)) > 0 {
		return nil
	}
	return by
}

// takerOf returns the request that has what a reference reads, also by way of a variable by which nothing decides; else nil.
func takerOf(f *flow.Flow, r flow.Ref) (by *flow.Widget) {
	if r.Widget.Facts.Request != nil {
		return r.Widget
	}
	for _, write := range f.Writes(r.Widget) {
		if write.Value != r.Node {
			continue
		}
		for _, read := range f.Variable(write.Key.Text()).Reads {
			switch {
			case reads.Decides(read):
				return nil
			case by == nil && read.Widget.Facts.Request != nil && f.Reachable(read.Widget):
				by = read.Widget
			}
		}
	}
	return by
}
