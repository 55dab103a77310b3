package schemas

import "sync"

// typeAlias is what to write instead of a widget type that Studio does not know.
type typeAlias struct {
	Type, Hint string
	Legacy     bool // a type of the first Studio editor
}

func typeAliases() map[string]typeAlias {
	return aliasFile()
}

var aliasFile = sync.OnceValue(func() map[string]typeAlias {
	table := map[string]typeAlias{}
	r := open("aliases.json")
	r.object(func(section string) {
		if section != "types" && section != "legacy" {
			r.fail("section %q", section)
		}
		r.object(func(name string) {
			a := typeAlias{Legacy: section == "legacy"}
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
			table[name] = a
		})
	})
	return table
})

// TypeAlias says what to write instead of a widget type that people invent or that the
// first Studio editor used: a widget type (replacement), a sentence (hint), or both.
func TypeAlias(name string) (replacement, hint string, ok bool) {
	a, ok := typeAliases()[name]
	return a.Type, a.Hint, ok
}

// LegacyType returns the present widget type for a type of the first Studio editor
// ("InitialState").
func LegacyType(name string) (replacement string, ok bool) {
	a := typeAliases()[name]
	return a.Type, a.Legacy
}
