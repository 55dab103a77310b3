package inventory

import (
	"encoding/csv"
	"strings"
	"testing"
)

// No cell of the CSV is a formula, whatever stands in a flow, and each row has the cells
// of its head.
func TestWriteCSV(t *testing.T) {
	for value, want := range map[string]string{
		"=1+1":             "'=1+1",
		"+15005550006":     "'+15005550006",
		"-2":               "'-2",
		"@SUM(A1)":         "'@SUM(A1)",
		"\t=1":             `\t=1`,
		"\n=1":             `\n=1`,
		" =1":              "' =1",
		"|cmd":             "'|cmd",
		"＝1":               "'＝1",
		"a=1":              "a=1",
		"":                 "",
		"a,\"b\"\nc":       `a,"b"\nc`,
		"https://a.test/?": "https://a.test/?",
	} {
		var b strings.Builder
		item := &Item{Kind: URL, Value: value, How: Literal, Places: []Place{{Widget: value, Member: value, File: value}}}
		if err := WriteCSV(&b, []*Item{item}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%q: %v, %v", value, rows, err)
		}
		for i, head := range rows[0] {
			if cell := rows[1][i]; (head == "value" || head == "file" || head == "widget" || head == "member") && cell != want {
				t.Errorf("%s %q is %q, want %q", head, value, cell, want)
			}
		}
	}
}
