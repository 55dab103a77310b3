package source

import (
	"strings"
	"testing"
)

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

// What is wrong but needless is read as if it were blank: each node is where it stands.
func TestReadable(t *testing.T) {
	for text, want := range map[string]string{
		"{\"a\": [1, /* two */ 2,], // three\n\"b\": \"// no\"}": "{\"a\": [1,           2 ],         \n\"b\": \"// no\"}",
		"# first\n{}":        "       \n{}",
		"[1]\n// last":       "[1]\n       ",
		"{\"é\": 1, /*é*/ }": "{\"é\": 1         }",
	} {
		f := Parse("", []byte(text))
		if f.Syntax == nil || !f.Readable() {
			t.Errorf("%s cannot be read", text)
			continue
		}
		if got := string(f.text); got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
		if string(f.Bytes) != text {
			t.Errorf("%s has become %s", text, f.Bytes)
		}
	}
	for _, text := range []string{`{"a": 1 /`, `[1, // x`, `{'a': 1 /* x */}`, `/* [1]`, "// x", `["a\q", /* x */]`} {
		if f := Parse("", []byte(text)); f.Syntax == nil || f.Readable() || f.Root().Exists() {
			t.Errorf("%s can be read", text)
		}
	}
}

// A merge conflict is one mistake with all its marks.
func TestConflict(t *testing.T) {
	text := "{\n<<<<<<< HEAD\n\"a\": 1\n||||||| base\n\"a\": 0\n=======\n\"a\": 2\n>>>>>>> other\n}\n"
	f := Parse("", []byte(text))
	if f.Syntax == nil || f.Readable() || !strings.Contains(f.Syntax.Cause, "merge conflict") {
		t.Fatalf("%v", f.Syntax)
	}
	var marks []string
	for _, s := range f.Syntax.Also {
		marks = append(marks, text[s.Start:s.End])
	}
	if got := strings.Join(marks, " "); got != "<<<<<<< ||||||| ======= >>>>>>>" {
		t.Errorf("the marks are %s", got)
	}
	for _, text := range []string{"[\n<<<<<<<< 1]", "[\n <<<<<<< a\n]", "[1,\n======\n]", "{}\n=======x"} {
		if f := Parse("", []byte(text)); f.Syntax == nil || strings.Contains(f.Syntax.Cause, "merge") {
			t.Errorf("%q: %v", text, f.Syntax)
		}
	}
	if f := Parse("", []byte("{}\n=======\n{}")); !strings.Contains(f.Syntax.Cause, "merge") {
		t.Error(f.Syntax)
	}
}
