package input

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"

	"studiolint/lint/files"
	"studiolint/lint/source"
)

// FuzzLoad says of any text: nothing panics; a named file gives a file or an
// error, and a found one none but that it was passed over; what is taken for a document when it was found
// is one when it is named; documents belong to the texts of their file.
func FuzzLoad(f *testing.F) {
	for _, text := range []string{
		definition, legacy, flow, "", "[]", "{}", "\ufeff{}", "\xff\xfe{\x00}\x00", "\x00",
		`{"definition":` + quoted(definition) + `}`,
		`{"FriendlyName":"f","Status":"draft","Definition":"${X}"}`,
		`{"meta":{"key":"flows"},"flows":[` + flow + `,null,[],{"flows":[]}]}`,
		`{"states":5,"initial_state":"x"}`, `{"states":["a"],"initial_state":7}`,
		`{"flex_flows":[{"chat_service_sid":"IS1","channel_type":"web"}]}`,
		"Definition=" + url.QueryEscape(definition) + "&Status=draft", "definition=%7B%", "Status=&FriendlyName=",
		`{"definition":"{\"states\":[],\"transitions\":[],\"properties\":[],\"initial_state\":\"Trigger`,
		"${jsonencode({})}", strings.Repeat("[", 300), strings.Repeat(`{"flows":[`, 20),
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		named, err := FromBytes("a\x1b.json", text).Load(files.Here())
		if (named == nil) == (err == nil) {
			t.Fatalf("named: %v, %v", named, err)
		}
		if err != nil && strings.ContainsFunc(err.Error(), unicode.IsControl) {
			t.Errorf("control characters in %q", err)
		}
		check(t, named)

		c := Candidate{Path: "a.json", data: append([]byte{}, text...)}
		found, err := c.Load(files.Here())
		if unread := new(UnreadError); err != nil && !errors.As(err, &unread) {
			t.Fatalf("found: %v", err)
		}
		check(t, found)
		if found != nil && (named == nil || len(found.Documents) > len(named.Documents)) {
			t.Errorf("found %v, named %v", documents(found), documents(named))
		}
	})
}

func check(t *testing.T, f *File) {
	if f == nil {
		return
	}
	if len(f.Texts) == 0 || f.Texts[0] != f.Source {
		t.Fatal("the file's own text is not the first")
	}
	if !f.Source.Readable() && len(f.Documents) > 0 {
		t.Error("documents in a text that cannot be read")
	}
	for _, d := range f.Documents {
		if d.File != f || d.Kind == Other || !d.Node.IsObject() {
			t.Errorf("%v", documents(f))
		}
		for _, n := range []source.Node{d.Node, d.Definition} {
			if n.Exists() && (!slices.Contains(f.Texts, n.File()) || n.File().Outermost() != f.Source) {
				t.Errorf("%s belongs to no text of the file", n.Pointer())
			}
		}
		if d.Definition.Exists() && !d.Definition.IsObject() {
			t.Errorf("the definition is a %v", d.Definition.Kind())
		}
	}
}
