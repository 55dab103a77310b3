package draw

import (
	"slices"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/source"
	"studiolint/lint/split"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// How much of a text is shown, in characters.
const (
	maxName  = 60
	maxLabel = 40
	maxDoes  = 70
)

// isLine reports whether a text is one line of plain letters and single blanks already.
func isLine(s string, most int) bool {
	if len(s) > most {
		return false
	}
	blank := true // a further one would be taken out
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || c == '#' || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return !blank || s == ""
}

// line makes one line of a text, of so many characters at most, with nothing hidden in it.
func line(s string, most int) string {
	if isLine(s, most) {
		return s
	}
	if len(s) > 8*most { // a character of text and a blank have no more bytes
		s = s[:8*most] + "…"
	}
	fields := strings.Fields(s)
	if len(fields) == 0 && s != "" {
		fields = []string{words.Quote(s)} // nothing but blanks
	}
	s = words.Visible(strings.ToValidUTF8(strings.Join(fields, " "), "\uFFFD"))
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return s
}

func nameOf(w *flow.Widget) string {
	if w.Name == "" {
		return w.Label()
	}
	return line(w.Name, maxName)
}

func typeOf(w *flow.Widget) string {
	switch {
	case w.Facts.Title != "" && !w.TypeGuessed:
		return w.Facts.Title
	case w.Type == "":
		return "no type"
	}
	return line(w.Type, maxLabel)
}

// labelOf names a transition by its event; a branch by its conditions.
func labelOf(t *flow.Transition) string {
	if len(t.Conditions) == 0 {
		if t.Event == "" {
			return "no event"
		}
		return line(t.Event, maxLabel)
	}
	var parts []string
	for i := range t.Conditions {
		parts = append(parts, conditionText(&t.Conditions[i]))
	}
	return line(strings.Join(parts, ", "), maxLabel)
}

// operators are those that have a sign of their own in every textbook.
var operators = map[string]string{split.EqualTo: "=", split.NotEqualTo: "≠", split.LessThan: "<", split.GreaterThan: ">"}

// conditionText says what a condition compares with: = 1, contains yes.
func conditionText(c *flow.Condition) string {
	written := c.Written()
	operator := operators[written.Operator]
	if operator == "" {
		operator = strings.ReplaceAll(written.Operator, "_", " ")
	}
	return strings.TrimSpace(operator + " " + valueOf(&written))
}

func valueOf(c *flow.Condition) string {
	if c.Facts.Value == schemas.ValueNone {
		return ""
	}
	return c.Value.Text()
}

// does says what a widget says or does, in a line.
func (d *drawing) does(w *flow.Widget) string {
	if says := effects.Says(w); len(says) > 0 {
		if text := effects.Prompt(w); text.Exists() {
			return line("“"+d.text(text)+"”", maxDoes)
		}
		return line(d.text(says[0]), maxDoes)
	}
	var what string
	switch b := effects.ActOf(w); b {
	case effects.Begins:
		return ""
	case effects.Splits:
		what = d.tested(w)
	case effects.Sets:
		what = d.written(w)
	case effects.Requests:
		what = d.requested(w)
	case effects.RunsFlow:
		what = d.text(w.Property(w.Facts.Subflow.Flow))
	}
	if what == "" {
		what = d.telling(w)
	}
	if what == "" {
		first, _, _ := strings.Cut(w.Facts.Description, ". ")
		what = words.TrimStop(first)
	}
	return line(what, maxDoes)
}

// tested is the value that a split looks at.
func (d *drawing) tested(w *flow.Widget) string {
	for _, t := range w.Transitions {
		for _, c := range t.Conditions {
			if n := c.Arguments.First(); n.IsString() {
				return "by " + d.text(n)
			}
		}
	}
	return ""
}

// written are the variables that a widget sets.
func (d *drawing) written(w *flow.Widget) string {
	var parts []string
	for i, write := range d.flow.Writes(w) {
		if i == 4 {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, write.Key.Text()+" = "+d.text(write.Value))
	}
	return strings.Join(parts, "; ")
}

// requested is what a widget calls.
func (d *drawing) requested(w *flow.Widget) string {
	r := w.Facts.Request
	for _, name := range append([]string{r.URL}, r.NamedBy...) {
		if n := w.Property(name); n.IsString() && n.Text() != "" {
			return strings.TrimSpace(w.Property(r.Method).Text() + " " + d.text(n))
		}
	}
	return ""
}

// telling is a property that tells best what a widget works with: an address, a SID or a
// phone number.
func (d *drawing) telling(w *flow.Widget) string {
	for i := range w.Facts.Properties {
		p := &w.Facts.Properties[i]
		n := w.Property(p.Name)
		if !n.IsString() || n.Text() == "" || p.Secret {
			continue
		}
		switch {
		case len(p.SID) > 0, p.IsURL(), p.Format == schemas.FormatAddress, p.Format == schemas.FormatSIP:
			return p.Name + ": " + d.text(n)
		}
	}
	return ""
}

// hidden are the texts that hold a secret.
type hidden map[source.Node]bool

// secrets collects them from all findings, those too that are suppressed.
func secrets(found []*finding.Diagnostic) hidden {
	h := hidden{}
	for _, d := range found {
		if d.Sensitive {
			h[d.At.Node] = true
		}
	}
	return h
}

// Hidden is written in place of a text that holds a secret.
const Hidden = "(not shown: it holds a secret)"

func (d *drawing) text(n source.Node) string {
	if d.hidden[n] {
		return Hidden
	}
	return n.Text()
}

// transitionAt returns the transition of a widget that holds a node, nil when none does.
func transitionAt(w *flow.Widget, n source.Node) *flow.Transition {
	for at := n; at.Exists() && at != w.Node; at = at.Parent() {
		i, ok := slices.BinarySearchFunc(w.Transitions, at.Order(), func(t *flow.Transition, order int) int { return t.Node.Order() - order })
		if ok && w.Transitions[i].Node == at {
			return w.Transitions[i]
		}
	}
	return nil
}
