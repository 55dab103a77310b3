package schemas

import (
	"strings"
	"sync"
)

// An alias is what to write instead of a name that Studio does not know.
type alias struct {
	Type, Hint string
	Legacy     bool // a type of the first Studio editor
}

// aliases are the names that people invent, by section of the file.
var aliasFile = sync.OnceValue(func() map[string]map[string]alias {
	table := map[string]map[string]alias{"types": {}, "operators": {}, "unseen": {}}
	r := open("aliases.json")
	r.object(func(section string) {
		into, legacy := table[section], section == "legacy"
		switch {
		case legacy:
			into = table["types"]
		case into == nil:
			r.fail("section %q", section)
		}
		r.object(func(name string) {
			a := alias{Legacy: legacy}
			r.object(func(member string) {
				switch member {
				case "type":
					a.Type = r.str()
				case "hint":
					a.Hint = r.str()
				default:
					r.fail("member %q of an alias", member)
				}
			})
			if section == "operators" {
				name = foldOperator(name)
			}
			into[name] = a
		})
	})
	return table
})

func typeAliases() map[string]alias { return aliasFile()["types"] }

// foldOperator takes from an operator what people write in several ways.
func foldOperator(name string) string {
	return strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(name))
}

// TypeAlias says what to write instead of a widget type that people invent or that the
// first Studio editor used: a widget type (replacement), a sentence (hint), or both.
func TypeAlias(name string) (replacement, hint string, ok bool) {
	a, ok := typeAliases()[name]
	return a.Type, a.Hint, ok
}

// OperatorAlias says what to write instead of an operator of Split Based On that people
// invent: an operator, and a sentence when that alone does not do. Case, underscores,
// hyphens and blanks do not matter.
func OperatorAlias(name string) (operator, hint string, ok bool) {
	a, ok := aliasFile()["operators"][foldOperator(name)]
	return a.Type, a.Hint, ok
}

// UnseenType returns the title of a widget that Twilio documents and of which no
// definition has been seen, for the type that it most likely has.
func UnseenType(name string) (title string, ok bool) {
	a, ok := aliasFile()["unseen"][name]
	return a.Hint, ok
}

// LegacyType returns the present widget type for a type of the first Studio editor
// ("InitialState").
func LegacyType(name string) (replacement string, ok bool) {
	a := typeAliases()[name]
	return a.Type, a.Legacy
}
