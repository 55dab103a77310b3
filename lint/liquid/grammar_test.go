package liquid_test

import (
	"math/rand"
	"strings"
	"testing"

	osteele "github.com/osteele/liquid"
)

// grammar writes random templates, most of them right, which reach deeper into
// blocks and expressions than changed bytes do.
type grammar struct{ *rand.Rand }

func (g grammar) pick(list ...string) string { return list[g.Intn(len(list))] }

// stray is what is thrown in now and then to break something.
var stray = strings.Fields("{{ }} {% %} if endif for in y.z | : , == and or ( .. ) [ ] . = else elsif case when - + raw endraw comment } { nil < {{- -%}")

func (g grammar) value() string {
	return g.pick("x", "y.z", "1", "'s'", "true", "a[0]", "b['k']", "-2", "1.5", "c.d.e")
}

func (g grammar) expression(depth int) string {
	if g.Intn(12) == 0 {
		return g.pick(stray...)
	}
	if depth == 0 {
		return g.value()
	}
	switch g.Intn(8) {
	case 0:
		return g.expression(depth-1) + " " + g.pick("==", "!=", "<", ">=", "contains", "and", "or") + " " + g.expression(depth-1)
	case 1:
		return g.expression(depth-1) + " | " + g.pick("plus", "join", "f") + g.pick("", ": "+g.expression(depth-1), ": "+g.value()+", "+g.value())
	case 2:
		return "(" + g.expression(depth-1) + ")"
	case 3:
		return "(" + g.value() + ".." + g.value() + ")"
	case 4:
		return "a[" + g.expression(depth-1) + "]"
	}
	return g.value()
}

func (g grammar) block(depth int) string {
	var b strings.Builder
	for range g.Intn(3) + 1 {
		switch n := g.Intn(9); {
		case n == 0:
			b.WriteString("{{ " + g.expression(2) + " }}")
		case n == 1:
			b.WriteString("{% assign q = " + g.expression(2) + " %}")
		case n == 2:
			for range g.Intn(5) {
				b.WriteString(g.pick(stray...) + g.pick("", " "))
			}
		case n == 3 && depth > 0:
			b.WriteString("{% " + g.pick("if", "unless", "elsif") + " " + g.expression(2) + " %}" + g.block(depth-1) +
				g.pick("", "{% else %}", "{% elsif "+g.expression(1)+" %}") + g.block(depth-1) + "{% " + g.pick("endif", "endif", "endunless", "endfor") + " %}")
		case n == 4 && depth > 0:
			b.WriteString("{% for x in " + g.expression(1) + g.pick("", " reversed", " limit:2", " limit: 2 offset:1") + " %}" + g.block(depth-1) +
				g.pick("", "{% else %}"+g.block(depth-1)) + "{% endfor %}")
		case n == 5 && depth > 0:
			b.WriteString("{% case " + g.value() + " %}{% when " + g.value() + g.pick("", ", "+g.value()) + " %}" + g.block(depth-1) + "{% endcase %}")
		case n == 6 && depth > 0:
			b.WriteString("{% capture q %}" + g.block(depth-1) + "{% endcapture %}")
		default:
			b.WriteString(g.pick("text", " ", "{", "}", "}}", "it's"))
		}
	}
	return b.String()
}

// TestGrammar holds random templates against osteele/liquid, see
// FuzzAgainstOsteele, and checks what must hold for any template.
func TestGrammar(t *testing.T) {
	engine := osteele.NewEngine()
	g := grammar{rand.New(rand.NewSource(1))}
	const n = 10_000
	differ := 0
	for range n {
		text := g.block(2)
		parse(t, text)
		if d, _ := judge(t, engine, text); d {
			differ++
		}
		if t.Failed() {
			break
		}
	}
	if differ*5 > n {
		t.Errorf("%d of %d templates need an exception", differ, n)
	}
}
