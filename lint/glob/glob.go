// Package glob holds patterns for paths and names. Matching takes time that grows
// with the length of what is matched.
package glob

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// A pattern of a configuration that is longer, or has more choices in braces, is a
// mistake: the time to match one doubles with every choice.
const (
	MaxLen    = 1000 // in bytes
	maxBraces = 8
)

// ErrPattern is why a pattern is not valid: one of its brackets is not closed.
var ErrPattern = doublestar.ErrBadPattern

// Parse checks a pattern for the files of a folder and brings it into the form that
// Covers takes: with slashes, and from the folder on. A pattern without a slash
// names a file or folder at any depth.
func Parse(pattern string) (string, error) {
	g := strings.ReplaceAll(pattern, `\`, "/")
	switch {
	case g == "":
		return "", errors.New("the pattern is empty")
	case len(g) > MaxLen || strings.Count(g, "{") > maxBraces:
		return "", fmt.Errorf("the pattern is too long: at most %d bytes and %d braces", MaxLen, maxBraces)
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
	if !Valid(g) {
		return "", errors.New("the pattern is not complete: a [ or { is not closed")
	}
	return g, nil
}

// Covers reports whether a pattern from Parse names a path or a folder that holds
// it. The path counts from the same folder.
func Covers(pattern, path string) bool {
	ok, err := doublestar.Match(pattern+"/**", path)
	return ok && err == nil
}

// Valid reports whether every bracket of a pattern is closed.
func Valid(pattern string) bool { return doublestar.ValidatePattern(pattern) }

// Match reports whether a valid pattern is the whole of a path.
func Match(pattern, path string) bool { return doublestar.MatchUnvalidated(pattern, path) }

// HasWildcard reports whether a pattern can name several paths.
func HasWildcard(pattern string) bool { return strings.ContainsAny(pattern, "*?[{") }

// Split cuts a pattern into the folder below which everything lies that it can
// name, and the rest.
func Split(pattern string) (folder, rest string) { return doublestar.SplitPattern(pattern) }

// Folder returns the folder below which everything lies that a pattern can name; for
// a pattern without wildcards that is the pattern itself.
func Folder(pattern string) (folder string, wild bool) {
	if !HasWildcard(pattern) {
		return pattern, false
	}
	folder, _ = Split(pattern)
	return folder, true
}

// MatchName reports whether a name is the pattern, where * stands for any text.
func MatchName(pattern, name string) bool {
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
