package reads

import (
	"studiolint/lint"
	"studiolint/lint/effects"
	"studiolint/lint/flow"
	"studiolint/schemas"
)

// ChainOf returns the branches of a split and of those on the same subject to which what fits none of them leads in a row,
// and where the rest goes at last; none where some condition is written in another way, a value is not known, or two things
// are tested. What comes behind another split on the same subject is part of that one's chain, and has none of its own.
func ChainOf(s lint.Subject, f *flow.Flow, w *flow.Widget) (all []Branch, otherwise *flow.Transition) {
	const longest = 6 // splits in a row
	branches := Branches.Of(s)
	if from := effects.OnlyInto(w); from != nil && from.Facts.Kind == schemas.KindNoMatch && from.From.Facts.Split &&
		isOfSubject(branches[from.From.Index], branches[w.Index]) {
		return nil, nil
	}
	for range longest {
		own := branches[w.Index]
		if w.Incomplete || !isPlain(w, own) || len(all) > 0 && own[0].Subject != all[0].Subject {
			return all, otherwise
		}
		all = append(all, own...)
		otherwise = w.OnKind(schemas.KindNoMatch)
		next := effects.PastIdle(f, otherwise)
		if next == nil || !next.Facts.Split || effects.OnlyInto(next) != otherwise {
			break
		}
		w = next
	}
	return all, otherwise
}

// isOfSubject reports whether the first branches of two splits test the same.
func isOfSubject(a, b []Branch) bool {
	return len(a) > 0 && len(b) > 0 && a[0].Subject == b[0].Subject
}

// isPlain reports whether all matches of a split are among its branches, test the same, and have values that are known.
func isPlain(w *flow.Widget, own []Branch) bool {
	matches := 0
	for _, t := range w.Transitions {
		if t.Facts.Kind == schemas.KindBranch {
			matches++
		}
	}
	if len(own) == 0 || matches != len(own) || own[0].Subject == "" {
		return false
	}
	for i := range own {
		if !own[i].Literal || own[i].Subject != own[0].Subject {
			return false
		}
	}
	return true
}
