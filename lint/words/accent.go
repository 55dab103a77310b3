package words

import (
	"strings"
	"sync"
)

// accented are letters with a mark that people leave out, and plain the letters without it. The
// marks of German and of Scandinavia are none: there other letters are written instead.
const (
	accented = "áàâãéèêëíìîïóòôõúùûçñÁÀÂÃÉÈÊËÍÌÎÏÓÒÔÕÚÙÛÇÑ"
	plain    = "aaaaeeeeiiiioooouuucnAAAAEEEEIIIIOOOOUUUCN"
)

var withoutAccents = sync.OnceValue(func() *strings.Replacer {
	pairs := make([]string, 0, 2*len(plain))
	at := 0
	for _, r := range accented {
		pairs = append(pairs, string(r), plain[at:at+1])
		at++
	}
	return strings.NewReplacer(pairs...)
})

// Unaccented returns a text without the marks of its letters: ubicacion for ubicación.
func Unaccented(text string) string {
	for i := range len(text) {
		if text[i] == 0xC3 { // all of them begin so
			return withoutAccents().Replace(text)
		}
	}
	return text
}
