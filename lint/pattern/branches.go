package pattern

import "strings"

// branchesOf returns expressions of which each match of one of Go's is one of one, and the
// other way round, at most maxBranches: what it chooses between, with what stands before and
// after the choice. Groups count differently in them.
func branchesOf(expression string) []string {
	flags, rest := flagsOf(expression)
	return grouped(parted(rest), flags)
}

// flagsOf parts an expression from the flags that it begins with.
func flagsOf(expression string) (flags, rest string) {
	if end := strings.IndexByte(expression, ')'); end > 0 && strings.HasPrefix(expression, "(?") && !strings.ContainsAny(expression[:end], ":<") {
		return expression[:end+1], expression[end+1:]
	}
	return "", expression
}

// parted returns the branches of an expression, one when it has none. Of a sequence these are
// those of its widest choice.
func parted(expression string) (all []string) {
	alternatives, groups := outline(expression)
	if len(alternatives) > 1 {
		for _, a := range alternatives {
			all = append(all, parted(a)...)
		}
		return all
	}
	var widest inside
	for _, g := range groups {
		if within := parted(expression[g.from:g.to]); len(within) > max(1, len(all)) {
			all, widest = within, g
		}
	}
	if all == nil {
		return []string{expression}
	}
	for i, a := range all {
		all[i] = expression[:widest.from] + a + expression[widest.to:]
	}
	return all
}

// An inside is what stands between the brackets of a group.
type inside struct{ from, to int }

// outline returns what an expression chooses between at its outermost level, itself when that
// is nothing, and the groups of that level that come exactly once.
func outline(expression string) (alternatives []string, groups []inside) {
	depth, start := 0, 0
	var open inside
	for i := 0; i < len(expression); i++ {
		switch expression[i] {
		case '\\':
			i++
		case '[':
			i += classLength(expression[i:]) - 1
		case '(':
			if depth++; depth == 1 {
				open.from = i + 1
				if strings.HasPrefix(expression[i:], "(?") {
					open.from = i + 1 + strings.IndexAny(expression[i:], ":>)")
				}
			}
		case ')':
			depth--
			if open.from > i { // what follows has other flags
				return []string{expression}, nil
			}
			if depth == 0 && (i+1 == len(expression) || strings.IndexByte("*+?{", expression[i+1]) < 0) {
				open.to = i
				groups = append(groups, open)
			}
		case '|':
			if depth == 0 {
				alternatives = append(alternatives, expression[start:i])
				start = i + 1
			}
		}
	}
	return append(alternatives, expression[start:]), groups
}

// classLength returns how many bytes a class takes that an expression begins with.
func classLength(expression string) int {
	for i := 1; i < len(expression); i++ {
		switch {
		case expression[i] == '\\':
			i++
		case expression[i] == ']' && i > 1 && expression[:i] != "[^":
			return i + 1
		case strings.HasPrefix(expression[i:], "[:"):
			i += max(0, strings.Index(expression[i:], ":]")+1)
		}
	}
	return len(expression)
}

// grouped joins neighbours, so that there are at most maxBranches.
func grouped(all []string, flags string) (groups []string) {
	size := (len(all) + maxBranches - 1) / maxBranches
	for len(all) > 0 {
		n := min(size, len(all))
		groups = append(groups, flags+strings.Join(all[:n], "|"))
		all = all[n:]
	}
	return groups
}
