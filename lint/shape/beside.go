package shape

import (
	"studiolint/lint/source"
	"studiolint/schemas"
)

// ConditionBeside returns the members of a transition without conditions that the catalogue does not know, and
// by which one was most likely meant to be taken: the parts of a condition ("value"), or anything else that
// is no list of conditions, nor another name of a member. They are told of as one.
func ConditionBeside(transition source.Node, kind schemas.EventKind) (beside []source.Node) {
	if kind != schemas.KindBranch || transition.Get("conditions").Len() > 0 {
		return nil
	}
	for key, n := range transition.Members() {
		if key == "event" || key == "next" || key == "conditions" || key == "" {
			continue
		}
		if schemas.State().Aliases.Transitions.Get(key) != "" || IsConditions(n) {
			return nil
		}
		beside = append(beside, n)
	}
	return beside
}

// IsConditions reports whether a value is a list of what look like conditions.
func IsConditions(n source.Node) bool {
	if !n.IsArray() || n.Len() == 0 {
		return false
	}
	first := n.At(0)
	return first.IsObject() && (first.Get("value").Exists() || first.Get("arguments").Exists())
}
