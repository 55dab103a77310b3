package input

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	stdutf16 "unicode/utf16"

	"studiolint/lint/files"
)

// utf16Text writes a text as UTF-16.
func utf16Text(order binary.AppendByteOrder, mark bool, text string) string {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xFEFF)
	}
	for _, u := range stdutf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// TestBadInput says what becomes of files that are not valid JSON: a file whose
// mistake is reported, an error, or nothing.
func TestBadInput(t *testing.T) {
	const nothing = "nothing"
	truncated := definition[:len(definition)-20]
	tests := []struct {
		name, file, text string
		named, found     string // part of Syntax.Cause, part of the error, or nothing
	}{
		{"empty", "a.json", "", "file is empty", nothing},
		{"white space", "a.json", " \n", "file is empty", nothing},
		{"text", "a.txt", "hello", "not a JSON value", nothing},
		{"broken flow", "a.json", truncated, "never closed", "never closed"},
		{"broken flow, comment first", "a.json", "// my flow\n" + definition, "no comments", "no comments"},
		{"broken flow, comment and more", "a.json", "// my flow\n" + truncated, "no comments", "no comments"},
		{"broken flow, bracket missing", "a.json", strings.Replace(definition, "}]}", "}]", 1), "", ""},
		{"broken other", "a.json", `{"compilerOptions": {}, // c` + "\n}", "no Studio flow definition", nothing},
		{"broken states of another machine", "a.json", `{"states":{"a":{"on":{}},}}`, "not those of a Studio flow", nothing},
		{"broken transitions of Python", "a.json", `{"states":["a"],"transitions":[{"trigger":"t"}],}`, "not those of a Studio flow", nothing},
		{"broken Flex Flow", "a.json", `{"chat_service_sid":"IS1","channel_type":"web",}`, "comma before", "comma before"},
		{"broken request in a string", "a.json", `{"Definition":` + quoted(definition) + `,}`, "comma before", "comma before"},
		{"broken form", "a.json", "Status=draft&Definition=%7B%2", "percent sign", "percent sign"},
		{"two values", "a.json", definition + definition, "after the end", "after the end"},
		{"Latin-1", "a.json", strings.Replace(definition, `"d"`, "\"M\xe4rz\"", 1), "0xE4", "0xE4"},
		{"Latin-1, other", "a.json", "{\"a\":\"M\xe4rz\"}", "0xE4", nothing},
		{"UTF-16, little end first", "a.json", utf16Text(binary.LittleEndian, true, definition), "UTF-16", "UTF-16"},
		{"UTF-16, big end first", "a.json", utf16Text(binary.BigEndian, true, definition), "UTF-16", "UTF-16"},
		{"UTF-16 without a mark", "a.json", utf16Text(binary.LittleEndian, false, definition), "UTF-16", "UTF-16"},
		{"UTF-16, other", "a.json", utf16Text(binary.LittleEndian, true, `{"a":1}`), "UTF-16", nothing},
		{"binary", "a.json", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary file", nothing},
		{"binary, zero first", "a.json", "\x00asm\x01\x00\x00\x00", "binary file", nothing},
		{"flow with a zero byte", "a.json", strings.Replace(definition, `"d"`, "\"\x00\"", 1), "control character", "control character"},
		{"HCL", "a.tftpl", "\n${ jsonencode({ \"states\": [], \"initial_state\": \"Trigger\" }) }", "", ""},
		{"HCL, named JSON", "a.json", "\ufeff${jsonencode(" + definition + ")}", "", ""},
		{"HCL, broken", "a.tftpl", "${jsonencode(" + truncated + "}", "unterminated", "unterminated"},
		{"HCL, broken, something else", "a.tftpl", "server { ${ } }", "expression", nothing},
		{"HCL, something else", "a.tf", "locals { a = 1 }", "Terraform configuration", nothing},
		{"HCL, a template of something else", "a.tftpl", "server { ${name} }", "Terraform template", nothing},
		{"template, JSON", "a.json.tpl", strings.Replace(definition, `"d"`, `"${ENV}"`, 1), "", ""},
		{"template, value filled in", "a.json.tpl", strings.Replace(definition, `"d"`, `${ENV}`, 1), "", ""},
		{"template, value that is none of Terraform's", "a.json.tpl", strings.Replace(definition, `"d"`, `${ENV:-x}`, 1), "placeholder", "passed over: a.json.tpl seems to hold a flow"},
		{"template, Jinja value", "a.json.j2", strings.Replace(definition, `"d"`, `{{ env }}`, 1), "", "passed over: a.json.j2 seems to hold a flow"},
		{"template, Jinja block", "a.json.j2", strings.Replace(definition, `"d",`, `"d",{% if x %}`, 1), "", "passed over: a.json.j2 seems to hold a flow"},
		{"template, Handlebars escape", "a.json.HBS", strings.Replace(definition, `"d"`, `"\{{flow.sid}}"`, 1), `\{{ keeps`, "passed over: a.json.HBS seems to hold a flow"},
		{"template, mistake", "a.json.tpl", truncated, "never closed", "never closed"},
		{"value filled in, no template", "a.json", strings.Replace(definition, `"d"`, `${ENV}`, 1), "placeholder", "placeholder"},
		{"deep", "a.json", strings.Repeat("[", 100_000), "nested more than", nothing},
		{"deep inside a flow", "a.json", `{"initial_state":"x","states":` + strings.Repeat("[", 100_000), "nested more than", "nested more than"},
		{"terminal escape", "a.json", "{\"a\":\x1b[31m}", "", nothing},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, named := range []bool{true, false} {
				f, err := load(t, tt.file, tt.text, named)
				want := tt.found
				if named {
					want = tt.named
				}
				got := nothing
				switch {
				case err != nil:
					got = err.Error()
				case f != nil && f.Source.Syntax != nil:
					got = f.Source.Syntax.Cause
					if f.Source.Readable() != (len(f.Documents) > 0) {
						t.Errorf("named %v: documents in a text that cannot be read, or none in one that can: %v", named, documents(f))
					}
				case f != nil:
					got = ""
				}
				if !strings.Contains(got, want) || (got == nothing) != (want == nothing) {
					t.Errorf("named %v: %q, want %q", named, got, want)
				}
			}
		})
	}
}

