package reads

import (
	"strings"

	"studiolint/lint/flow"
)

// KeyOf returns the name under which a text holds what a reference prints: the key of an item
// that is nothing else, or the member of an object in JSON; "" when there is none.
func KeyOf(r flow.Ref) string {
	if key := r.Node.Parent().Get("key"); key.IsString() && key != r.Node {
		if IsAll(r) {
			return key.Text()
		}
		return ""
	}
	before := strings.TrimRight(r.Text[:r.Liquid.Markup[r.Markup].Start], " \t\r\n")
	before = strings.TrimRight(strings.TrimSuffix(before, `"`), " \t\r\n")
	before, ok := strings.CutSuffix(before, ":")
	before = strings.TrimRight(before, " \t\r\n")
	if !ok || !strings.HasSuffix(before, `"`) {
		return ""
	}
	before = before[:len(before)-1]
	return before[strings.LastIndexByte(before, '"')+1:]
}

// FieldOf returns the name of the field of a form, or of the query of an address, that holds what a
// reference prints and nothing else; "" when there is none.
func FieldOf(r flow.Ref) string {
	at := r.Liquid.Markup[r.Markup]
	if after := r.Text[at.End:]; after != "" && after[0] != '&' && after[0] != '#' {
		return ""
	}
	before, ok := strings.CutSuffix(r.Text[:at.Start], "=")
	if !ok {
		return ""
	}
	return before[strings.LastIndexAny(before, "&?")+1:]
}

// AloneAs returns the name under which a text holds what a reference prints and nothing beside it: a key, a member of
// JSON, a field of a query or a form; "" when there is none.
func AloneAs(r flow.Ref) string {
	if key := KeyOf(r); key != "" {
		after := strings.TrimLeft(r.Text[r.Liquid.Markup[r.Markup].End:], " \t\r\n")
		if after == "" || after[0] == '"' || after[0] == ',' || after[0] == '}' {
			return key
		}
		return ""
	}
	return FieldOf(r)
}
