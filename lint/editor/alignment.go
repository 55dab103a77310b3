package editor

// A splice is one change of a text: of some bytes into so many others.
type splice struct {
	start, end int // in the text before
	length     int // of what stands there afterwards
}

// spliceOf is the change that makes one text another: what begins and ends alike is the
// same.
func spliceOf(before, after []byte) splice {
	head, tail := 0, 0
	most := min(len(before), len(after))
	for head < most && before[head] == after[head] {
		head++
	}
	for tail < most-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	return splice{head, len(before) - tail, len(after) - tail - head}
}

// forth returns where a byte of the text before stands in the text after. What has
// changed has no place of its own.
func (s splice) forth(offset int) int { return shift(offset, s.start, s.end, s.start+s.length) }

// back returns where a byte of the text after stands in the text before.
func (s splice) back(offset int) int { return shift(offset, s.start, s.start+s.length, s.end) }

func shift(offset, start, end, now int) int {
	switch {
	case offset <= start:
		return offset
	case offset >= end:
		return offset - end + now
	}
	return min(offset, now)
}

// maxSplices is how many changes since a text that could be read are followed one by one.
const maxSplices = 1000

// An alignment is the changes that have led from the text of a model to the newest one.
type alignment []splice

// then adds a change.
func (a alignment) then(s splice) alignment {
	if len(a) < maxSplices {
		return append(a, s)
	}
	return a
}

func (a alignment) forth(offset int) int {
	for _, s := range a {
		offset = s.forth(offset)
	}
	return offset
}

func (a alignment) back(offset int) int {
	for i := len(a) - 1; i >= 0; i-- {
		offset = a[i].back(offset)
	}
	return offset
}
