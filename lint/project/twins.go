package project

import (
	"crypto/sha256"

	"studiolint/lint/source"
)

// Twin returns the first Flow of the run before this one that has the same SID and
// revision, and another definition but for white space; nil when there is none.
func (p *Project) Twin(d *Document) *Document {
	p.twinsOnce.Do(func() { p.twins = findTwins(p) })
	return p.twins[d]
}

// findTwins looks at every definition once. One that is not as the first of its revision
// differs from that; one that is differs from whatever was the first to differ.
func findTwins(p *Project) map[*Document]*Document {
	type revision struct {
		sid    string
		number int
	}
	type copies struct {
		first, other *Document
		content      [sha256.Size]byte // of the first
	}
	known, twins := map[revision]*copies{}, map[*Document]*Document{}
	for _, d := range p.Documents {
		number, ok := d.Revision()
		if sid := d.SID(); ok && len(p.bySID[sid]) > 1 && d.Definition.Exists() {
			key := revision{sid, number}
			content := sha256.Sum256(source.Compact(d.Definition.Raw()))
			c := known[key]
			switch {
			case c == nil:
				known[key] = &copies{first: d, content: content}
			case content != c.content:
				twins[d] = c.first
				if c.other == nil {
					c.other = d
				}
			case c.other != nil:
				twins[d] = c.other
			}
		}
	}
	return twins
}
