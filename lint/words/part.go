package words

// Negated returns how people say the contrary of a word by which one agrees, with the word in it; "" for any other.
func Negated(word string) string {
	switch word {
	case "interested", "happy", "satisfied", "available", "ready", "coming", "attending":
		return "not " + word
	case "agree", "consent":
		return "do not " + word
	}
	return ""
}

// HeldIn returns frequent words of which a short one that people answer with is a part; none for any
// other. The list is shared: nobody may change it.
func HeldIn(word string) []string { return heldIn[word] }

var heldIn = map[string][]string{
	"no": {"now", "know", "not"}, "si": {"necesito", "siguiente"}, "hi": {"this", "which"}, "ok": {"book", "look"}, "on": {"phone", "money"},
	"in": {"information", "thing"}, "out": {"about", "without"}, "one": {"phone", "done"}, "end": {"send", "weekend"}, "all": {"call"}, "go": {"good"},
	"car": {"card", "care"}, "off": {"office", "offer"}, "eat": {"great"}, "old": {"hold", "told"}, "bus": {"business"},
	"agree": {"disagree"}, "satisfied": {"dissatisfied", "unsatisfied"}, "happy": {"unhappy"}, "correct": {"incorrect"}, "available": {"unavailable"},
	"approve": {"disapprove"}, "approved": {"disapproved"}, "like": {"dislike"}, "likely": {"unlikely"}, "comfortable": {"uncomfortable"},
	"sure": {"unsure"}, "interested": {"uninterested"}, "able": {"unable"}, "subscribe": {"unsubscribe"}, "complete": {"incomplete"}, "completed": {"uncompleted"},
	"art": {"start", "part"}, "he": {"the"}, "ten": {"often"}, "pay": {"repay"}, "ja": {"januar"}, "non": {"anonyme"},
}
