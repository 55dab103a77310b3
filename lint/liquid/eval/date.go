package eval

import (
	"strconv"
	"strings"
	"time"

	"studiolint/lint/liquid"
)

// date writes the time by the clock. Texts with a date are read in different ways,
// and Studio's zone for them is not documented, so they are undetermined.
func date(r *renderer, v Value, args []Value) Value {
	format, why, ok := args[0].plain()
	switch {
	case !ok:
		return why
	case v.kind != textual || v.text != "now" && v.text != "today":
		return odd("engines read dates differently, except \"now\"")
	case r.env.Now.IsZero():
		return odd("no time is given")
	}
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			b.WriteByte(format[i])
			continue
		}
		i++
		bare := i < len(format) && format[i] == '-'
		if bare {
			i++
		}
		if i == len(format) {
			return odd("a date format ends with %")
		}
		s, ok := datePart(r.env.Now, format[i])
		if !ok || bare && !strings.ContainsRune("dmHIMSj", rune(format[i])) {
			return odd("engines differ on " + strconv.Quote(clip("%"+string(format[i]))) + " in dates")
		}
		if bare {
			if s = strings.TrimLeft(s, "0"); s == "" {
				s = "0"
			}
		}
		b.WriteString(s)
	}
	return Text(b.String())
}

func datePart(t time.Time, directive byte) (string, bool) {
	switch directive {
	case '%':
		return "%", true
	case 's':
		return strconv.FormatInt(t.Unix(), 10), true
	}
	layout := liquid.DateLayout(directive)
	return t.Format(layout), layout != ""
}
