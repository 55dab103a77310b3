package words

import "slices"

// NamesNeighbour reports whether a name is of the one before or after another: next_url, previousName.
func NamesNeighbour(name string) bool {
	return slices.ContainsFunc(In(name), func(part string) bool { return slices.Contains(neighbours, part) })
}

var neighbours = []string{"next", "previous", "prev", "following", "upcoming", "last", "before", "after"}
