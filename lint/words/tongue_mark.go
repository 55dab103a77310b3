package words

import "strings"

// IsTongueMark reports whether a word, in small letters, is what names of copies call a language: es, ukr, filipino.
// Many of the short ones mean something else, too.
func IsTongueMark(word string) bool {
	return marksOfTongue()[word] != "" || strings.Contains(moreMarks, " "+word+" ")
}

const moreMarks = " ar ara arabic bg bn bulgarian cantonese chinese cn creole cs cz czech da danish de deu el fa farsi fi fil filipino finnish ger greek he hebrew hi hin hindi hk ht hu hun hungarian " +
	"it ita ja japanese jp ko kor korean mandarin nb norwegian pl pol polish por ro romanian ru rus russian sk slovak so som somali spa sv sw swahili swedish ta tagalog tamil te tgl th thai tl tr turkish " +
	"ua uk ukr ukrainian ur urdu vi vie vietnamese vn zh zho "
