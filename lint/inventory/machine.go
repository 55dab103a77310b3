package inventory

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"studiolint/lint/source"
	"studiolint/lint/words"
)

// jsonVersion is raised when a member changes its meaning or goes away.
const jsonVersion = 1

type jsonItem struct {
	Kind    Kind        `json:"kind"`
	SIDKind string      `json:"sid_kind,omitempty"`
	Value   string      `json:"value"`
	How     How         `json:"how"`
	Places  []jsonPlace `json:"places"`
}

type jsonPlace struct {
	File   string       `json:"file"`
	Widget string       `json:"widget"`
	Member string       `json:"member"`
	Range  source.Range `json:"range"`
}

// WriteJSON writes one object with all items.
func WriteJSON(w io.Writer, items []*Item) error {
	out := struct {
		Version int        `json:"version"`
		Items   []jsonItem `json:"items"`
	}{jsonVersion, []jsonItem{}}
	for _, i := range items {
		item := jsonItem{i.Kind, i.SIDKind, i.Value, i.How, nil}
		for _, p := range i.Places {
			item.Places = append(item.Places, jsonPlace{p.File, p.Widget, p.Member, p.Range})
		}
		out.Items = append(out.Items, item)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

// WriteCSV writes a row for each place. What a spreadsheet would take for a formula, such
// as a number that begins with a plus, is marked as text by an apostrophe.
func WriteCSV(w io.Writer, items []*Item) error {
	c := csv.NewWriter(w)
	rows := [][]string{{"kind", "sid_kind", "value", "how", "file", "line", "column", "widget", "member"}}
	for _, i := range items {
		for _, p := range i.Places {
			start := p.Range.Start
			rows = append(rows, []string{string(i.Kind), i.SIDKind, i.Value, string(i.How), p.File,
				strconv.Itoa(start.Line), strconv.Itoa(start.Column), p.Widget, p.Member})
		}
	}
	for _, row := range rows {
		for k := range row {
			row[k] = asText(row[k])
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// asText keeps a spreadsheet from reading a cell as a formula: also where blanks or signs
// that are not seen stand before it.
func asText(cell string) string {
	cell = words.Visible(cell)
	if first := strings.TrimLeft(cell, " \u00a0"); first != "" && strings.ContainsRune("=+-@|%＝＋－＠", []rune(first)[0]) {
		return "'" + cell
	}
	return cell
}
