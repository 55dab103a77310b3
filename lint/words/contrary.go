package words

import "slices"

// contraries are words in names for two things of one kind that are each other's contrary, beside answers and states.
var contraries = [][2]string{
	{"start", "end"}, {"start", "stop"}, {"begin", "end"}, {"add", "remove"}, {"add", "delete"}, {"create", "delete"}, {"old", "new"}, {"from", "to"},
	{"first", "last"}, {"min", "max"}, {"in", "out"}, {"before", "after"}, {"previous", "next"}, {"current", "new"}, {"enable", "disable"}, {"open", "close"},
	{"confirmed", "declined"}, {"confirmed", "cancelled"}, {"confirmed", "canceled"}, {"granted", "declined"}, {"granted", "denied"}, {"granted", "revoked"},
	{"pickup", "dropoff"}, {"pickup", "return"}, {"arrival", "departure"}, {"sender", "recipient"}, {"inicio", "fin"}, {"anfang", "ende"}, {"début", "fin"},
}

// AreContrary reports whether two words of names, in small letters, are each other's contrary: start and end.
func AreContrary(a, b string) bool {
	return slices.Contains(contraries, [2]string{a, b}) || slices.Contains(contraries, [2]string{b, a}) || AreOpposites(a, b) ||
		IsRefusal(a) && IsAssent(b) || IsAssent(a) && IsRefusal(b)
}

// unsaying are names of a value that say nothing of what it is.
var unsaying = []string{"reply", "answer", "text", "response", "value", "message"}

// SaysNothing reports whether a name, in small letters, says nothing of what its value is: text, answer.
func SaysNothing(name string) bool { return slices.Contains(unsaying, name) }

// ArePlural reports whether one of two names is the other with the ending of a plural.
func ArePlural(a, b string) bool { return a == b+"s" || b == a+"s" || a == b+"es" || b == a+"es" }
