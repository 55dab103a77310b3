package editor

import (
	"fmt"
	"slices"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/values"
	"studiolint/lint/words"
)

// maxHeld is how many texts of a value are written.
const maxHeld = 6

// held returns what the reference of a place can hold there.
func (s *subject) held() values.Value {
	for _, d := range s.model.documents {
		if d.Flow == s.flow {
			return values.Held.Of(d).At(*s.ref)
		}
	}
	return values.Value{}
}

// describeWrites says which widgets set a variable, and which of them on no way that leads
// to the place.
func (s *subject) describeWrites(key string) string {
	v := s.flow.Variable(key)
	if v == nil || len(v.Writes) == 0 {
		return "\n\nNo widget of this flow sets it."
	}
	held := s.held()
	var b strings.Builder
	b.WriteString("\n\nSet by")
	for i := range v.Writes {
		write := &v.Writes[i]
		fmt.Fprintf(&b, "\n- **%s**: %s", escape(write.Widget.Name), coded(words.Shorten(write.Value.Text())))
		if held.Known && !slices.ContainsFunc(held.Writes, func(w *flow.Write) bool { return w.Key == write.Key }) {
			b.WriteString(" (no longer there when an execution comes here)")
		}
	}
	return b.String()
}

// describeHeld says what a reference can hold where it stands, as far as that is known.
func (s *subject) describeHeld() string {
	v := s.held()
	switch {
	case !v.Known:
		return ""
	case v.MustBeBlank():
		return "\n\nIt is always blank here."
	}
	var holds []string
	for _, text := range v.Constants[:min(len(v.Constants), maxHeld)] {
		holds = append(holds, coded(words.Shorten(text)))
	}
	if n := len(v.Constants) - maxHeld; n > 0 {
		holds = append(holds, words.Plural(n, "other text")+" of the flow")
	}
	if v.Text {
		holds = append(holds, "a text that comes with the execution")
	}
	text := "\n\nHere it holds " + strings.Join(holds, ", or ") + "."
	if v.Unset {
		text += " It may be blank: one can come here without it."
	}
	if v.Cleared {
		text += " It may be blank: a widget clears it."
	}
	return text
}
