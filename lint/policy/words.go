package policy

import (
	"strings"

	"studiolint/lint/config"
	"studiolint/lint/words"
)

// asks says in a clause what a policy asks.
func asks(p *config.Policy) string {
	who := names(p.Match)
	if p.Forbid {
		return "no " + who
	}
	var list []string
	q := &p.Require
	on := ""
	if len(p.On) > 0 {
		on = " left by " + words.List(p.On)
	}
	if q.Before != nil {
		list = append(list, "comes after "+names(q.Before)+" on every path")
	}
	if q.After != nil {
		list = append(list, "comes before "+names(q.After)+" on every path to an end")
	}
	if q.Between != nil {
		list = append(list, "comes before "+names(q.Between.Passes)+" on every path to "+names(q.Between.To))
	}
	if q.Next != nil {
		list = append(list, "leads to "+names(q.Next))
	}
	if q.Name != nil {
		list = append(list, "has a name that matches "+words.Quote(q.Name.Text))
	}
	for _, m := range q.Property {
		list = append(list, "has a "+words.Quote(m.Name)+" that matches "+words.Quote(m.Pattern.Text))
	}
	if len(q.Attributes) > 0 {
		list = append(list, "has the attributes "+words.List(q.Attributes))
	}
	return "each " + who + on + " " + strings.Join(list, ", and ")
}

// names says what selectors select: `say-play named "*consent*" or play`.
func names(selectors []config.Selector) string {
	list := make([]string, len(selectors))
	for i, s := range selectors {
		list[i] = name(s)
	}
	return strings.Join(list, ", or ")
}

func name(s config.Selector) string {
	var types []string
	for _, t := range s.Types {
		if t != "*" {
			types = append(types, words.Shorten(t))
		}
	}
	text := "widget"
	if len(types) > 0 && len(types) == len(s.Types) {
		text = strings.Join(types, " or ")
	}
	if len(s.Names) > 0 {
		quoted := make([]string, len(s.Names))
		for i, n := range s.Names {
			quoted[i] = words.Quote(n)
		}
		text += " named " + strings.Join(quoted, " or ")
	}
	for i, m := range s.Property {
		text += []string{" with ", " and "}[min(i, 1)] + words.Quote(m.Name) + " matching " + words.Quote(m.Pattern.Text)
	}
	return text
}
