package rules

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/reads"
)

// passesRaw reports whether what a reference reads is given a name of the template's own, by filters that
// escape nothing, and that name is put into a URL as it is.
func passesRaw(f *flow.Flow, r flow.Ref) bool {
	if r.Use != liquid.UseAssign || !isURL(r.Template) && !becomesURL(f, r.Template) {
		return false
	}
	markup := r.Liquid.Markup[r.Markup]
	tag := &r.Liquid.Tags[markup.Index]
	if markup.Kind != liquid.TagNode || tag.Name != "assign" || len(tag.Arguments) != 1 || len(tag.Arguments[0].Terms) != 1 {
		return false
	}
	split := false
	for _, filter := range tag.Arguments[0].Terms[0].Filters {
		switch filter.Name {
		case "split":
			split = true
		case "join":
			split = false
		default:
			if !comesOutRaw([]liquid.Filter{filter}) {
				return false
			}
		}
	}
	return !split && comesOut(r.Template, markup.Index)
}

// comesOut reports whether a template prints, or joins to what it prints, the name that a tag of it gives.
func comesOut(t *flow.Template, tag int) bool {
	for i := range t.Liquid.References {
		other := flow.Ref{Template: t, Reference: &t.Liquid.References[i]}
		if other.Local < 0 || t.Liquid.Locals[other.Local].Tag != tag || len(other.Segments) > 1 {
			continue
		}
		filters, ok := reads.Printed(other)
		if !ok {
			filters, ok = reads.Joined(other)
		}
		if ok && comesOutRaw(filters) {
			return true
		}
	}
	return false
}

// becomesURL reports whether Set Variables keeps a template in a variable that is the whole of a URL.
func becomesURL(f *flow.Flow, t *flow.Template) bool {
	if string(t.Widget.Facts.Outputs.From) != t.Property || t.Property == "" {
		return false
	}
	v := f.Variable(strings.TrimSpace(t.Node.Parent().Get("key").Text()))
	if v == nil {
		return false
	}
	for _, r := range v.Reads {
		if r.Facts != nil && r.Facts.IsURL() && startsWithOutput(r.Template) {
			return true
		}
	}
	return false
}

// nameGiven returns the name that the tag of a reference gives to what it reads.
func nameGiven(r flow.Ref) string {
	tag := r.Liquid.Markup[r.Markup].Index
	for _, local := range r.Liquid.Locals {
		if local.Tag == tag {
			return local.Name
		}
	}
	return ""
}