func TestLoadFromDisk(t *testing.T) {
	root := t.TempDir()
	name := filepath.Join(root, "flow.json")
	if err := os.WriteFile(name, []byte(definition), 0o666); err != nil {
		t.Fatal(err)
	}
	// Texts are read into buffers that serve one file after the other.
	first, err := Candidate{Path: name}.Load(files.Here())
	if err != nil || first == nil {
		t.Fatal(first, err)
	}
	other := filepath.Join(root, "other.json")
	if err := os.WriteFile(other, bytes.Repeat([]byte(" "), len(definition)), 0o666); err != nil {
		t.Fatal(err)
	}
	if f, err := (Candidate{Path: other}).Load(files.Here()); f != nil || err != nil {
		t.Fatal(f, err)
	}
	if string(first.Source.Bytes) != definition || first.Source.Path != name || first.Named {
		t.Errorf("%s %v: %s", first.Source.Path, first.Named, first.Source.Bytes)
	}

	for path, want := range map[string]string{
		root:                                 "it is a folder",
		filepath.Join(root, "no.json"):       "no such file",
		strings.Repeat("x", 10_000):          "it cannot be read: file name too long",
		filepath.Join(root, "a\x1b[31m.jso"): `a\x1b[31m.jso": there is no such`,
	} {
		_, err := Candidate{Path: path}.Load(files.Here())
		var e *PathError
		if !errors.As(err, &e) || e.Path != path || !strings.Contains(err.Error(), want) || len(err.Error()) > 400 {
			t.Errorf("%.80q: %v, want %q", path, err, want)
		}
	}
	if _, err := (Candidate{Path: "no.json"}).Load(files.Here()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v is not fs.ErrNotExist", err)
	}
}

