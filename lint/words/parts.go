package words

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// plainer are the signs of word processors for which the letters of SMS (GSM 03.38) have another.
var plainer = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "…", "...", "\u00a0", " ", "\u2009", " ", "\u202f", " ", "•", "-")

// gsm are the letters of SMS; those of gsmTwice take two places.
const (
	gsm      = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
	gsmTwice = "^{}\\[~]|€\f"
)

// Parts returns in how many parts of an SMS a text is sent, and in how many it would be without the signs of a word
// processor, such as “ and ’: those have it sent in Unicode, 70 letters a part in place of 160. Both are 0 where it has
// none of them, or other letters that need Unicode.
func Parts(text string) (now, plain int) {
	if !strings.Contains(text, "\xe2\x80") && !strings.Contains(text, "\u00a0") {
		return 0, 0
	}
	bare := plainer.Replace(text)
	places := 0
	for _, r := range bare {
		switch {
		case strings.ContainsRune(gsm, r):
			places++
		case strings.ContainsRune(gsmTwice, r):
			places += 2
		default:
			return 0, 0
		}
	}
	if bare == text {
		return 0, 0
	}
	return partsOf(utf8.RuneCountInString(text), 70, 67), partsOf(places, 160, 153)
}

// Signs names the signs of a word processor in a text, by which it is sent in Unicode: “, ’ and –.
func Signs(text string) string {
	const most = 4
	var names []string
	for _, r := range text {
		sign := string(r)
		if r < utf8.RuneSelf || plainer.Replace(sign) == sign {
			continue
		}
		if plainer.Replace(sign) == " " {
			sign = "blanks that do not break"
		}
		if !slices.Contains(names, sign) {
			names = append(names, sign)
		}
		if len(names) == most {
			break
		}
	}
	if n := len(names) - 1; n > 0 {
		return strings.Join(names[:n], ", ") + " and " + names[n]
	}
	return strings.Join(names, "")
}

// partsOf returns how many parts some letters take: one that holds some, or several, each of which holds fewer.
func partsOf(n, one, each int) int {
	if n <= one {
		return 1
	}
	return (n + each - 1) / each
}
