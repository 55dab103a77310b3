package offer

import (
	"strings"

	"studiolint/lint/pattern"
)

// MayNameTeam reports whether a text may name a team, by a word for one.
func MayNameTeam(text string) bool { return teams.In(text) }

var teams = pattern.AnyOf("team", "department", "dept", "desk", "office", "equipo", "departamento", "equipe", "setor", "abteilung", "service")

// TeamOf returns the first of some words, in small letters, after which a text names a team: "our sales team", "el
// departamento de ventas"; "" for none.
func TeamOf(text string, all []string) string {
	small := strings.ToLower(text)
	for _, word := range all {
		for _, form := range teamForms {
			if strings.Contains(small, strings.Replace(form, "*", word, 1)) {
				return word
			}
		}
	}
	return ""
}

var teamForms = []string{
	"* team", "* department", "* dept", "* desk", "* office", "department of *", "equipo de *", "departamento de *", "equipe de *", "setor de *", "*abteilung", "abteilung *", "service *", "service des *",
}
