package lint

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// A pattern longer than this, or with more choices in braces, is a mistake: the
// time to match one doubles with every choice.
const (
	maxGlob   = 1000
	maxBraces = 8
)

// parseGlob checks a pattern for files and brings it into the form that match
// takes: with slashes, and from the configuration's folder on. A pattern without
// a slash names a file or folder at any depth.
func parseGlob(pattern string) (string, error) {
	g := strings.ReplaceAll(pattern, `\`, "/")
	switch {
	case g == "":
		return "", errors.New("the pattern is empty")
	case len(g) > maxGlob || strings.Count(g, "{") > maxBraces:
		return "", fmt.Errorf("the pattern is too long: at most %d bytes and %d braces", maxGlob, maxBraces)
	case len(g) > 1 && g[1] == ':':
		return "", errors.New("a pattern counts from the folder of the configuration and has no drive")
	}
	if slices.Contains(strings.Split(g, "/"), "..") {
		return "", errors.New("a pattern counts from the folder of the configuration and names what lies in it")
	}
	if !strings.Contains(strings.TrimSuffix(g, "/"), "/") {
		g = "**/" + g
	}
	g = path.Clean("/" + g)[1:]
	if !doublestar.ValidatePattern(g) {
		return "", errors.New("the pattern is not complete: a [ or { is not closed")
	}
	return g, nil
}

// matchGlob reports whether a pattern from parseGlob names a path or a folder
// that holds it. The path counts from the same folder.
func matchGlob(pattern, path string) bool {
	ok, err := doublestar.Match(pattern+"/**", path)
	return ok && err == nil
}

// globFolder returns the folder below which everything lies that a pattern can
// name; for a pattern without wildcards that is the pattern itself.
func globFolder(pattern string) (folder string, wild bool) {
	if !strings.ContainsAny(pattern, "*?[{") {
		return pattern, false
	}
	folder, _ = doublestar.SplitPattern(pattern)
	return folder, true
}

// matchName reports whether a name is the pattern, where * stands for any text.
func matchName(pattern, name string) bool {
	first, rest, wild := strings.Cut(pattern, "*")
	if !wild {
		return pattern == name
	}
	if !strings.HasPrefix(name, first) {
		return false
	}
	name = name[len(first):]
	for {
		part, more, wild := strings.Cut(rest, "*")
		if !wild {
			return strings.HasSuffix(name, part)
		}
		i := strings.Index(name, part)
		if i < 0 {
			return false
		}
		name, rest = name[i+len(part):], more
	}
}
