package words

// HeldIn returns frequent words of which a short one that people answer with is a part; none for any
// other. The list is shared: nobody may change it.
func HeldIn(word string) []string { return heldIn[word] }

var heldIn = map[string][]string{
	"no": {"now", "know", "not"}, "si": {"necesito", "siguiente"}, "hi": {"this", "which"}, "ok": {"book", "look"}, "on": {"phone", "money"},
	"in": {"information", "thing"}, "out": {"about", "without"}, "one": {"phone", "done"}, "end": {"send", "weekend"}, "all": {"call"}, "go": {"good"},
	"car": {"card", "care"}, "off": {"office", "offer"}, "eat": {"great"}, "old": {"hold", "told"}, "bus": {"business"},
	"art": {"start", "part"}, "he": {"the"}, "ten": {"often"}, "pay": {"repay"}, "ja": {"januar"}, "non": {"anonyme"},
}
