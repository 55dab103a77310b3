package source

import "testing"

func TestNeedless(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"it is JSON", `[1]`, ""},
		{"a comma", `{"a": [1, 2, ], }`, `{"a": [1, 2 ] }`},
		{"two commas", `[1,,]`, ""},
		{"a comment at the end of a line", "[1, // one\r\n2 # two\n]", "[1,\r\n2\n]"},
		{"a line of its own", "[\n  // one\n  1\n]", "[\n  1\n]"},
		{"several lines", "/* a\n b */\n[1]", "[1]"},
		{"within a line", "[1, /* one */ 2]", "[1,  2]"},
		{"between comma and bracket", "[1, // one\n]", "[1\n]"},
		{"in a string", `["// no", "a,]", "\"/*", ]`, `["// no", "a,]", "\"/*" ]`},
		{"without an end", "[1 /* one ]", ""},
		{"a slash", "[1 / 2,]", ""},
		{"something else too", "[1, tru,]", ""},
		{"an open string", `["a,]`, ""},
		{"a comment last", "[1] // one", "[1]"},
	}
	for _, tt := range tests {
		f := Parse("a.json", []byte(tt.text))
		got, end := "", 0
		for _, e := range f.Needless() {
			_, at, text, ok := e.Resolve()
			if !ok {
				t.Fatalf("%s: an edit cannot be made", tt.name)
			}
			got += tt.text[end:at.Start] + text
			end = at.End
		}
		if end > 0 {
			got += tt.text[end:]
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