func TestTooLarge(t *testing.T) {
	root := t.TempDir()
	size := MaxSize + 1
	texts := map[string]string{
		"flow":      definition[:len(definition)-1] + strings.Repeat(" ", size-len(definition)) + "}",
		"other":     `{"a":"` + strings.Repeat("x", size-8) + `"}`,
		"binary":    "\x89PNG\x00\x00" + strings.Repeat("\x00", size-6),
		"largest":   definition + strings.Repeat(" ", MaxSize-len(definition)),
		"one array": strings.Repeat("[", size),
	}
	for name, text := range texts {
		path := filepath.Join(root, name+".json")
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		for _, c := range []Candidate{{Path: path}, {Path: path, Named: true}, {Path: path, Named: true, SkipOther: true}, FromBytes(path, []byte(text))} {
			f, err := c.Load(files.Here())
			asked := c.Named && !c.SkipOther
			switch {
			case name == "largest":
				if err != nil || f == nil || len(f.Documents) != 1 || f.Source.Size != MaxSize {
					t.Errorf("%s: %v, %v", name, documents(f), err)
				}
			case name == "binary" && asked:
				if other := (*NotFlowError)(nil); !errors.As(err, &other) {
					t.Errorf("%s: %v", name, err)
				}
			case err != nil:
				t.Errorf("%s: %v", name, err)
			case !asked && name != "flow":
				if f != nil {
					t.Errorf("%s: taken for a flow when found", name)
				}
			case f == nil:
				t.Errorf("%s: passed over, named %v", name, c.Named)
			case f.Source.Size != int64(size) || len(f.Source.Bytes) != headSize || f.Source.Root().Exists() ||
				len(f.Documents) != 0 || len(f.Texts) != 1 || f.Source.Syntax != nil:
				t.Errorf("%s: size %d of %d", name, len(f.Source.Bytes), f.Source.Size)
			}
		}
	}
}

// TestHostile loads texts that make careless readers overflow the stack or take
// more than linear time.
func TestHostile(t *testing.T) {
	fill := func(unit string, size int) string { return strings.Repeat(unit, size/len(unit)) }
	const (
		whole = MaxSize - 100 // with room for what stands around it
		part  = 4 << 20       // where every element costs something
	)
	texts := map[string]string{
		"100,000 brackets":    strings.Repeat("[", 100_000),
		"brackets":            fill("[", whole),
		"objects":             fill(`{"a":`, whole),
		"objects of states":   fill(`{"states":`, whole),
		"pages":               fill(`{"flows":[`, whole),
		"brackets in a flow":  `{"initial_state":"a","states":` + fill("[", whole),
		"string of brackets":  `{"Definition":"` + fill("[", whole) + `"}`,
		"UTF-16 brackets":     "\xff\xfe" + fill("[\x00", whole),
		"zero bytes":          fill("\x00", whole),
		"names never closed":  fill(`"states`, whole),
		"names in quotes":     fill(`"states"`, whole),
		"fields":              fill("&states=%22", whole),
		"empty objects":       "[" + fill(`{},`, part) + "{}]",
		"members":             "{" + fill(`"a":1,`, part) + `"a":1}`,
		"states":              `{"states":[` + fill(`{"type":1},`, part) + `1]}`,
		"backslashes":         `{"states":"` + fill(`\\`, part) + `"}`,
		"escaped quotes":      `{"definition":"` + fill(`\"`, part) + `"}`,
		"form":                "Definition=" + fill("%22", part),
		"pages nested enough": strings.Repeat(`{"flows":[`, 5000) + strings.Repeat(`]}`, 5000),
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			for _, named := range []bool{true, false} {
				load(t, "a.json", text, named)
			}
		})
	}
}
