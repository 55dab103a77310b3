package eval

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"studiolint/lint/liquid"
)

// Env is what a template is evaluated with. Of the limits, which the catalogue knows,
// 0 means none.
type Env struct {
	// Lookup returns the value of a path of the flow, given by the names and list
	// indexes in it, as in "widgets", "menu", "Digits": nil for what does not exist. It
	// need not know of what the language adds to a value, such as size and first.
	Lookup func(path []string) Value

	// Now is the time by the clock, in the zone that Studio prints times in. Where it
	// is zero, templates that ask for it are undetermined.
	Now time.Time

	// Blank is told of each {{ … }} that prints nothing; nil for nobody.
	Blank func(at liquid.Span)

	Rounds int // rounds of a loop, after which Studio leaves it
	Bytes  int // of the text that a template may become
	Steps  int // how much work is done at most, in nodes, operands and bytes; 0 means 4 million
}

// Variables returns a Lookup that walks down objects and lists.
func Variables(root Value) func([]string) Value {
	return func(path []string) Value {
		v := root
		for _, step := range path {
			next := Value{}
			switch v.kind {
			case object:
				next, _ = v.key(step)
			case list:
				if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(v.list) {
					next = v.list[i]
				}
			case unknown:
				return v
			}
			v = next
		}
		return v
	}
}

// Render returns what a template becomes; text is the string it was parsed from. The
// error is an *Undetermined.
func Render(t *liquid.Template, text string, env Env) (string, error) {
	if env.Steps == 0 {
		env.Steps = 4_000_000
	}
	if env.Lookup == nil {
		env.Lookup = Variables(Value{})
	}
	r := renderer{t: t, text: text, env: env, vars: map[string]Value{}, cycles: map[string]int{}}
	var out strings.Builder
	if r.check(); r.stop == nil {
		r.findTrims()
		r.findBlanks(t.Nodes)
		r.nodes(t.Nodes, &out)
	}
	if r.stop != nil {
		return "", r.stop
	}
	if env.Bytes > 0 && out.Len() > env.Bytes {
		return "", &Undetermined{Span: liquid.Span{End: len(text)}, Reason: fmt.Sprintf("the text has %d bytes, more than the %d that Studio renders", out.Len(), env.Bytes)}
	}
	return out.String(), nil
}

// renderer renders one template.
type renderer struct {
	t    *liquid.Template
	text string
	env  Env

	vars     map[string]Value // assigned and captured
	counters map[string]int   // of increment and decrement; nil until there is one
	cycles   map[string]int   // rounds of each cycle
	loops    []loop           // that run, the innermost last

	trims   map[int]liquid.Span // texts that hyphens shorten, by their beginning; nil without hyphens
	pending bool                // a hyphen came, and nothing was printed since

	blanks map[*liquid.Block]bool // blocks of white space alone

	jump jump
	stop *Undetermined // why rendering ended, nil while it goes on
}

// jump says that the rest of a round is passed over.
type jump uint8

const (
	noJump jump = iota
	breakJump
	continueJump
)

// stops ends the rendering for a reason that is known already.
func (r *renderer) stops(why *Undetermined) {
	if r.stop == nil {
		r.stop = why
	}
}

// undetermined ends the rendering.
func (r *renderer) undetermined(at liquid.Span, format string, args ...any) {
	if r.stop == nil {
		r.stop = &Undetermined{Span: at, Reason: fmt.Sprintf(format, args...)}
	}
}

// spend takes from the steps that are left, and ends the rendering when there are
// none.
func (r *renderer) spend(n int) {
	if r.env.Steps -= n; r.env.Steps < 0 {
		r.undetermined(liquid.Span{End: len(r.text)}, "the template takes too many steps")
	}
}

// print writes a value.
func (r *renderer) print(out *strings.Builder, v Value, at liquid.Span) {
	s, why, ok := v.plain()
	if !ok {
		why = why.at(at)
		r.stops(why.why)
		return
	}
	r.write(out, s, at)
}

