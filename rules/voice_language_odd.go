package rules

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint"
	"studiolint/lint/flow"
	"studiolint/lint/shape"
	"studiolint/lint/source"
)

// An oddOne is a prompt that has another value than most others.
type oddOne struct {
	widget       *flow.Widget
	value, other source.Node
	others       int
}

// among writes how many of all others have the other value.
func (o oddOne) among(all int) string {
	if o.others == all {
		return fmt.Sprintf("the other %d prompts", all)
	}
	return fmt.Sprintf("%d of the other %d prompts", o.others, all)
}

// same reports whether all prompts have one value, letter for letter.
func same(prompts []*reader, value func(*reader) source.Node) bool {
	first := value(prompts[0]).Text()
	return !slices.ContainsFunc(prompts, func(r *reader) bool { return value(r).Text() != first })
}

// odd returns the prompts whose value no other has, one or two, when nearly all others, and so
// many at least, agree.
func odd(p *lint.Pass, prompts []*reader, least int, value func(*reader) source.Node) []oddOne {
	const most = 2
	if len(prompts) <= least || same(prompts, value) {
		return nil
	}
	with := map[string][]source.Node{}
	usual := ""
	for _, r := range prompts {
		text, ok := shape.Literal(p, value(r))
		if text = strings.ToLower(text); !ok || text == "" {
			continue
		}
		if with[text] = append(with[text], value(r)); len(with[text]) > len(with[usual]) {
			usual = text
		}
	}
	if len(with) < 2 || len(with[usual]) < least || len(with) > 1+most {
		return nil
	}
	var all []oddOne
	for text, at := range with {
		switch {
		case text == usual:
		case len(at) > 1 || len(with[usual]) < least*(len(with)-1):
			return nil
		default:
			all = append(all, oddOne{p.Flow.WidgetAt(at[0]), at[0], with[usual][0], len(with[usual])})
		}
	}
	slices.SortFunc(all, func(a, b oddOne) int { return a.widget.Index - b.widget.Index })
	return all
}
