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
	if f.Format == "websocket-url" {
		follows, write = []string{"wss", "ws"}, "wss://"
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

var (
	anyScheme    = pattern.Lazy(`^[A-Za-z][A-Za-z0-9+-]*://`)
	brokenScheme = pattern.Lazy(`(?i)^(?:https?|wss?)(?:\s*[:;.,]?\s*[/\\]{1,3}|:[/\\]?\b)`)
	bareHost     = pattern.Lazy(`(?i)^(?:[/\\]{2})?(?:localhost|(?:[\pL\d_-]+\.)+[\pL\d-]{2,}|\d+(?:\.\d+){3})(?::\d+)?(?:[/?#]|$)`)
)
