package words

import "slices"

// SaysLittle reports whether a name of a value is one that many things have, so that the value of one thing may well be
// given under the name of another while that name is used for a third: id, name, status.
func SaysLittle(name string) bool {
	const shortest = 4
	return len(name) < shortest || !slices.ContainsFunc(In(name), func(word string) bool {
		return len(word) >= shortest && !slices.Contains(sayingLittle, word)
	})
}

var sayingLittle = []string{
	"name", "type", "kind", "value", "data", "status", "state", "code", "number", "title", "text", "message", "body", "content", "count", "date", "time", "result", "response", "answer", "reply",
	"input", "output", "digits", "speech", "user", "customer", "client", "caller", "contact", "from", "phone", "address", "email", "info", "details", "list", "items", "item", "token", "user_id",
	"language", "lang", "channel", "source", "target", "parameters", "variables", "params", "payload", "object", "event", "action", "description", "reason", "subject", "note", "notes",
}
