package pattern

// A node is a part of an expression.
type node struct {
	kind kind
	at   int // where it begins, in bytes of the text

	set   set     // of oneOf; of wordBound: what makes a word
	subs  []*node // of sequence, choice; the only one of group, atomic, look, repeat
	flags flags   // in force: of anchors and references

	index int // of group and reference; 0 for a group that is not counted

	min, max int // of repeat
	mode     mode
	ways     int8 // of group: 1 when there is one way to match it, 2 for more, 0 when not known yet

	behind, not     bool  // of look
	shortest, reach int32 // of look behind: how far back it begins, at least and at most
}

type kind uint8

const (
	oneOf        kind = iota // a character of a set
	sequence                 // one after the other
	choice                   // one of several
	group                    // (…), (?:…)
	atomic                   // (?>…)
	look                     // (?=…), (?!…), (?<=…), (?<!…)
	repeat                   // …*
	reference                // \1, \k<name>
	lineStart                // ^
	lineEnd                  // $, and \Z
	textStart                // \A, and \G, which is the same for one match
	textEnd                  // \z
	wordBound                // \b; not: \B
	lineBreak                // \R
	cluster                  // \X
	clusterBound             // \b{g}
)

type mode uint8

const (
	greedy mode = iota
	lazy
	possessive
)

// The largest count that Java takes, and none.
const (
	maxCount = 1<<31 - 1
	endless  = maxCount + 1
)

func (n *node) optional() bool { return n.min == 0 && n.max == 1 }

// isGroup reports whether what is repeated can be matched in another way after
// it has matched: Java tries this for groups alone.
func (n *node) isGroup() bool { return n.kind == group }
