package words

import "slices"

// endings are those of the forms of a verb or a noun, behind what they share: confirm-ar, confirm-ada, bestätig-en,
// bestätig-ung.
var endings = []string{
	"", "s", "es", "d", "e", "ed", "ing", "ion", "ation", "ations", "ment", "er",
	"a", "o", "as", "os", "an", "ar", "ado", "ada", "ados", "adas", "ir", "ido", "ida", "idos", "idas",
	"ación", "acion", "ção", "cao", "ação", "acao", "amento",
	"é", "ée", "és", "ées", "ez", "ons",
	"i", "are", "ato", "ata", "ati", "ate", "ere", "ire", "ito", "ita", "azione", "azioni",
	"en", "n", "t", "te", "et", "ung", "ungen", "ert", "eren", "ern", "erung",
}

// irregular are verbs and what they are called in the past.
var irregular = [][2]string{
	{"keep", "kept"}, {"pay", "paid"}, {"send", "sent"}, {"leave", "left"}, {"buy", "bought"}, {"sell", "sold"},
	{"tell", "told"}, {"hold", "held"}, {"choose", "chosen"}, {"give", "given"}, {"speak", "spoken"}, {"take", "taken"},
	{"write", "written"}, {"find", "found"}, {"hear", "heard"}, {"make", "made"},
}

// AreForms reports whether two words in small letters are forms of one: confirmar and confirmada, keep and kept.
func AreForms(a, b string) bool {
	const stem = 4 // letters that tell a word
	if len(a) < 3 || len(b) < 3 || a[0] != b[0] {
		return false
	}
	shared := 0
	for shared < len(a) && shared < len(b) && a[shared] == b[shared] {
		shared++
	}
	for ; shared >= stem; shared-- {
		if slices.Contains(endings, a[shared:]) && slices.Contains(endings, b[shared:]) {
			return true
		}
	}
	return slices.ContainsFunc(irregular, func(pair [2]string) bool {
		return pair[0] == a && pair[1] == b || pair[0] == b && pair[1] == a
	})
}
