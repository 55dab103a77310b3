package input

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"studiolint/lint/files"
)

// An UnreadError is a file that nobody named, that seems to hold a flow, and that was
// not read: its flow is written in a way that this package does not know. It keeps
// no run from being complete, but it is to be told.
type UnreadError struct {
	Path string // as given, with forward slashes
}

// Error names the file.
func (e *UnreadError) Error() string {
	return "passed over: " + pathText(e.Path) + " seems to hold a flow"
}

// maxGlance is how many bytes a file may have that is only looked at for signs of a
// flow. Studio takes definitions of less than 1 MB.
const maxGlance = 2 << 20

// glanceSuffixes are those of files in which people write flows, or programs that
// write them, and that are not read.
var glanceSuffixes = []string{
	".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".py", ".ipynb", ".php", ".rb", ".go", ".java", ".kt",
	".scala", ".groovy", ".cs", ".swift", ".rs", ".dart", ".ex", ".exs", ".pl", ".lua",
	".sh", ".bash", ".zsh", ".ps1", ".bat", ".http", ".rest",
	".yaml", ".yml", ".toml", ".hcl", ".tfvars", ".tfstate", ".jsonc", ".json5", ".jsonl", ".ndjson", ".jsonnet", ".libsonnet", ".cue",
	".tpl", ".tmpl", ".gotmpl", ".template", ".j2", ".jinja", ".jinja2", ".mustache", ".hbs", ".erb", ".ejs", ".njk", ".liquid",
	".md", ".mdx", ".markdown", ".txt", ".rst", ".adoc", ".html", ".htm", ".bak", ".orig", ".old",
}

// isGlanced reports whether a file of that name is looked at for signs of a flow: one that may be a program or a text,
// one without an ending, and what was a file of JSON (flow.json~, flow.json.1).
func isGlanced(name string) bool {
	name = strings.ToLower(path.Base(name))
	return slices.Contains(glanceSuffixes, path.Ext(name)) || !strings.Contains(name, ".") ||
		strings.Contains(name, ".json") && !HasFlowName(name)
}

// glance looks whether a file that is not read seems to hold a flow. One that cannot
// be opened does not.
func (c Candidate) glance(root files.Root, buffer *bytes.Buffer) error {
	info, err := root.Stat(c.Path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxGlance {
		return nil
	}
	text, _, err := c.readFile(root, buffer)
	if err != nil {
		return nil
	}
	return c.passedOver(text)
}

// passedOver is the answer for a file that is none of ours and that nobody asked for.
func (c Candidate) passedOver(text []byte) error {
	if !seemsToHoldFlow(text) {
		return nil
	}
	return &UnreadError{Path: c.Path}
}

// setAside takes the definitions out of the documents whose states nobody can read:
// an expression works them out. Where it works out some of them, the others are read.
func (f *File) setAside() {
	f.Documents = slices.DeleteFunc(f.Documents, func(d *Document) bool {
		states := d.Definition.Get("states")
		f.Unread = f.Unread || states.Unknown()
		for _, s := range states.Elements() {
			f.Unread = f.Unread || s.Unknown()
		}
		return states.Unknown()
	})
}

// seemsToHoldFlow reports whether a text in any language seems to hold a flow: it
// gives initial_state a text, and has the other members of a definition. Programs
// that only read flows name the members too, but give them no values.
func seemsToHoldFlow(text []byte) bool {
	for rest := text; ; {
		_, after, found := bytes.Cut(rest, []byte("initial_state"))
		if !found {
			return false
		}
		rest = after
		value, given := givenText(after[:min(len(after), 60)])
		if !given || !bytes.Contains(text, []byte("states")) {
			continue
		}
		// Other state machines have transitions and events, but no properties.
		if bytes.HasPrefix(value, []byte("Trigger")) ||
			bytes.Contains(text, []byte("transitions")) && bytes.Contains(text, []byte("properties")) {
			return true
		}
	}
}

// givenText returns what begins after the name of a member that is given a text, as
// in JSON ("x": "), JavaScript (x: '), Python, Ruby and PHP ('x' => ") and HCL (x = "),
// also within a string of theirs.
func givenText(after []byte) (value []byte, ok bool) {
	const quotes, blanks = "\\\"'`", " \t\r\n"
	rest := bytes.TrimLeft(bytes.TrimLeft(after, quotes), blanks)
	for _, sign := range []string{":", "=>", "="} {
		if value, found := bytes.CutPrefix(rest, []byte(sign)); found {
			value = bytes.TrimLeft(value, blanks)
			inner := bytes.TrimLeft(value, quotes)
			return inner, len(inner) < len(value)
		}
	}
	return nil, false
}
