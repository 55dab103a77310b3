package offer

import (
	"slices"

	"studiolint/lint/words"
)

// extras are the last words in names of what a request may do without.
var extras = []string{
	"note", "notes", "comment", "comments", "remark", "remarks", "reason", "reasons", "feedback", "optional", "extra", "extras",
	"nota", "notas", "comentario", "comentarios", "comentário", "comentários", "motivo", "razón", "razon", "razão", "observación", "observaciones", "observação", "observações", "observacoes",
	"bemerkung", "bemerkungen", "anmerkung", "kommentar", "grund", "commentaire", "commentaires", "remarque", "raison", "motif",
}

// NamesExtra reports whether a part of a request is named after what people may leave out: a note, a comment,
// a reason.
func NamesExtra(name string) bool {
	in := words.In(name)
	return len(in) > 0 && slices.Contains(extras, in[len(in)-1])
}
