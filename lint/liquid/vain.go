package liquid

import (
	"slices"
	"strings"
)

// A VainFilter is one that changes nothing, whatever the values are.
type VainFilter struct {
	*Filter
	Of   Span   // what it is applied to: the constant before default, or the filter before it that sets the letters' case
	Text string // the constant, or the argument that never occurs, without quotes
}

// VainFilters returns those of what a template, whose text is given, prints: default behind a constant, which is never
// blank, and what takes letters out that are in the other case than a filter before has made all.
func (t *Template) VainFilters(text string) (all []VainFilter) {
	if !t.filtered {
		return nil
	}
	for i := range t.Outputs {
		for j := range t.Outputs[i].Expr.Terms {
			all = vainOf(&t.Outputs[i].Expr.Terms[j], text, all)
		}
	}
	return all
}

// searching are the filters whose first argument is looked for in the text.
var searching = []string{"remove", "remove_first", "replace", "replace_first", FilterSplit}

// keeping are the filters that leave the case of letters as it is.
var keeping = append(searching, FilterStrip, FilterLstrip, "rstrip", "strip_newlines", "truncate", FilterSlice)

func vainOf(term *Term, template string, all []VainFilter) []VainFilter {
	if text, ok := term.Quoted(template); ok && strings.TrimSpace(text) != "" && len(term.Filters) > 0 && term.Filters[0].Name == FilterDefault {
		all = append(all, VainFilter{&term.Filters[0], term.Operand.Span, text})
	}
	var cased *Filter
	for i := range term.Filters {
		f := &term.Filters[i]
		switch {
		case f.Name == FilterUpcase, f.Name == FilterDowncase:
			cased = f
		case cased == nil:
		case !slices.Contains(keeping, f.Name):
			cased = nil
		case slices.Contains(searching, f.Name) && len(f.Arguments) > 0 && len(f.Arguments[0].Terms) == 1:
			if text, ok := f.Arguments[0].Terms[0].Quoted(template); ok && !occursCased(text, cased.Name) {
				all = append(all, VainFilter{f, cased.Span, text})
			}
			if strings.HasPrefix(f.Name, "replace") || f.Name == FilterSplit {
				cased = nil // what is put in has its own letters, and a list is no text
			}
		}
	}
	return all
}

// occursCased reports whether a text may stand in one whose letters a filter has made capitals, or small.
func occursCased(text, filter string) bool {
	if filter == FilterUpcase {
		return strings.ToUpper(text) == text
	}
	return strings.ToLower(text) == text
}
