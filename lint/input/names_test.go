package input

import (
	"slices"
	"strings"
	"testing"

	"studiolint/lint/files"
)

func TestOwnSIDs(t *testing.T) {
	const a, b = "FW0123456789abcdef0123456789abcdef", "FO0123456789abcdef0123456789ABCDEF"
	for _, test := range []struct {
		name, text string
		own        string // parted by blanks
		all        string
		unsure     bool
	}{
		{"a resource", `{"sid": "` + a + `"}`, a, a, false},
		{"white space", "{\"sid\" \n\t :\r\n " + strings.Repeat(" ", 5000) + `"` + a + `"}`, a, a, false},
		{"in a string", `{"x": "{\n\"sid\":\n\t\"` + a + `\"}"}`, a, a, false},
		{"in a string in a string", `{"x": "{\\\"sid\\\":\\n \\\"` + a + `\\\"}"}`, a, a, false},
		{"another name", `{"flow_sid": "` + a + `", "sid_of": "` + b + `"}`, "", a + " " + b, false},
		{"no SID", `{"sid": "FW0123456789abcdef0123456789abcde", "x": "` + a + `0", "sid": "fw0123456789abcdef0123456789abcdef"}`, "", "", false},
		{"several", `[{"sid": "` + a + `", "x": "` + b + `"}, {"sid": "` + b + `"}]`, a + " " + b, a + " " + b + " " + b, false},
		{"at the end", `"sid": "` + a, a, a, false},
		{"an escaped name", `{"\u0073id": "` + a + `"}`, "", "", true},
		{"an escaped SID", `{"sid": "\u0046W0123456789abcdef0123456789abcdef"}`, "", "", true},
		{"another escape", `{"sid": "` + a + `", "x": "\u00e9\u003c"}`, a, a, false},
		{"needless commas", `{"sid": ,"` + a + `",}`, a, a, false},
		{"a form", "Definition=%7B%7D&FriendlyName=x", "", "", true},
		{"Terraform", "${jsonencode({sid = \"" + a + "\"})}", "", "", true},
	} {
		var own, all []string
		c := FromBytes("x.json", []byte(test.text))
		look, _ := c.OwnSIDs(files.Root{}, func(sid string) { own = append(own, sid) })
		look2, _ := c.SIDs(files.Root{}, func(sid string) { all = append(all, sid) })
		want := Seen
		if test.unsure {
			want = Unsure
		}
		if look != want || look2 != want || !slices.Equal(own, strings.Fields(test.own)) || !slices.Equal(all, strings.Fields(test.all)) {
			t.Errorf("%s: %v %d, %v %d", test.name, own, look, all, look2)
		}
	}
	for _, text := range []string{`{"sid" /* x */ : "` + a + `"}`, "{\"sid\": // x\n \"" + a + `"}`, "{\"sid\" # x\n : \"" + a + `"}`} {
		if look, _ := FromBytes("x.json", []byte(text)).OwnSIDs(files.Root{}, func(string) {}); look != Unsure {
			t.Errorf("%s: %d", text, look)
		}
	}
}
