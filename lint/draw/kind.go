package draw

import (
	"fmt"
	"strings"

	"studiolint/lint/effects"
	"studiolint/lint/finding"
	"studiolint/lint/words"
)

// A look is how widgets of a kind are drawn: the name of the kind, and its colour on light
// and on dark ground.
type look struct{ name, light, dark string }

var looks = [...]look{
	effects.Anything:  {"unknown", "#6b7280", "#9ca3af"},
	effects.Begins:    {"begins", "#111827", "#f3f4f6"},
	effects.Sets:      {"sets", "#7c5e10", "#e2c15a"},
	effects.Splits:    {"splits", "#6d28d9", "#b794f6"},
	effects.Tells:     {"tells", "#0f6b4f", "#5fcfa5"},
	effects.Asks:      {"asks", "#1d4ed8", "#7fb0ff"},
	effects.Dials:     {"dials", "#0e7490", "#67d5ee"},
	effects.Requests:  {"requests", "#a8400b", "#f7a26b"},
	effects.RunsFlow:  {"subflow", "#86198f", "#eb9bf2"},
	effects.HandsOver: {"hands-over", "#9d174d", "#f79ac0"},
	effects.Works:     {"works", "#475569", "#a9b6c8"},
}

func (b *Box) look() look { return looks[b.Act] }

// severities are named by letters where there is no room for more.
var letters = [...]string{finding.Error: "E", finding.Warning: "W", finding.Note: "N"}

// caption says in a few sentences what the picture shows and what is left out.
func (p *Picture) caption() []string {
	var list []string
	if n := len(p.Boxes); n > 0 {
		list = append(list, fmt.Sprintf("%s, %s%s.", words.Plural(n, "widget"), words.Plural(len(p.Arrows), "transition"), p.counts()))
	}
	if p.Shown >= 0 {
		f := p.Findings[p.Shown]
		list = append(list, fmt.Sprintf("The heavy arrows are the way to this %s: %s [%s]", f.Severity, line(f.Message, 300), f.Rule.ID))
	}
	for _, s := range p.LeftOut {
		list = append(list, line(s, 300))
	}
	return list
}

// counts says how many findings there are, as the end of a sentence.
func (p *Picture) counts() string {
	number := map[finding.Severity]int{}
	for _, f := range p.Findings {
		number[f.Severity]++
	}
	var parts []string
	for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Note} {
		if n := number[s]; n > 0 {
			parts = append(parts, words.Plural(n, s.String()))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "; " + strings.Join(parts, ", ")
}

// said lists the findings of some numbers in a few words each, such as "error: … [rule]".
func (p *Picture) said(list []int) []string {
	if len(list) == 0 {
		return nil
	}
	const most = 4
	all := make([]string, 0, min(len(list), most+1))
	for i, n := range list {
		if i == most {
			return append(all, fmt.Sprintf("and %d more", len(list)-most))
		}
		f := p.Findings[n]
		all = append(all, f.Severity.String()+": "+line(f.Message, 200)+" ["+f.Rule.ID+"]")
	}
	return all
}
