package eval

import (
	"strings"

	"studiolint/lint/liquid"
)

// check finds what not every engine takes. Some of them refuse the whole template for
// it, wherever it stands.
func (r *renderer) check() {
	if len(r.t.Errors) > 0 {
		e := r.t.Errors[0]
		r.undetermined(e.Span, "the template has a mistake, and what Studio prints then is not documented: %s", e.Message)
		return
	}
	for n := range r.t.Leaves() {
		switch n.Kind {
		case liquid.CommentNode:
			if strings.Contains(n.In(r.text), "{%") {
				r.undetermined(n.Span, "engines read tags within a comment differently")
			}
		case liquid.OutputNode:
			if strings.ContainsAny(n.In(r.text), "\r\n") {
				r.undetermined(n.Span, "not every engine takes a line break within {{ }}")
			}
		case liquid.TagNode:
			r.checkTag(&r.t.Tags[n.Index])
		}
	}
	for t := range r.t.Terms() {
		r.checkTerm(t)
	}
	for f := range r.t.Filters() {
		if _, ok := filterNamed(f.Name); !ok {
			r.undetermined(f.Span, "what the filter %s does in Studio is not known", clip(f.Name))
		}
		for _, a := range f.Arguments {
			if a.NameAt.End > 0 {
				r.undetermined(a.NameAt, "not every engine takes named arguments")
			}
		}
	}
}

func (r *renderer) checkTag(tag *liquid.Tag) {
	switch {
	case !tag.Known || tag.Name == "#":
		r.undetermined(tag.Span, "what {%% %s %%} does in Studio is not known", clip(tag.Name))
	case tag.Name == "when":
		for i := 1; i < len(tag.Arguments); i++ {
			if !strings.Contains(r.text[tag.Arguments[i-1].End:tag.Arguments[i].Start], ",") {
				r.undetermined(tag.Span, `not every engine takes "or" in {%% when %%}: write a comma`)
			}
		}
	case (tag.Name == "raw" || tag.Name == "endraw") && strings.Contains(tag.In(r.text), "-"):
		r.undetermined(tag.Span, "engines differ on hyphens in the tags of {%% raw %%}")
	}
}

func (r *renderer) checkTerm(t *liquid.Term) {
	text := t.In(r.text)
	switch t.Kind {
	case liquid.ReferenceOperand:
		r.checkPath(&r.t.References[t.Ref])
	case liquid.StringOperand:
		if strings.Contains(text, "}}") || strings.Contains(text, "%}") || strings.Contains(text, "{{") || strings.Contains(text, "{%") {
			r.undetermined(t.Span, "engines differ on braces within a string")
		}
	case liquid.GroupOperand:
		r.undetermined(t.Span, "not every engine takes parentheses here")
	case liquid.PlaceholderOperand:
		r.undetermined(t.Span, "%s is filled in before the flow is deployed", clip(text))
	}
	if t.Op == liquid.NotEqual && strings.HasPrefix(r.text[t.OpAt:], "<>") {
		r.undetermined(liquid.Span{Start: t.OpAt, End: t.OpAt + 2}, `not every engine takes "<>": write "!="`)
	}
}

func (r *renderer) checkPath(ref *liquid.Reference) {
	at := ref.Start
	for _, s := range ref.Segments {
		if strings.ContainsAny(r.text[at:s.Start], " \t\r\n\v\f") {
			r.undetermined(ref.Span, "not every engine takes white space within a path")
		}
		at = s.End
		switch {
		case s.Kind == liquid.PlaceholderSegment:
			r.undetermined(ref.Span, "%s is filled in before the flow is deployed", clip(s.Name))
		case s.Kind == liquid.NameSegment && strings.HasSuffix(s.Name, "?"):
			r.undetermined(ref.Span, "not every engine takes a name with a question mark")
		}
	}
	switch {
	case ref.Segments[0].Kind != liquid.NameSegment:
		r.undetermined(ref.Span, "not every engine takes a path that begins with a bracket")
	case len(ref.Segments) > maxPath:
		r.undetermined(ref.Span, "the path is too long")
	}
}
