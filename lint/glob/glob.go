// Package glob holds patterns for paths and names. A pattern is read once. To
// match it takes time that grows with its length, that of its choices in braces, and the
// length of what is matched.
package glob

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// MaxLen is how long a pattern may be, in bytes. A longer one is a mistake.
const MaxLen = 1000

// ErrPattern is why a pattern is not valid: one of its brackets is not closed.
var ErrPattern = doublestar.ErrBadPattern

// A Pattern stands for paths. The zero Pattern stands for none.
type Pattern struct {
	text    string
	choices []string // what it stands for, without braces
}

// String returns the pattern as it is written.
func (p Pattern) String() string { return p.text }

// Compile reads a pattern for whole paths.
func Compile(pattern string) (Pattern, error) {
	if len(pattern) > MaxLen {
		return Pattern{}, fmt.Errorf("the pattern is too long: at most %d bytes", MaxLen)
	}
	if !Valid(pattern) {
		return Pattern{}, ErrPattern
	}
	list, err := choices(pattern)
	return Pattern{pattern, list}, err
}

// Parse reads a pattern for the files of a folder, of which String returns the form with
// slashes, and from the folder on. A pattern without a slash names a file or folder at
// any depth. What a path leads into is meant with it.
func Parse(pattern string) (Pattern, error) {
	g := strings.ReplaceAll(pattern, `\`, "/")
	switch {
	case g == "":
		return Pattern{}, errors.New("the pattern is empty")
	case len(g) > 1 && g[1] == ':':
		return Pattern{}, errors.New("a pattern counts from the folder of the configuration and has no drive")
	}
	if slices.Contains(strings.Split(g, "/"), "..") {
		return Pattern{}, errors.New("a pattern counts from the folder of the configuration and names what lies in it")
	}
	if !strings.Contains(strings.TrimSuffix(g, "/"), "/") {
		g = "**/" + g
	}
	p, err := Compile(path.Clean("/" + g)[1:])
	if errors.Is(err, ErrPattern) {
		err = errors.New("the pattern is not complete: a [ or { is not closed")
	}
	for i := range p.choices {
		p.choices[i] += "/**"
	}
	return p, err
}

// Valid reports whether every bracket of a pattern is closed.
func Valid(pattern string) bool { return doublestar.ValidatePattern(pattern) }

// Match reports whether the pattern stands for a path: one from Compile for the whole of
// it, one from Parse for it or a folder that holds it.
func (p Pattern) Match(path string) bool {
	return slices.ContainsFunc(p.choices, func(c string) bool { return doublestar.MatchUnvalidated(c, path) })
}

// Any reports whether one of several patterns stands for a path.
func Any(patterns []Pattern, path string) bool {
	return slices.ContainsFunc(patterns, func(p Pattern) bool { return p.Match(path) })
}

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
