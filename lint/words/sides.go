package words

import (
	"slices"
	"strings"
)

// joining are words between two values that differ: of a day and an hour, of a beginning and an end.
var joining = []string{
	"at", "to", "until", "from", "in", "um", "bis", "von", "a las", "hasta", "às", "até", "à", "jusqu'à", "alle",
}

// JoinsTwo reports whether a text is a word that stands between two values that differ.
func JoinsTwo(text string) bool { return slices.Contains(joining, strings.ToLower(text)) }

// sides are words for one of two sides that change places when somebody answers.
var sides = []string{
	"from", "to", "source", "target", "sender", "receiver", "recipient", "origin", "destination", "de", "para",
}

// versions are words for what was there before and what comes in its place.
var versions = []string{"old", "new", "previous", "next"}

// ChangesSides reports whether a word names one of two sides that change places when somebody answers.
func ChangesSides(word string) bool {
	return slices.Contains(sides, word) || slices.Contains(versions, word)
}

// NamesAnother reports whether a name says that it is that of another one of what there is: new_place.
func NamesAnother(name string) bool {
	in := In(name)
	return Overlap(in, versions) || slices.Contains(in, "other") || slices.Contains(in, "alt")
}
