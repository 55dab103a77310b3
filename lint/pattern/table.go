package pattern

import (
	"hash/crc32"
	"math/bits"
	"slices"
)

//go:generate go test -run ^TestTableIsFresh$ . -update

// An entry is the quick look of an expression of the project, found by a number for that: two
// bytes for how many texts it has, one for how many branches, those of whose matches nothing is
// known, and each text, after its length, with its branches.
type entry struct {
	sum  uint32
	look string
}

// keptLook returns what is kept of an expression, but for where its texts begin; nil when it is
// not in the table.
func keptLook(expression string) *quickLook {
	sum := sumOf(expression)
	i, found := slices.BinarySearchFunc(table[:], sum, func(e entry, sum uint32) int {
		return int(int64(e.sum) - int64(sum))
	})
	if !found {
		return nil
	}
	r := lookReader(table[i].look)
	texts := int(r.byte()) | int(r.byte())<<8
	l := &quickLook{count: int(r.byte()), always: r.branches(), list: make([]required, texts)}
	for i := range l.list {
		l.list[i] = required{r.text(), r.branches()}
	}
	return l
}

// A lookReader is what is still to be read of an entry.
type lookReader string

func (r *lookReader) byte() byte {
	b := (*r)[0]
	*r = (*r)[1:]
	return b
}

func (r *lookReader) text() string {
	n := r.byte()
	text := (*r)[:n]
	*r = (*r)[n:]
	return string(text)
}

// branches reads how many there are, and the number of each.
func (r *lookReader) branches() (all uint64) {
	for range r.byte() {
		all |= 1 << r.byte()
	}
	return all
}

// write is the reverse of keptLook.
func (l *quickLook) write() string {
	b := []byte{byte(len(l.list)), byte(len(l.list) >> 8), byte(l.count)}
	branches := func(all uint64) {
		b = append(b, byte(bits.OnesCount64(all)))
		for ; all != 0; all &= all - 1 {
			b = append(b, byte(bits.TrailingZeros64(all)))
		}
	}
	branches(l.always)
	for _, r := range l.list {
		b = append(append(b, byte(len(r.text))), r.text...)
		branches(r.branches)
	}
	return string(b)
}

func sumOf(expression string) uint32 { return crc32.ChecksumIEEE([]byte(expression)) }
