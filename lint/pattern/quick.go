package pattern

import (
	"math/bits"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// maxBranches is how many an expression has at most: a bit of a mask each.
const maxBranches = 64

// A quickLook tells which branches of an expression a text may match: those of which it holds one
// of the texts that each match of theirs holds, whatever the case of letters.
type quickLook struct {
	count  int         // of the branches
	always uint64      // those of whose matches nothing is known, a bit each
	all    uint64      // all branches
	list   []required  // in the order of their first bytes, which are of ASCII
	begins [128]uint16 // by first byte: one more than where its texts begin in the list
	pairs  [32]uint32  // what the texts begin with, two bytes each, by five bits of each byte
	thirds [32]uint32  // which third bytes of theirs come after a second one, by five bits of each
	step   int         // how many pairs there are in the first bytes of each text, as many as the shortest has
	within [32]uint32  // those pairs
}

// A required text is held by each match of some branches, unless that holds another one of theirs.
type required struct {
	text     string // of small letters
	branches uint64
}

// quickLookOf returns the quick look of an expression. To work it out takes longer than to ask
// the expression of some texts, so those of the project are kept in a table.
func quickLookOf(expression string) *quickLook {
	l := keptLook(expression)
	if l == nil {
		l = workedOut(expression)
	}
	for i := range l.count {
		l.all |= 1 << i
	}
	l.index()
	return l
}

// workedOut returns a look but for where its texts begin.
func workedOut(expression string) *quickLook {
	if strings.HasPrefix(expression, "^") {
		return &quickLook{count: 1, always: 1} // it turns a text away as quickly
	}
	branches := branchesOf(expression)
	l := &quickLook{count: len(branches)}
	for i, b := range branches {
		tree, err := syntax.Parse(b, syntax.Perl)
		if err != nil {
			panic(err) // as regexp.MustCompile does
		}
		texts := needOf(tree).texts()
		if texts == nil {
			l.always |= 1 << i
		}
		for _, text := range texts {
			l.list = append(l.list, required{text, 1 << i})
		}
	}
	l.sort()
	return l
}

// texts returns what a text is searched for; nil when that would turn away too few.
func (n need) texts() []string {
	const most = 255
	list := slices.Clone(n.best())
	for i, text := range list {
		// What stands before the first byte of ASCII is not looked for.
		list[i] = strings.TrimLeftFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
	}
	if len(list) > most || shortest(list) < 2 {
		return nil
	}
	return list
}

// sort puts the texts in their order, each once.
func (l *quickLook) sort() {
	slices.SortFunc(l.list, func(a, b required) int { return strings.Compare(a.text, b.text) })
	kept := l.list[:0]
	for _, r := range l.list {
		if n := len(kept); n > 0 && kept[n-1].text == r.text {
			kept[n-1].branches |= r.branches
			continue
		}
		kept = append(kept, r)
	}
	l.list = slices.Clip(kept)
}

// index notes where the texts of each first byte begin, and with which pairs of bytes.
func (l *quickLook) index() {
	for i := len(l.list) - 1; i >= 0; i-- {
		text := l.list[i].text
		l.begins[text[0]] = uint16(i + 1)
		l.pairs[text[0]&31] |= 1 << (text[1] & 31)
		if len(text) > 2 {
			l.thirds[text[1]&31] |= 1 << (text[2] & 31)
		} else {
			l.thirds[text[1]&31] = 1<<32 - 1
		}
		if l.step == 0 || l.step > len(text)-1 {
			l.step = len(text) - 1
		}
	}
	l.step = max(1, l.step)
	for _, r := range l.list {
		for i := range l.step {
			l.within[r.text[i]&31] |= 1 << (r.text[i+1] & 31)
		}
	}
}

// To Go, these are an s and a k in another case.
const longS, kelvin = "ſ", "\u212a"

// holdsOther reports whether a text holds a letter that is another one's case only to Go.
func holdsOther(text string) bool {
	return strings.IndexByte(text, longS[0]) >= 0 && strings.Contains(text, longS) ||
		strings.IndexByte(text, kelvin[0]) >= 0 && strings.Contains(text, kelvin)
}

// What a quick look tells of a text: that it matches nothing, that it may match a few branches, which
// are then asked one by one, or that the whole expression is to be asked. Then nothing is told of its
// branches: to find all that it may match would be in vain.
type hint struct {
	few   uint64 // these branches alone, a bit each; none when the whole is to be asked
	whole bool
}

// none reports whether a text matches nothing.
func (h hint) none() bool { return h.few == 0 && !h.whole }

// mostAsked is how many branches are asked one by one. The whole expression is quicker than
// more of them.
const mostAsked = 4

// hintOf returns what there is to be asked where a text may match some branches.
func (l *quickLook) hintOf(branches uint64) hint {
	if l.count == 1 && branches != 0 || bits.OnesCount64(branches) > mostAsked {
		return hint{whole: true}
	}
	return hint{few: branches}
}

// Some are some texts of which others may hold one. They are of small letters, and their first ones
// are of ASCII.
type Some struct {
	list []string
	once sync.Once
	look *quickLook // once it is asked
}

// AnyOf returns some texts. Of a long list they are found more quickly than those of words.AnyOf.
func AnyOf(list ...string) *Some { return &Some{list: list} }

// In reports whether a text holds one of them, whatever the case of its letters.
func (s *Some) In(text string) bool {
	s.once.Do(s.index)
	return !s.look.in(text).none()
}

func (s *Some) index() {
	s.look = &quickLook{count: 1, all: 1, list: make([]required, len(s.list))}
	// Those with one first byte are to follow each other; in which order is no matter.
	var ends [128]uint16
	for _, text := range s.list {
		ends[text[0]]++
	}
	last := uint16(0)
	for i := range ends {
		last += ends[i]
		ends[i] = last
	}
	for _, text := range s.list {
		ends[text[0]]--
		s.look.list[ends[text[0]]] = required{text, 1}
	}
	s.look.index()
}

// in tells what is to be asked of a text, as soon as nothing more of it can change that.
func (l *quickLook) in(text string) hint {
	found := l.always
	if h := l.hintOf(found); h.whole {
		return h
	}
	if found == l.all {
		return hint{few: found}
	}
	if holdsOther(text) {
		return l.hintOf(l.all)
	}
	// Where a text of five bytes stands, one of its four pairs does at each fourth place.
	for i := l.step - 1; i+1 < len(text); i += l.step {
		if l.within[text[i]&31]>>(text[i+1]&31)&1 == 0 {
			continue
		}
		for from := i - l.step + 1; from <= i; from++ {
			second := text[from+1] & 31
			if l.pairs[text[from]&31]>>second&1 == 0 || from+2 < len(text) && l.thirds[second]>>(text[from+2]&31)&1 == 0 {
				continue
			}
			found |= l.begunWith(text[from:], found)
			if h := l.hintOf(found); h.whole || found == l.all {
				return h
			}
		}
	}
	return hint{few: found}
}

// begunWith returns which branches but those that were found a text begins with a text of.
func (l *quickLook) begunWith(text string, found uint64) (more uint64) {
	c := smallLetter(text[0])
	if c >= utf8.RuneSelf {
		return 0
	}
	first := int(l.begins[c])
	if first == 0 {
		return 0
	}
	second := smallLetter(text[1])
	for i := first - 1; i < len(l.list); i++ {
		r := &l.list[i]
		if r.text[0] != c {
			break
		}
		if r.text[1] == second && found&r.branches != r.branches && isBegunWith(text, r.text) {
			more |= r.branches
		}
	}
	return more
}

func smallLetter(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

func isBegunWith(text, small string) bool {
	if len(text) < len(small) {
		return false
	}
	for i := 1; i < len(small); i++ {
		if smallLetter(text[i]) != small[i] {
			return false
		}
	}
	return true
}
