package offer

import "studiolint/lint/words"

// ForTheMoment reports whether a text says that something is so for a while only: "we can't find it right now", "our
// system …", "try again in an hour".
func ForTheMoment(text string) bool { return forTheMoment.In(text) }

var forTheMoment = words.AnyOf("right now", "at the moment", "at this time", "currently", "for now", "our system", "try again in", "try again later",
	"en este momento", "por el momento", "ahora mismo", "nuestro sistema", "más tarde", "mas tarde", "no momento", "neste momento", "nosso sistema", "mais tarde",
	"im moment", "zurzeit", "derzeit", "momentan", "unser system", "später", "pour le moment", "pour l'instant", "actuellement", "notre système", "plus tard", "al momento", "più tardi")
