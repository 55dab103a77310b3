package source

import (
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// TestClients measures what the languages of the clients make of a definition.
func TestClients(t *testing.T) {
	text := []byte("{\n  \"a\": \"x, y: <b> & 'c' * (d)! \\\"e\\\\ é 漢 😀 ~-_.\\n\",\n\t\"b\": [1, -2.5, true, null, {}], \"c d\": {\"e\": \"{{f | g: 'h, i'}}\"}\n}\n")
	f := Parse("", text)
	whole, compact := BytesOf(text), BytesOf(text).Compact()
	if *compact != *BytesOf(Compact(text)) || whole.Len() != len(text) || whole.FormEncodedLen() != FormEncodedLen(text) {
		t.Errorf("%d and %d bytes, %d in a form", whole.Len(), compact.Len(), whole.FormEncodedLen())
	}
	sorted, err := json.Marshal(f.Root().Any(func(s string) any { return json.Number(s) }))
	if err != nil {
		t.Fatal(err)
	}
	const node = `encodeURIComponent(%).replace(/[!'()*]/g, c => "%" + c.charCodeAt(0).toString(16))`
	javaScript := func(value string) int {
		return run(t, "node", "-e", `const text = require("fs").readFileSync(0, "utf8"); console.log(`+strings.Replace(node, "%)", value+")", 1)+`.length)`)(text)
	}
	python := func(value string) int {
		return run(t, "python3", "-c", `import json, sys, urllib.parse
text = sys.stdin.buffer.read().decode()
print(len(urllib.parse.urlencode({"D": `+value+`})) - 2)`)(text)
	}
	for i, want := range []int{
		javaScript("text"),
		python("text"),
		python("json.dumps(json.loads(text))"),
		len(url.QueryEscape(string(sorted))),
		javaScript("JSON.stringify(JSON.parse(text))"),
	} {
		if c := Clients[i]; c.Size(whole, compact) != want {
			t.Errorf("%s send %d bytes, not %d", c.Name, want, c.Size(whole, compact))
		}
	}
}

// run returns a program that reads a text and prints a number.
func run(t *testing.T, program string, args ...string) func(in []byte) int {
	t.Helper()
	return func(in []byte) int {
		t.Helper()
		cmd := exec.Command(program, args...)
		cmd.Stdin = strings.NewReader(string(in))
		out, err := cmd.Output()
		switch {
		case err == nil:
		case os.Getenv("STUDIOLINT_NO_SKIP") != "":
			t.Fatalf("%s does not run: %v", program, err)
		default:
			t.Skipf("%s does not run: %v", program, err)
		}
		n, err := strconv.Atoi(strings.TrimSpace(string(out)))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
}

// TestBytesOf compares the counts with those of a walk from byte to byte.
func TestBytesOf(t *testing.T) {
	for _, text := range []string{
		``, `{}`, `"`, `"\"`, `"\\"`, `{"a\\\"b": "c\\", "d" : [" \" ", "\\\\"]}`, `\" "a" \"`, "{\"é\": \"日本 🙂\"} 語", "\xff\"\xf0\x9f\"\x80\\\"",
		"{\n          \"a\n         b\": 1,\n \n\t         \"c\": \"\\\n  \"\n}\n        ", "\n", "\n                ",
	} {
		want, inside, escaped := Bytes{}, 0, false
		for i := range len(text) {
			b := text[i]
			want.counts[inside][b]++
			switch {
			case escaped:
				escaped = false
			case b == '"':
				inside = 1 - inside
			default:
				escaped = inside == 1 && b == '\\'
			}
		}
		for _, r := range text {
			if r >= utf8.RuneSelf {
				want.wide += len(utf16.Encode([]rune{r}))
			}
		}
		if got := BytesOf([]byte(text)); *got != want {
			t.Errorf("BytesOf(%q) counts otherwise", text)
		}
	}
}

func BenchmarkBytesOf(b *testing.B) {
	text := []byte(strings.Repeat("{\n        \"name\": \"ask\",\n        \"type\": \"say-play\"\n      },\n      ", 1<<13))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		BytesOf(text)
	}
}
