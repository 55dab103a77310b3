package words

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// otherMisspellings are words of other languages than English, by its code, as they are often written
// wrongly. None is a word of that language, nor one that only lacks an accent, which many leave out.
var otherMisspellings = map[string]map[string]string{
	"es": {
		"apartir": "a partir", "atravez": "a través", "bienbenido": "bienvenido", "bienbenidos": "bienvenidos", "conección": "conexión", "coneccion": "conexión", "denuevo": "de nuevo",
		"desición": "decisión", "desicion": "decisión", "envíar": "enviar", "excelenté": "excelente", "felíz": "feliz", "grasias": "gracias", "hubicación": "ubicación", "hubicacion": "ubicación",
		"incorecto": "incorrecto", "incorecta": "incorrecta", "ingrece": "ingrese", "mensage": "mensaje", "mensages": "mensajes", "nesesita": "necesita", "nececita": "necesita",
		"porfavor": "por favor", "precione": "presione", "preciona": "presiona", "presionse": "presione", "recivir": "recibir", "recivido": "recibido", "recivimos": "recibimos",
		"redigir": "redirigir", "redigiremos": "redirigiremos", "serbicio": "servicio", "telefóno": "teléfono", "tranferir": "transferir", "tranferiremos": "transferiremos",
	},
	"pt": {
		"agradeçemos": "agradecemos", "anciosos": "ansiosos", "atendelo": "atendê-lo", "atendela": "atendê-la", "atravéz": "através", "concerteza": "com certeza", "denovo": "de novo",
		"econtrado": "encontrado", "econtrada": "encontrada", "econtramos": "encontramos", "econtrar": "encontrar", "excessão": "exceção", "finaceiro": "financeiro", "mensagen": "mensagem",
		"obrigrado": "obrigado", "porfavor": "por favor", "prosposta": "proposta", "tranferir": "transferir", "tranferindo": "transferindo", "voçe": "você", "voçê": "você",
	},
}

// MisspeltIn returns the words of a text that are misspelt in a language other than English: those
// that are listed, and those that one slip makes of a word that flows use.
func MisspeltIn(text, tongue string) (all []Misspelling) {
	list := otherMisspellings[tongue]
	spelt := romance()[tongue]
	if list == nil && spelt == nil {
		return nil
	}
	for start, end := range eachWord(text) {
		if end-start <= shortestOther {
			continue
		}
		if meant := list[strings.ToLower(text[start:end])]; meant != "" {
			all = append(all, Misspelling{start, end, meant})
		} else if meant := spelt.meant(text, start, end); meant != "" {
			all = append(all, Misspelling{start, end, meant})
		}
	}
	return all
}

// eachWord yields where the words of a text begin and end, but for what Liquid puts in, tags and
// addresses.
func eachWord(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for i := 0; i < len(text); {
			if n := passedOver(text[i:]); n > 0 {
				i += n
				continue
			}
			start := i
			for i < len(text) {
				size := 1
				if !isLetter(text[i]) {
					r, n := utf8.DecodeRuneInString(text[i:])
					if !unicode.IsLetter(r) {
						break
					}
					size = n
				}
				i += size
			}
			if start == i {
				_, size := utf8.DecodeRuneInString(text[i:])
				i += size
				continue
			}
			if !isPartOfAddress(text, start, i) && !yield(start, i) {
				return
			}
		}
	}
}

// shortestOther is how many bytes those words have at least, less one.
const shortestOther = 4
