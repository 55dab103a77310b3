package literal

import (
	"fmt"
	"strings"
	"testing"
)

const (
	workflow = "WW00000000000000000000000000000001"
	host     = "hooks-1111-dev.twil.io"
	sender   = "+15005550006"
)

func TestFind(t *testing.T) {
	f := NewFinder(workflow, host, sender, "https://api.example.com/v1", "sales", "sales desk", "Ann's & Co", "Zo\u00eb \U0001F600")
	for text, want := range map[string]string{
		workflow: "0",
		"https://" + host + "/menu?from=" + sender: "1 2",
		"from=%2B15005550006&to=%2b15005550006":    "2 2",
		"+150055500061":                            "",
		"x" + sender:                               "",
		"my-" + host:                               "",
		"a." + host:                                "",
		host + ".example.com":                      "",
		host + ".":                                 "1",
		host + ":8080":                             "1",
		host + "-x":                                "",
		"is " + host + ". Then":                    "1",
		`{"url":"https:\/\/api.example.com\/v1"}`:  "3",
		"https%3A%2F%2Fapi.example.com%2Fv1":       "3",
		"%22" + workflow + "%22":                   "0",
		`line\n` + workflow:                        "0",
		`{"to":"\u002b15005550006"}`:               "2",
		`{\u0022to\u0022:\u0022\u002B15005550006\u0022,\u0022workflow\u0022:\u0022` + workflow + `\u0022}`: "2 0",
		`\u00e9sales \u0020sales \u00sales`: "4",
		`\u002b150055500061`:                "",
		`Ann\u0027s \u0026 Co, Ann's \u0026 Co, Ann's & Co, Ann\u0027s & Co`: "6 6 6",
		`Zo\u00eb \ud83d\ude00 Zo\u00EB \uD83D\uDE00`:                        "7 7",
		"the sales desk, sales":                                              "5 4",
		"presales sales_desk ßsales":                                         "",
		"\xffsales\xff":                                                      "4",
		"":                                                                   "",
	} {
		var got []string
		for _, m := range f.Find(text) {
			got = append(got, fmt.Sprint(m.Value))
			if m.Write(f.values[m.Value]) != text[m.Start:m.End] {
				t.Errorf("%q: %q is written %q", text, text[m.Start:m.End], m.Write(f.values[m.Value]))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestInside(t *testing.T) {
	f := NewFinder("hooks.twil.io", "https://hooks.twil.io/a", "hooks", "my-hooks.twil.io")
	for i, want := range []string{"2 true", "0 true", "0 false", "2 true"} {
		if other, ok := f.Inside(i); fmt.Sprint(other, " ", ok) != want {
			t.Errorf("%d: %d %v, want %s", i, other, ok, want)
		}
	}
}

func TestAt(t *testing.T) {
	matches := []Match{{Start: 2, End: 4}, {Start: 6, End: 9}}
	for _, c := range []struct {
		start, end int
		want       int // where it begins
	}{{0, 2, -1}, {0, 3, 2}, {3, 4, 2}, {4, 6, -1}, {4, 7, 6}, {0, 20, 2}, {9, 12, -1}} {
		got := -1
		if m, ok := At(matches, c.start, c.end); ok {
			got = m.Start
		}
		if got != c.want {
			t.Errorf("%d to %d: %d, want %d", c.start, c.end, got, c.want)
		}
	}
}

func TestOwned(t *testing.T) {
	for text, want := range map[string]string{
		`{"workflow":"` + workflow + `"}`:                               workflow,
		"x" + workflow:                                                  "",
		workflow + "0":                                                  "",
		"WWxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx":                            "",
		"call +15005550006 or %2B15005550007":                           "+15005550006 +15005550007",
		"+1 500 555 0006":                                               "",
		"1+1234567890123456":                                            "",
		"+0150055500":                                                   "",
		"https://Hooks-1111-dev.twil.io/x?y=1":                          "hooks-1111-dev.twil.io",
		"https://${domain}-1111.twil.io/x":                              "",
		"https://{{flow.variables.host}}.twil.io/":                      "",
		"https%3A%2F%2Fhooks-1-dev.twil.io%2Fx":                         "hooks-1-dev.twil.io",
		`See\nhooks-1.twil.io`:                                          "hooks-1.twil.io",
		".twil.io twil.io a.twil.iox":                                   "",
		`\\u002b15005550006 \u002B15005550007 \u002c15005550008 \u002b`: "+15005550006 +15005550007",
		`{\u0022h\u0022:\u0022hooks-1.twil.io\u0022} \u0022` + workflow: "hooks-1.twil.io " + workflow,
		`\u0022.twil.io`:                                                "",
		"%":                                                             "", "+": "", "A": "", `\u002`: "", `\`: "", "%2": "", "%2B": "", ".": "",
	} {
		var got []string
		for _, l := range Owned(text) {
			got = append(got, l.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestURLs(t *testing.T) {
	for text, want := range map[string]string{
		"See https://example.com/a, or http://b.example.": "https://example.com/a http://b.example",
		"https://{{ flow.variables.host }}/x?a=1 b":       "https://{{ flow.variables.host }}/x?a=1",
		`{"u":"wss://a.example/b"}`:                       "wss://a.example/b",
		"no://such //thing":                               "",
	} {
		var got []string
		for _, l := range URLs(text) {
			got = append(got, l.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// Names that are too long are none, and take no longer than others.
func TestLongHost(t *testing.T) {
	if found := Owned(strings.Repeat(".a.twil.io", 100_000) + " a.twil.io"); len(found) != 1 {
		t.Errorf("%d hosts", len(found))
	}
}

// What is found stands where it is said to, and in order.
func FuzzFind(f *testing.F) {
	f.Add("https://"+host+"/?from=%2B15005550006", host)
	f.Add(`a\nsales \/`, "sales")
	f.Add(`\u0022a.twil.io\u002B15005550006 \u0026`, "+15005550006")
	f.Add("a.b..dev.twil.io......dev.twil.io", host)
	f.Fuzz(func(t *testing.T, text, value string) {
		end := 0
		for _, m := range NewFinder(value).Find(text) {
			if m.Start < end || m.End <= m.Start || text[m.Start:m.End] != m.Write(value) {
				t.Fatalf("%q in %q at %d to %d", value, text, m.Start, m.End)
			}
			end = m.End
		}
		end = 0
		for _, l := range Owned(text) {
			if l.Start < end || l.End <= l.Start || l.End > len(text) {
				t.Fatalf("%v in %q", l, text)
			}
			end = l.End
		}
		URLs(text)
	})
}
