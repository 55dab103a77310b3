package source

import (
	"slices"
	"sort"
	"strings"
)

// A jsonTemplate is the JSON that a template of it becomes, with placeholders where
// expressions stand, and both branches of each condition.
type jsonTemplate struct {
	Decoded
	unknown map[int]bool // the quotes of placeholders that stand where a value belongs
	regions []region     // in the order of the text
	partial bool         // a condition or a loop leaves it open what there is
}

// A region is the text from an offset on, up to the next one: what is in the same branch of
// a condition, or the same loop, and in none within it. It goes by the number of that, 0
// for what is in none.
type region struct{ from, branch int }

// regionAt returns the number of the branch that an offset is in.
func (t jsonTemplate) regionAt(at int) int {
	i := sort.Search(len(t.regions), func(i int) bool { return t.regions[i].from > at })
	if i == 0 {
		return 0
	}
	return t.regions[i-1].branch
}

// jsonTemplate reads a string of Terraform as a template of JSON.
func (f *File) jsonTemplate(n Node) jsonTemplate {
	at := n.Span()
	parts, ok := f.templates[int32(at.Start)]
	if !ok {
		return jsonTemplate{Decoded: n.Decoded()}
	}
	r := jsonReader{file: f, builder: builder{start: at.Start}, unknown: map[int]bool{}}
	end := at.Start
	for i := 0; i < len(parts); i++ {
		p := parts[i]
		end = int(p.end)
		switch {
		case p.kind.isLiteral():
			r.literal = f.decodePart(p)
			r.read()
		case r.inString:
			r.unit(f.holeText(p), int(p.start))
		case p.kind == hole:
			r.value(p)
		case p.kind == ifBranch && r.last == ':':
			r.value(p)
			i = closingPart(parts, i)
			end = int(parts[i].end)
		default:
			r.directive(p)
		}
	}
	r.comma(false)
	return jsonTemplate{r.done(end), r.unknown, r.regions, r.partial}
}

// closingPart returns the index of the %{ endif } of a %{ if }.
func closingPart(parts []part, i int) int {
	depth := 0
	for ; i < len(parts); i++ {
		switch parts[i].kind {
		case ifBranch, forLoop:
			depth++
		case endBranch:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(parts) - 1
}

// A jsonReader copies JSON and mends the commas around directives: a branch or a
// loop may end with one that is too many, or lack one where both branches are read.
type jsonReader struct {
	builder
	file     *File
	literal  Decoded
	inString bool
	last     byte // the last character outside of strings that is no white space
	pending  int  // where a comma stands that is not written yet; 0 for none, else offset + 1
	crossed  bool // a directive stands after last
	unknown  map[int]bool
	regions  []region
	open     []int // the numbers of the branches that are open
	branches int   // how many there have been
	partial  bool
}

// read copies a literal.
func (r *jsonReader) read() {
	text, from := r.literal.Text, 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case r.inString && c == '\\':
			i++
		case r.inString && c == '"':
			r.inString = false
			r.last, r.crossed = '"', false
		case r.inString, isSpace(c):
		case c == ',':
			if r.keepsComma(text[i+1:]) {
				r.last, r.crossed = c, false
				continue
			}
			r.copy(r.literal, from, i)
			from = i + 1
			r.unit(" ", r.literal.Offset(i)) // what stands before it ends here
		default:
			r.copy(r.literal, from, i)
			from = i
			r.comma(c != '}' && c != ']')
			if c == '"' {
				r.inString = true
			}
			r.last, r.crossed = c, false
		}
	}
	r.copy(r.literal, from, len(text))
}

// keepsComma reports whether a comma stays as it is. Not yet, when a directive or an
// expression comes next: then it is written when it is known what that begins with.
func (r *jsonReader) keepsComma(rest string) bool {
	switch {
	case r.crossed && (r.pending > 0 || opensOrNothing(r.last)):
		return false // one too many, for the one of a branch that may be left out
	case strings.Trim(rest, " \t\r\n") != "" && r.pending == 0:
		return true
	}
	r.pending, r.crossed = r.literal.Offset(len(r.literal.Text)-len(rest)-1)+1, false
	return false
}

func opensOrNothing(c byte) bool { return c == '[' || c == '{' || c == 0 }

// comma writes the comma before what comes next, a value, a name or a bracket.
func (r *jsonReader) comma(value bool) {
	switch {
	case r.pending > 0 && (value || !r.crossed):
		r.unit(",", r.pending-1)
	case r.pending == 0 && r.crossed && value && endsValue(r.last):
		r.unit(",", r.segments[len(r.segments)-1].raw)
	}
	r.pending = 0
}

// value writes a placeholder where a value belongs.
func (r *jsonReader) value(p part) {
	r.comma(true)
	r.unknown[r.text.Len()] = true
	r.unit(`"`+r.file.holeText(p)+`"`, int(p.start))
	r.last, r.crossed = '"', false
}

// directive notes where branches begin and end.
func (r *jsonReader) directive(p part) {
	r.crossed, r.partial = true, true
	r.unit(" ", int(p.start))
	at := r.text.Len()
	if n := len(r.open); n > 0 && (p.kind == elseBranch || p.kind == endBranch) {
		r.open = r.open[:n-1]
	}
	if p.kind != endBranch {
		r.branches++
		r.open = append(r.open, r.branches)
	}
	within := 0
	if n := len(r.open); n > 0 {
		within = r.open[n-1]
	}
	r.regions = append(r.regions, region{at, within})
}

// Partial reports whether a template leaves it open whether the node is there, or what it
// consists of.
func (n Node) Partial() bool {
	return n.f != nil && slices.ContainsFunc(n.f.branches, func(b Span) bool {
		return b.Start < n.Span().End && n.begin() < b.End
	})
}

// apply gives a text that was parsed from the template what its nodes do not have.
func (t jsonTemplate) apply(f *File) {
	f.partial = t.partial
	for i := range f.nodes {
		if n := &f.nodes[i]; n.kind == String && t.unknown[int(n.start)] {
			n.signs |= expression
		}
	}
	if len(t.regions) == 0 {
		return
	}
	for i, r := range t.regions {
		end := len(t.Text)
		if i+1 < len(t.regions) {
			end = t.regions[i+1].from
		}
		if r.branch != 0 {
			f.branches = append(f.branches, Span{r.from, end})
		}
	}
	f.Duplicates = slices.DeleteFunc(f.Duplicates, func(d Duplicate) bool {
		return t.regionAt(int(d.Lost.row().keyStart)) != t.regionAt(int(d.Kept.row().keyStart))
	})
}
