package schemas

import "strings"

// An alias is what to write instead of a name that Studio does not know.
type alias struct {
	Type, Hint string
	Legacy     bool // a type of the first Studio editor
}

// names are those that people invent.
type names struct{ types, operators, unseen Table[alias] }

// foldOperator takes from an operator what people write in several ways.
func foldOperator(name string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(name))
}

// TypeAlias says what to write instead of a widget type that people invent or that the
// first Studio editor used: a widget type (replacement), a sentence (hint), or both.
func TypeAlias(name string) (replacement, hint string, ok bool) {
	a, ok := aliasTable.types.Find(name)
	return a.Type, a.Hint, ok
}

// OperatorAlias says what to write instead of an operator of Split Based On that people
// invent: an operator, and a sentence when that alone does not do. Case, underscores,
// hyphens and blanks do not matter.
func OperatorAlias(name string) (operator, hint string, ok bool) {
	a, ok := aliasTable.operators.Find(foldOperator(name))
	return a.Type, a.Hint, ok
}

// UnseenType returns the title of a widget that Twilio documents and of which no
// definition has been seen, for the type that it most likely has.
func UnseenType(name string) (title string, ok bool) {
	a, ok := aliasTable.unseen.Find(name)
	return a.Hint, ok
}

// LegacyType returns the present widget type for a type of the first Studio editor
// ("InitialState").
func LegacyType(name string) (replacement string, ok bool) {
	a := aliasTable.types.Get(name)
	return a.Type, a.Legacy
}
