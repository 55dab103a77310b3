package pattern

import (
	"hash/fnv"
	"io"
	"slices"
	"strconv"
	"strings"
)

//go:generate go test -run ^TestTableIsFresh$ . -update

// An entry is the quick look of an expression of the project, found by a number for that: how
// many branches it has, those of whose matches nothing is known, and each text with its
// branches, as numbers of base 16 and apart by bytes of 0.
type entry struct {
	hash uint64
	look string
}

// keptLook returns what is kept of an expression, but for where its texts begin; nil when it is
// not in the table.
func keptLook(expression string) *quickLook {
	i, found := slices.BinarySearchFunc(table[:], hashOf(expression), func(e entry, hash uint64) int {
		switch {
		case e.hash < hash:
			return -1
		case e.hash > hash:
			return 1
		}
		return 0
	})
	if !found {
		return nil
	}
	look := table[i].look
	next := func() (field string) {
		end := strings.IndexByte(look, 0)
		field, look = look[:end], look[end+1:]
		return field
	}
	number := func() (n uint64) {
		for _, digit := range []byte(next()) {
			n <<= 4
			if digit >= 'a' {
				n |= uint64(digit - 'a' + 10)
			} else {
				n |= uint64(digit - '0')
			}
		}
		return n
	}
	l := &quickLook{count: int(number()), always: number()}
	l.list = make([]required, 0, strings.Count(look, "\x00")/2)
	for look != "" {
		l.list = append(l.list, required{next(), number()})
	}
	return l
}

// write is the reverse of keptLook.
func (l *quickLook) write() string {
	var b strings.Builder
	field := func(text string) { b.WriteString(text + "\x00") }
	number := func(n uint64) { field(strconv.FormatUint(n, 16)) }
	number(uint64(l.count))
	number(l.always)
	for _, r := range l.list {
		field(r.text)
		number(r.branches)
	}
	return b.String()
}

func hashOf(expression string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, expression)
	return h.Sum64()
}
