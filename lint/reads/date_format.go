package reads

import (
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
)

// DateFormat returns the format of a date that is written within quotes, "" for another one, or another filter.
func DateFormat(t *flow.Template, f *liquid.Filter) string {
	if f.Name != liquid.FilterDate || len(f.Arguments) != 1 || t.Literal {
		return ""
	}
	text := strings.TrimSpace(f.Args.In(t.Text))
	if len(text) < 3 || text[0] != '\'' && text[0] != '"' || text[len(text)-1] != text[0] {
		return ""
	}
	format := text[1 : len(text)-1]
	if strings.IndexByte(format, text[0]) >= 0 {
		return ""
	}
	return format
}
