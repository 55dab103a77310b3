package rules

import (
	"slices"
	"sort"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// A jsonTemplate is a template that should become JSON when Studio fills it in.
// What it becomes is not known, but what stands around the Liquid is: with an x for
// each output inside of a JSON string and some value for each one outside, the text
// can be read.
//
// A block of Liquid has branches, and only some ways of choosing among them ever
// happen. So the text is read several times, and a mistake counts only when it is
// there in every reading that could have been without it.
type jsonTemplate struct {
	*flow.Template
	any     bool // any JSON value will do, not only an object
	blocks  map[*liquid.Block]*block
	choices []*choice
}

// A block is one if, unless, case or loop.
type block struct {
	branches [][]liquid.Node // what each side prints
	choice   *choice
	reversed bool // an unless whose condition an if has as well
}

// A choice is a condition of which a reading takes one side. Blocks with the same
// condition share it.
type choice struct {
	sides int // how many there are; the last one is else, or nothing
	names []string
}

// newJSONTemplate prepares a template. It is nil when the Liquid is broken, and so
// where the blocks end is not known.
func newJSONTemplate(t *flow.Template) *jsonTemplate {
	if !readable(t.Liquid) {
		return nil
	}
	if slices.ContainsFunc(t.Liquid.Tags, func(tag liquid.Tag) bool { return !tag.Known }) {
		return nil
	}
	j := &jsonTemplate{Template: t, blocks: map[*liquid.Block]*block{}}
	j.addBlocks(t.Liquid.Nodes, map[string]*choice{})
	return j
}

func (j *jsonTemplate) addBlocks(nodes []liquid.Node, shared map[string]*choice) {
	for _, n := range nodes {
		if n.Kind == liquid.BlockNode {
			j.addBlock(n, shared)
			for _, b := range n.Block.Branches {
				j.addBlocks(b.Nodes, shared)
			}
		}
	}
}

// addBlock reads the branches of a block.
func (j *jsonTemplate) addBlock(n liquid.Node, shared map[string]*choice) {
	b := &block{}
	var names []string
	otherwise := false
	for _, branch := range n.Block.Branches {
		tag := j.Liquid.Tags[branch.Tag]
		switch tag.Name {
		case "case", "capture", "comment": // nothing is printed before the first when, or at all
			continue
		case "else", "raw":
			otherwise = true
		}
		b.branches = append(b.branches, branch.Nodes)
		names = append(names, strings.TrimSpace(tag.Name+" "+tag.Args.In(j.Text)))
	}
	if !otherwise {
		b.branches = append(b.branches, nil)
		names = append(names, "")
	}
	j.blocks[n.Block] = b
	if len(b.branches) == 1 {
		return
	}
	opening := j.Liquid.Tags[n.Index]
	key := ""
	if len(b.branches) == 2 && (opening.Name == "if" || opening.Name == "unless") {
		key = strings.Join(strings.Fields(opening.Args.In(j.Text)), " ")
		b.reversed = opening.Name == "unless"
	}
	if c := shared[key]; c != nil && key != "" {
		b.choice = c
		return
	}
	b.choice = &choice{sides: len(b.branches), names: names}
	if b.reversed {
		b.choice.names = []string{"if " + key, "unless " + key}
	}
	if key != "" {
		shared[key] = b.choice
	}
	j.choices = append(j.choices, b.choice)
}

// A reading is the text that a template becomes with certain sides of its choices.
type reading struct {
	text    string
	pieces  []piece
	outputs []printed
	opaque  bool // the text begins with an output, so what it is is not known
}

// A piece says that from an offset of the text on, the bytes are those of the
// template from another offset on: letter for letter, or what stands for Liquid.
type piece struct {
	at, from int
	fill     bool
	to       int // of fill: where the Liquid ends
}

// printed is an output that a reading prints.
type printed struct {
	index int // in Liquid.Outputs
	standing
}

// standing is where in the JSON an output stands.
type standing struct {
	inString bool // within quotes
	value    bool // outside of them, as a whole value
}

// A stretch is what a reading goes over: plain text or an output.
type stretch struct {
	liquid.Span
	output int  // in Liquid.Outputs, -1 for plain text
	next   byte // the first letter of the plain text behind it, 0 when there is none
}

// stretches lists what is printed with one side of each choice.
func (j *jsonTemplate) stretches(sides map[*choice]int) []stretch {
	list := j.printed(nil, j.Liquid.Nodes, sides)
	next := byte(0)
	for i := len(list) - 1; i >= 0; i-- {
		list[i].next = next
		if list[i].output < 0 {
			if text := strings.TrimLeft(list[i].In(j.Text), jsonSpace); text != "" {
				next = text[0]
			}
		}
	}
	return list
}

const jsonSpace = " \t\r\n"

// printed adds to a list what nodes print.
func (j *jsonTemplate) printed(list []stretch, nodes []liquid.Node, sides map[*choice]int) []stretch {
	for _, n := range nodes {
		switch n.Kind {
		case liquid.TextNode:
			list = append(list, stretch{n.Span, -1, 0})
		case liquid.OutputNode:
			list = append(list, stretch{n.Span, n.Index, 0})
		case liquid.BlockNode:
			b, side := j.blocks[n.Block], 0
			if b.choice != nil {
				side = sides[b.choice]
				if b.reversed {
					side = b.choice.sides - 1 - side
				}
			}
			list = j.printed(list, b.branches[side], sides)
		}
	}
	return list
}

// read builds the text with one side of each choice.
func (j *jsonTemplate) read(sides map[*choice]int) *reading {
	b := readingBuilder{reading: &reading{}}
	for _, s := range j.stretches(sides) {
		if s.output < 0 {
			b.plain(j.Text, s.Span)
		} else {
			b.output(s, j.Liquid.Outputs[s.output].Filters())
		}
	}
	b.reading.text = b.text.String()
	return b.reading
}

// A readingBuilder writes a text and follows where in the JSON it is.
type readingBuilder struct {
	*reading
	text     strings.Builder
	inString bool
	escaped  bool   // a backslash came before
	open     []byte // the brackets that are open
	last     byte   // the last letter that is no white space
	gap      bool   // white space came behind it
	filled   bool   // what came last stands for an output
}

func (b *readingBuilder) plain(text string, s liquid.Span) {
	b.pieces = append(b.pieces, piece{at: b.text.Len(), from: s.Start})
	b.text.WriteString(s.In(text))
	for _, c := range []byte(s.In(text)) {
		switch {
		case b.inString && b.escaped:
			b.escaped = false
		case b.inString && c == '\\':
			b.escaped = true
		case c == '"':
			b.inString = !b.inString
			b.sign(c)
		case b.inString:
		case strings.IndexByte(jsonSpace, c) >= 0:
			b.gap = true
		default:
			switch n := len(b.open); {
			case c == '{' || c == '[':
				b.open = append(b.open, c)
			case (c == '}' || c == ']') && n > 0:
				b.open = b.open[:n-1]
			}
			b.sign(c)
		}
	}
}

func (b *readingBuilder) sign(c byte) { b.last, b.gap, b.filled = c, false, false }

// output writes what stands for an output that goes through filters.
func (b *readingBuilder) output(s stretch, filters []liquid.Filter) {
	b.outputs = append(b.outputs, printed{s.output, standing{b.inString, b.isValue(s.next)}})
	fill := "x"
	switch {
	case b.inString && b.escaped:
		fill, b.escaped = "n", false // the rest of an escape
	case b.inString:
	case b.filled: // a row of outputs is one value
		b.outputs[len(b.outputs)-2].value = false
		return
	default:
		fill = b.value(s.next, hasFilter(filters[max(0, len(filters)-1):], "to_json"))
		b.opaque = b.opaque || b.last == 0
		b.filled = true
	}
	b.pieces = append(b.pieces, piece{at: b.text.Len(), from: s.Start, fill: true, to: s.End})
	b.text.WriteString(fill)
}

// isValue reports whether an output is a whole value, when next is what comes behind
// it: a row of outputs is not.
func (b *readingBuilder) isValue(next byte) bool {
	inObject := len(b.open) > 0 && b.open[len(b.open)-1] == '{'
	begins := b.last == ':' && inObject || (b.last == '[' || b.last == ',') && !inObject
	return begins && !b.inString && !b.filled && (next == ',' || next == '}' || next == ']')
}

// value returns what stands for an output outside of the strings, so that the JSON
// is right wherever the output could make it right: a value or a key, a member, a
// piece of a number, or nothing. What to_json prints is a value and no more.
func (b *readingBuilder) value(next byte, json bool) string {
	const text = `"x"`
	inObject := len(b.open) > 0 && b.open[len(b.open)-1] == '{'
	begins := next == '"' || next == '{' || next == '[' || next == '-' || next >= '0' && next <= '9' || next >= 'a' && next <= 'z'
	switch {
	case json || b.last == 0:
		return text
	case b.last == ':', !inObject && (b.last == '[' || b.last == ','):
		switch {
		case begins:
			return ""
		case next == '.': // dollars and cents
			return "1"
		}
		return text
	case b.last == '{' || b.last == ',':
		switch {
		case next == ':':
			return text
		case begins:
			return ""
		}
		return text + ": 1"
	case !b.gap && (b.last == '-' || b.last == '.' || b.last >= '0' && b.last <= '9'):
		return "1"
	}
	return "" // behind a value
}

// origin returns the stretch of the template that a stretch of the text comes from.
func (r *reading) origin(from, to int) (start, end int) {
	find := func(offset int) (piece, int) {
		i := sort.Search(len(r.pieces), func(i int) bool { return r.pieces[i].at > offset }) - 1
		if i < 0 {
			return piece{}, 0
		}
		return r.pieces[i], offset - r.pieces[i].at
	}
	p, n := find(from)
	start = p.from + n
	if p.fill {
		start = p.from
	}
	p, n = find(max(from, to-1))
	end = p.from + n + 1
	if p.fill {
		end = p.to
	}
	return start, max(start, end)
}

// A jsonFault is what is wrong with the JSON around the Liquid, at a stretch of the
// template.
type jsonFault struct {
	start, end int
	message    string
	branch     string // the branch in which it is, as it is written; "" for all
}

// fault reads the template every way that counts, and returns what is wrong with
// it, or nil.
func (j *jsonTemplate) fault() *jsonFault {
	// How often a template is read depends on its length, so that the time does not
	// grow faster than that.
	most := min(40, 1<<20/(len(j.Text)+1))
	first, last := j.sides(false), j.sides(true)
	sides := 0
	for _, c := range j.choices {
		sides += c.sides
	}
	var tried []attempt
	try := func(sides map[*choice]int) { tried = append(tried, attempt{sides, j.attempt(sides)}) }
	try(first)
	if len(j.choices) > 0 {
		try(last)
	}
	thorough := 2*sides <= most
	if thorough {
		for _, c := range j.choices {
			for side := range c.sides {
				for _, base := range []map[*choice]int{first, last} {
					if base[c] != side {
						try(with(base, c, side))
					}
				}
			}
		}
	}
	fails := func(a attempt) bool { return a.fault != nil }
	if !slices.ContainsFunc(tried, func(a attempt) bool { return !fails(a) }) {
		return tried[0].fault
	}
	if !thorough {
		return nil
	}
	// A branch is wrong when no reading with it is right.
	for _, c := range j.choices {
		for side := range c.sides {
			var fault *jsonFault
			right := false
			for _, a := range tried {
				if a.sides[c] != side {
					continue
				}
				right = right || !fails(a)
				if fault == nil {
					fault = a.fault
				}
			}
			if !right && fault != nil {
				fault.branch = c.names[side]
				if fault.branch == "" {
					fault.branch = "not " + c.names[0]
				}
				return fault
			}
		}
	}
	return nil
}

type attempt struct {
	sides map[*choice]int
	fault *jsonFault
}

func with(base map[*choice]int, c *choice, side int) map[*choice]int {
	sides := make(map[*choice]int, len(base))
	for k, v := range base {
		sides[k] = v
	}
	sides[c] = side
	return sides
}

// attempt reads the template one way and returns what is wrong with it, or nil. A
// reading that holds no text of its own is not known, and right.
func (j *jsonTemplate) attempt(sides map[*choice]int) *jsonFault {
	r := j.read(sides)
	if r.opaque || strings.Trim(r.text, jsonSpace) == "" {
		return nil
	}
	root, fault := r.parse()
	if fault == nil && !j.any && !root.IsObject() {
		start, end := r.origin(root.Span().Start, root.Span().End)
		return &jsonFault{start: start, end: end, message: "it is " + article(root.Kind().String()) + ", not an object: write { … }"}
	}
	return fault
}

// parse reads the text as JSON.
func (r *reading) parse() (source.Node, *jsonFault) {
	f := source.Parse("", []byte(r.text))
	if s := f.Syntax; s != nil {
		start, end := r.origin(s.Span.Start, s.Span.End)
		return source.Node{}, &jsonFault{start: start, end: end, message: strings.Replace(s.Error(), "the file ends", "the text ends", 1)}
	}
	return f.Root(), nil
}

func article(kind string) string {
	if strings.ContainsAny(kind[:1], "aeiou") {
		return "an " + kind
	}
	return "a " + kind
}

// printedAs returns where the outputs of a template that becomes JSON stand: within
// a string when that is so in one reading, as a value when it is so in each; nil when
// the text is no JSON. Those in branches of which no reading is right are left out.
func (j *jsonTemplate) printedAs() map[int]standing {
	var where map[int]standing
	for _, last := range []bool{false, true} {
		r := j.read(j.sides(last))
		root, fault := r.parse()
		if fault != nil || r.opaque || !root.IsObject() && !root.IsArray() {
			continue
		}
		if where == nil {
			where = map[int]standing{}
		}
		for _, o := range r.outputs {
			before, ok := where[o.index]
			where[o.index] = standing{before.inString || o.inString, o.value && (before.value || !ok)}
		}
	}
	return where
}

// standings tell where outputs stand in the JSON that their templates become. They
// keep the answer for the template that was asked about last.
type standings struct {
	last  *flow.Template
	where map[int]standing
}

// of returns where the output stands that holds a reference.
func (s *standings) of(r flow.Ref) standing {
	return s.in(r.Template)[r.Liquid.Markup[r.Markup].Index]
}

// in is printedAs of a template.
func (s *standings) in(t *flow.Template) map[int]standing {
	if s.last != t {
		s.last, s.where = t, nil
		if j := newJSONTemplate(t); j != nil {
			s.where = j.printedAs()
		}
	}
	return s.where
}

// readsJSON reports whether a template should become JSON: its property says so, or
// it begins as an object or a list.
func readsJSON(t *flow.Template) bool { return isJSON(t) || looksLikeJSON(t.Text) }

// isJSON reports whether the property of a template says that it is JSON.
func isJSON(t *flow.Template) bool {
	f := t.Widget.Facts.Property(t.Property)
	return f != nil && (f.Format == jsonObject || sentAsJSON(t.Widget, f))
}

// sentAsJSON reports whether another property says that a text goes out as JSON.
func sentAsJSON(w *flow.Widget, f *schemas.Property) bool {
	return f.JSONBy != "" && isJSONType(w.Property(f.JSONBy).Text()) && isSet(w, f.SentWith)
}

// isSet reports whether each property that is named has one of the values listed.
func isSet(w *flow.Widget, properties map[string][]string) bool {
	for name, values := range properties {
		if !slices.Contains(values, w.Property(name).Text()) {
			return false
		}
	}
	return true
}

// isJSONType reports whether a media type is that of JSON.
func isJSONType(media string) bool {
	media, _, _ = strings.Cut(media, ";")
	media = strings.ToLower(strings.TrimSpace(media))
	return media == "application/json" || media == "text/json" || strings.HasSuffix(media, "+json")
}

// looksLikeJSON reports whether a text begins as an object or an array does.
func looksLikeJSON(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	for strings.HasPrefix(text, "{%") {
		end := strings.Index(text, "%}")
		if end < 0 {
			return false
		}
		text = strings.TrimLeft(text[end+2:], " \t\r\n")
	}
	return text != "" && (text[0] == '{' && !strings.HasPrefix(text, "{{") || text[0] == '[')
}
