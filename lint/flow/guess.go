package flow

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"studiolint/lint/words"
)

// guesser returns a function that tells which widget is most likely meant by a
// name that no widget has: the only one without a name, or one of a similar name,
// first among those to which nothing leads: it may have been renamed.
func (f *Flow) guesser(led []bool) func(name string) *Widget {
	const most = 100 // distinct names; each is compared with all others
	known := map[string]*Widget{}
	var all, alone []string
	return func(name string) *Widget {
		w, ok := known[name]
		if ok || len(known) >= most {
			return w
		}
		if len(known) == 0 && !f.Open() {
			all = f.Names()
			alone = slices.DeleteFunc(slices.Clone(all), func(name string) bool {
				w := f.byName[name]
				return led[w.Index] || w.Facts.Starts
			})
		}
		if w = f.onlyNameless(); w == nil {
			w = f.byName[cmp.Or(words.Nearest(name, alone), onlyPart(name, alone), onlyRenumbered(name, alone),
				words.Nearest(name, all), onlyPart(name, all))]
		}
		known[name] = w
		return w
	}
}

// guessRenamed finds the widget that was renamed while what leads to it was not: the only
// one that nothing leads to, when all transitions that lead to no widget, nor to one of a
// similar name, name the same.
func (f *Flow) guessRenamed() {
	led := make([]bool, len(f.Widgets))
	var lost []*Transition
	for t := range f.Transitions() {
		switch {
		case t.Meant != nil:
			led[t.Meant.Index] = true
		case t.Dangling():
			lost = append(lost, t)
		}
	}
	if len(lost) == 0 || f.Open() || slices.ContainsFunc(lost, func(t *Transition) bool { return t.Next != lost[0].Next }) {
		return
	}
	start := f.Start()
	var only *Widget
	for _, w := range f.Widgets {
		if led[w.Index] || w.Facts.Starts || w == start {
			continue
		}
		if only != nil {
			return
		}
		only = w
	}
	for _, t := range lost {
		if t.From != only {
			t.Meant = only
		}
	}
}

// onlyPart returns the candidate that is a part of the name or has it as a part,
// when it is the only one: menu for main_menu, but not split_1 for split_12.
func onlyPart(name string, candidates []string) string {
	const least = 4
	found := ""
	for _, c := range candidates {
		if min(len(c), len(name)) < least || !strings.Contains(c, name) && !strings.Contains(name, c) || renumbered(name, c) {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// onlyRenumbered returns the candidate that differs from the name in its number
// alone, when it is the only one: send_message_3 for send_message_2.
func onlyRenumbered(name string, candidates []string) string {
	found := ""
	for _, c := range candidates {
		if !renumbered(name, c) {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// renumbered reports whether two names have numbers and differ in nothing else.
func renumbered(a, b string) bool {
	bare := withoutDigits(a)
	return bare != a && bare == withoutDigits(b) && bare != b
}

func withoutDigits(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, name)
}

func (f *Flow) onlyNameless() *Widget {
	var found *Widget
	for _, w := range f.Widgets {
		if w.Name == "" {
			if found != nil {
				return nil
			}
			found = w
		}
	}
	return found
}
