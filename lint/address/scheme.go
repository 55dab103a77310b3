package address

import (
	"slices"
	"strings"

	"studiolint/lint/pattern"
	"studiolint/lint/words"
	"studiolint/schemas"
)

// Schemeless says what is wrong with the beginning of an address that names its host, but by no scheme that Twilio
// follows: www.example.com/a.png, https//example.com, ftp://example.com; "" when nothing is, or when that is
// known only as the flow runs.
func Schemeless(text string, f *schemas.Property) string {
	follows, write := []string{"https", "http"}, "https://"
	if f.Format == schemas.FormatWebSocket {
		follows, write = []string{"wss", "ws"}, "wss://"
	}
	if m := methodBefore.FindStringSubmatch(text); m != nil {
		return "begins with " + words.Quote(m[1]) + ", not with " + write
	}
	if scheme := anyScheme.FindString(text); scheme != "" {
		if slices.Contains(follows, strings.ToLower(strings.TrimSuffix(scheme, "://"))) {
			return ""
		}
		return "begins with " + words.Quote(scheme) + ", not with " + write
	}
	switch {
	case NamesFile(text), filledHost(text):
	case brokenScheme.MatchString(text):
		return "begins with " + words.Quote(strings.TrimSpace(brokenScheme.FindString(text))) + ", not with " + write
	case bareHost.MatchString(text):
		return "lacks " + write
	}
	return ""
}

// filledHost reports whether an address begins with a name that a deployment fills in: __HOST__.example.com.
func filledHost(text string) bool {
	rest, ok := strings.CutPrefix(text, "__")
	name, _, closed := strings.Cut(rest, "__")
	return ok && closed && name != "" && !strings.ContainsAny(name, "./:?# ")
}

// BlankInHost returns where a blank or a line break stands in the host of an address, or between the host and its scheme,
// in bytes; 0, 0 where none does. What Liquid prints is left out.
func BlankInHost(text string) (start, end int) {
	m := hostWithBlank.FindStringSubmatchIndex(strings.TrimRight(text, " \t\r\n"))
	if m == nil {
		return 0, 0
	}
	return m[2], m[3]
}

// EncodedLiquid returns where a text holds the braces of Liquid as an address encodes them, %7B%7Bflow.variables.id%7D%7D,
// in bytes; 0, 0 where it does not.
func EncodedLiquid(text string) (start, end int) {
	if !strings.Contains(text, "%7") {
		return 0, 0
	}
	m := encodedLiquid.FindStringIndex(text)
	if m == nil {
		return 0, 0
	}
	return m[0], m[1]
}

// SecondQuery returns where a second ? stands in an address in the place of the & between two parameters, in bytes;
// 0, 0 where there is none. One within the value of a parameter that is an address itself is left alone.
func SecondQuery(text string) (start, end int) {
	if strings.Count(text, "?") < 2 {
		return 0, 0
	}
	m := secondQuery.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0
	}
	return m[2], m[3]
}

var (
	methodBefore  = pattern.Lazy(`^(?i)\s*(GET|POST|PUT|PATCH|DELETE|HEAD)\s*:?\s+https?://`)
	hostWithBlank = pattern.Lazy(`^(?i)\s*https?://[\w.-]*(\s+)[\w-]+\.[\w.-]*(?:[/?#:]|$)`)
	encodedLiquid = pattern.Lazy(`(?i)%7B%7B[^{}]*?(?:flow|widgets|trigger|contact)\.[^{}]*?%7D%7D`)
	secondQuery   = pattern.Lazy(`^[^?#{]*(?:\{\{[^{}]*\}\}[^?#{]*)*\?(?:[\w.~+%=&-]|\{\{[^{}]*\}\})*=(?:[\w.~+%-]|\{\{[^{}]*\}\})*(\?)[A-Za-z_][\w.-]*=`)
	anyScheme     = pattern.Lazy(`^[A-Za-z][A-Za-z0-9+-]*://`)
	brokenScheme  = pattern.Lazy(`(?i)^(?:https?|wss?)(?:\s*[:;.,]?\s*[/\\]{1,3}|:[/\\]?\b)`)
	bareHost      = pattern.Lazy(`(?i)^(?:[/\\]{2})?(?:localhost|(?:[\pL\d_-]+\.)+[\pL\d-]{2,}|\d+(?:\.\d+){3})(?::\d+)?(?:[/?#]|$)`)
)
