package offer

import (
	"strings"

	"studiolint/lint/words"
)

// several are names of what there may be several of, though one of them is what the name says.
var several = []string{"answer", "response", "reply", "value", "item", "option", "choice", "selection", "interest", "tag", "message", "result",
	"entry", "question", "data", "text", "note", "comment", "body", "input", "field", "list", "media", "url", "file", "image", "topic", "category", "type",
	"antwort", "respuesta", "resposta", "risposta", "opción", "opcion"}

// NamesSeveral reports whether a field is named after what may be sent several times on purpose.
func NamesSeveral(key string) bool {
	key = strings.TrimSpace(key)
	if strings.HasSuffix(key, "s") || strings.HasSuffix(key, "S") || strings.ContainsAny(key, "[]") {
		return true
	}
	in := words.In(key)
	return len(in) == 0 || words.Overlap(in, several)
}