func (r *renderer) write(out *strings.Builder, s string, at liquid.Span) {
	r.spend(len(s))
	if r.trims != nil && s != "" {
		if r.pending && strings.IndexByte(whitespace, s[0]) >= 0 {
			r.undetermined(at, "engines differ on a hyphen that stands before a value with white space")
		}
		r.pending = false
	}
	out.WriteString(s)
}

func (r *renderer) nodes(nodes []liquid.Node, out *strings.Builder) {
	for _, n := range nodes {
		if r.spend(1); r.stop != nil || r.jump != noJump {
			return
		}
		switch n.Kind {
		case liquid.TextNode:
			span := n.Span
			if trimmed, ok := r.trims[n.Start]; ok {
				span = trimmed
			}
			r.write(out, span.In(r.text), n.Span)
		case liquid.OutputNode:
			r.before(n.Span, out)
			before := out.Len()
			r.print(out, r.expr(&r.t.Outputs[n.Index].Expr), n.Span)
			if r.env.Blank != nil && out.Len() == before && r.stop == nil {
				r.env.Blank(n.Span)
			}
			r.after(n.Span)
		case liquid.TagNode:
			r.before(n.Span, out)
			r.tag(&r.t.Tags[n.Index], out)
			r.after(n.Span)
		case liquid.BlockNode:
			r.block(n, out)
		}
	}
}

// tag runs a tag that takes part in no block.
func (r *renderer) tag(tag *liquid.Tag, out *strings.Builder) {
	name := tag.Target.In(r.text)
	switch tag.Name {
	case "assign":
		r.assign(name, r.expr(&tag.Arguments[0].Expr), tag.Span)
	case "increment", "decrement":
		r.count(tag, name, out)
	case "cycle":
		r.cycle(tag, out)
	case "break":
		r.leave(breakJump, tag)
	case "continue":
		r.leave(continueJump, tag)
	default:
		r.undetermined(tag.Span, "engines differ on {%% %s %%}", tag.Name)
	}
}

func (r *renderer) leave(j jump, tag *liquid.Tag) {
	if len(r.loops) == 0 {
		r.undetermined(tag.Span, "engines differ on {%% %s %%} outside a loop", tag.Name)
		return
	}
	r.jump = j
}

// assign gives a value to a name.
func (r *renderer) assign(name string, v Value, at liquid.Span) {
	for _, l := range r.loops {
		if name == l.name || name == "forloop" {
			r.undetermined(at, "engines differ on giving a value to the variable of a loop that runs")
			return
		}
	}
	if _, counts := r.counters[name]; counts {
		r.undetermined(at, "engines differ on a name that is assigned and counted")
		return
	}
	r.vars[name] = v
}

// count runs increment, which prints and then adds, or decrement, which subtracts
// and then prints.
func (r *renderer) count(tag *liquid.Tag, name string, out *strings.Builder) {
	if _, assigned := r.vars[name]; assigned {
		r.undetermined(tag.Span, "engines differ on a name that is assigned and counted")
		return
	}
	if r.counters == nil {
		r.counters = map[string]int{}
	}
	shown := r.counters[name]
	if tag.Name == "increment" {
		r.counters[name]++
	} else {
		shown--
		r.counters[name] = shown
	}
	r.print(out, Int(shown), tag.Span)
}

// cycle prints the next of its values. Which cycles are the same one is agreed on
// only where all values are written out.
func (r *renderer) cycle(tag *liquid.Tag, out *strings.Builder) {
	if len(r.loops) == 0 {
		r.undetermined(tag.Span, "not every engine takes {%% cycle %%} outside a loop")
		return
	}
	values := tag.Arguments
	for _, a := range values {
		if k := a.Terms[0].Kind; k != liquid.StringOperand && k != liquid.NumberOperand {
			r.undetermined(tag.Span, "engines differ on the variables of {%% cycle %%}")
			return
		}
	}
	key := tag.Args.In(r.text)
	if tag.Group {
		key, values = "group "+values[0].In(r.text), values[1:]
	}
	n := r.cycles[key]
	r.cycles[key] = n + 1
	r.print(out, r.expr(&values[n%len(values)].Expr), tag.Span)
}
