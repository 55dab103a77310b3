package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/reads"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/words"
)

// checkEntries reports a list that names one entry twice, capital letters aside, or has one without a text. Lists of
// a flow that name one twice are one finding, told, which it returns.
func checkEntries(p *lint.Pass, b reads.Branch, told *finding.Diagnostic) *finding.Diagnostic {
	if !strings.ContainsAny(b.Condition.Value.Text(), ",\n") {
		return told
	}
	var entries []string
	var twice string
	for entry := range strings.SplitSeq(b.Condition.Value.Text(), ",") {
		if b.Comparison.Operator() != split.MatchesAnyOf || len(entries) > split.Max {
			return told
		}
		entry = strings.TrimSpace(entry)
		if strings.Contains(entry, "\n") {
			reportLines(p, b)
			return told
		}
		if entry != "" && slices.ContainsFunc(entries, func(other string) bool { return strings.EqualFold(other, entry) }) {
			twice = cmp.Or(twice, entry)
			continue
		}
		entries = append(entries, entry)
	}
	if twice != "" {
		why := "twice"
		if !slices.Contains(entries, twice) {
			why += ", as capital letters do not count"
		}
		if told == nil {
			told = p.Reportf(b, "%s stands in the list %s; keep one", words.Quote(twice), why).As(finding.Note)
		} else {
			told.Also(b, "so does "+words.Quote(twice)+" here")
		}
		told.SuggestMore(true, "Keep each entry once", b.Condition.Value.SetText(strings.Join(entries, ",")))
		return told
	}
	if slices.Contains(entries, "") && slices.ContainsFunc(entries, func(entry string) bool { return entry != "" }) {
		p.Reportf(b, "the list has a comma too many, and so an entry without a text; remove it").As(finding.Note)
	}
	return told
}

// reportLines reports a list with an entry a line, which is one entry: commas part them.
func reportLines(p *lint.Pass, b reads.Branch) {
	lines := strings.FieldsFunc(b.Condition.Value.Text(), func(r rune) bool { return strings.ContainsRune("\r\n,", r) })
	lines = slices.DeleteFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" })
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	list := strings.Join(lines, ",")
	d := p.Reportf(b, "what stands between commas is one entry, lines and all, so no answer fits; write %s", words.Quote(list))
	d.Fixes = append(d.Fixes, finding.Fix{Title: "Put commas between the entries", Changes: []source.Edit{b.Condition.Value.SetText(list)}})
}

// looksLikeList reports whether a text is a list rather than a sentence or a
// number with commas: short words, at least two, with no space after the
// commas, or at least three of them.
func looksLikeList(value string) bool {
	parts := strings.Split(value, ",")
	if len(parts) < 2 || len(parts) > split.Max || split.HasThousands(value) {
		return false
	}
	spaced, several := false, 0 // of words
	for i, part := range parts {
		spaced = spaced || i > 0 && strings.HasPrefix(part, " ")
		part = strings.TrimSpace(part)
		if part == "" || strings.ContainsAny(part, ".:/?!\"'{}[]()") {
			return false
		}
		switch n := strings.Count(part, " "); {
		case n == 0 && utf8.RuneCountInString(part) <= longestWord:
		case n > 0 && n < fewWords && !strings.ContainsAny(part, "0123456789"):
			several++
		default:
			return false
		}
	}
	if several > 0 {
		return len(parts) >= manyParts && (several*2 <= len(parts) || len(parts) >= 2*manyParts) // else a sentence, or an address
	}
	return !spaced || len(parts) > 2 || isEither(strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]))
}

const (
	longestWord = 20 // letters
	fewWords    = 4  // that are a sentence already
	manyParts   = 4  // that no sentence of so short ones has
)

// isEither reports whether two words are two ways to give one answer, or to choose: "yes, y" and
// "1, 2".
func isEither(a, b string) bool {
	a, b = words.Unaccented(strings.ToLower(a)), words.Unaccented(strings.ToLower(b))
	return len(a) == 1 && len(b) == 1 || a != b && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// isAllListed reports whether each part of a text between commas is an entry of the flow's lists, so
// that it is meant as one, too.
func isAllListed(p *lint.Pass, value string) bool {
	if !strings.Contains(value, ",") {
		return false
	}
	listed := reads.Listed.Of(p)
	for part := range strings.SplitSeq(value, ",") {
		if !listed[strings.ToLower(strings.TrimSpace(part))] {
			return false
		}
	}
	return true
}
