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

// MayBeBlank reports whether a part of a request is named after what is meant to be blank, or to be filled only
// now and then: reset_note, coupon_code.
func MayBeBlank(name string) bool {
	return words.HoldsAny(name, "reset", "clear", "empty", "blank", "delete", "remove") ||
		slices.ContainsFunc(words.In(name), func(word string) bool { return slices.Contains(extras, word) || slices.Contains(sometimes, word) })
}

// sometimes are words in the names of what only some have.
var sometimes = []string{
	"coupon", "coupons", "promo", "promotion", "discount", "voucher", "referral", "referrer", "middle", "suffix", "extension", "tip", "tag", "tags",
	"cupón", "cupon", "cupom", "descuento", "desconto", "gutschein", "rabatt", "remise",
}
