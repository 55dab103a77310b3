package input

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync"

	"studiolint/lint/engine"
	"studiolint/lint/files"
	"studiolint/lint/source"
)

// MaxSize is how many bytes a file may have. Of a larger one only the beginning
// is read. Studio takes definitions of less than 1 MB.
const MaxSize = 16 << 20

// headSize is how much is read of a file that is larger than MaxSize.
const headSize = 64 << 10

// buffers hold the texts of files until it is known whether they are ours: those
// of most files in a folder are not kept.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Load reads the file and finds its documents. It returns nil without an error
// when the file was found rather than named and holds nothing of Studio's, and an
// *UnreadError when it seems to hold a flow all the same. A file
// that cannot be read is a *PathError, a named one that is none of ours a
// *NotFlowError. What is not valid JSON comes back without documents when it was
// named or looks like a document, for a rule to report.
func (c Candidate) Load(root files.Root) (*File, error) { return c.Reload(root, nil) }

// Reload is Load, but returns what was loaded before when the text is still the same.
func (c Candidate) Reload(root files.Root, before *File) (*File, error) {
	buffer := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buffer)
	if c.glances() {
		return nil, c.glance(root, buffer)
	}
	text, size, err := c.read(root, buffer)
	if err != nil {
		return nil, err
	}
	if before != nil && size == before.Source.Size && bytes.Equal(text, before.Source.Bytes) {
		return before, nil
	}
	return c.document(text, size, buffer)
}

// keep returns a text that stands in a buffer for good: with the memory of the buffer,
// unless that is much more than it needs.
func keep(text []byte, buffer *bytes.Buffer) []byte {
	if buffer.Cap() > len(text)+len(text)/8+2*bytes.MinRead {
		return bytes.Clone(text)
	}
	*buffer = bytes.Buffer{} // which serves the next file
	return text[:len(text):len(text)]
}

// document finds the documents of a text, which may stand in a buffer.
func (c Candidate) document(text []byte, size int64, buffer *bytes.Buffer) (*File, error) {
	asked := c.Named && !c.SkipOther
	if why := notText(text); why != "" {
		return nil, c.other(asked, why)
	}
	language, e := c.language(text), c.engine()
	if !asked && !language.maySuit(text) {
		return nil, c.passedOver(text)
	}
	if c.data == nil {
		text = keep(text, buffer)
	}
	f := &File{Named: c.Named, Filled: e.File(text)}
	if size > int64(len(text)) {
		f.Source = &source.File{Path: c.Path, Bytes: text, Size: size}
	} else {
		f.Source = language.parse(c.Path, text)
		f.leaveOutMarks(language)
	}
	whole := size == int64(len(text))
	if c.Engine == nil && language == jsonText && whole && !f.Source.Readable() && e != nil && !e.IsTerraform() {
		if read := terraformInstead(c.Path, text); read != nil {
			language, e = terraformTemplate, engine.Named("terraform")
			f.Source, f.Filled = read, e.File(text)
		}
	}
	f.Texts = append(f.Texts, f.Source)
	if !f.Source.Readable() && e.EscapesInJSON(text) {
		return nil, c.escapedBraces(text, asked)
	}
	if !f.Source.Readable() || !whole {
		if asked || language.wasMeant(c.Path, f.Source) {
			return f, nil
		}
		return nil, c.passedOver(text)
	}
	return c.classified(f, language, asked)
}

// classified returns a file that can be read, with its documents.
func (c Candidate) classified(f *File, language language, asked bool) (*File, error) {
	classify(f, language, !asked)
	f.setAside()
	if len(f.Documents) > 0 || f.isBroken() && (language.isTerraform() && !f.Unread || language == markdownPage) {
		return f, nil
	}
	return nil, c.nothing(f, language, asked)
}

// engine returns what fills in the file; nil for nothing.
func (c Candidate) engine() *engine.Engine {
	if c.Engine != nil {
		return c.Engine
	}
	return engine.Of(c.Path)
}

// glances reports whether the file is only looked at for signs of a flow. A configuration
// that tells what fills it in says that it holds one.
func (c Candidate) glances() bool { return c.Glance && c.Engine == nil }

// leaveOutMarks reads a text anew that is JSON but for what is for its engine alone:
// {% raw %} around all of it, comments, other braces.
func (f *File) leaveOutMarks(l language) {
	if l != jsonText || f.Filled == nil || f.Source.Readable() {
		return
	}
	if text := f.Filled.WithoutMarks(f.Source.Bytes); text != nil {
		if read := source.ParseInstead(f.Source.Path, f.Source.Bytes, text); read.Syntax == nil {
			f.Source = read
		}
	}
}

// isBroken reports whether a text in the file cannot be read, which a rule reports.
func (f *File) isBroken() bool {
	return slices.ContainsFunc(f.Texts, func(text *source.File) bool { return text.Syntax != nil })
}

// nothing is the answer for a file in which there is nothing to check.
func (c Candidate) nothing(f *File, l language, asked bool) error {
	switch {
	case l == markdownPage:
		return c.noBlock(f, asked)
	case !asked:
		return c.passedOver(f.Source.Bytes)
	case f.Unread:
		return c.other(asked, "its flow is put together by expressions that only Terraform can work out; render it, as terraform show -json does with a plan, and check what comes out")
	case l.isTerraform():
		return c.other(asked, describeTerraform(l))
	}
	return c.other(asked, describe(f.Source.Root()))
}

// escapedBraces is the answer for a template that its escapes keep from being JSON.
func (c Candidate) escapedBraces(text []byte, asked bool) error {
	if !asked {
		return c.passedOver(text)
	}
	return c.other(asked, `it is a Handlebars template that \{{ keeps from being JSON; fill it in first, then check the JSON that comes out`)
}

// other is the answer for a file that is none of ours: an error only when a
// person asked for it.
func (c Candidate) other(asked bool, why string) error {
	if !asked {
		return nil
	}
	return &NotFlowError{Path: c.Path, Why: why}
}

// read returns the text, which may stand in the buffer, and the length of the
// whole file, which is longer when only the beginning was read.
func (c Candidate) read(root files.Root, buffer *bytes.Buffer) (text []byte, size int64, err error) {
	text = c.data
	if c.data == nil {
		if text, size, err = c.readFile(root, buffer); err != nil {
			return nil, 0, err
		}
	}
	size = max(size, int64(len(text)))
	if size > MaxSize {
		text = text[:min(len(text), headSize)]
	}
	return text, size, nil
}

// readFile reads the file, or the beginning of one that is larger than MaxSize, and
// returns its size as the file system has it.
func (c Candidate) readFile(root files.Root, buffer *bytes.Buffer) (text []byte, size int64, err error) {
	buffer.Reset()
	if size, ok := root.Read(c.Path, buffer, mostOf); ok {
		return buffer.Bytes(), size, nil
	}
	info, err := root.Stat(c.Path)
	if err != nil {
		return nil, 0, Unreadable(c.Path, err)
	}
	// What is no regular file could wait for ever when it is opened.
	if !info.Mode().IsRegular() {
		return nil, 0, notRegular(c.Path, info.Mode())
	}
	file, err := root.Open(c.Path)
	if err != nil {
		return nil, 0, Unreadable(c.Path, err)
	}
	defer file.Close()
	size = info.Size()
	most := mostOf(size)
	buffer.Reset()
	buffer.Grow(int(min(size, most)) + bytes.MinRead)
	if _, err := buffer.ReadFrom(io.LimitReader(file, most)); err != nil {
		return nil, 0, Unreadable(c.Path, err)
	}
	return buffer.Bytes(), size, nil
}

// mostOf returns how many bytes are read of a file, which may grow meanwhile.
func mostOf(size int64) int64 {
	if size > MaxSize {
		return headSize
	}
	return MaxSize + 1
}

const expected = "expected is a flow definition, a Flow resource or an API request"

// describe says what a JSON text is that holds nothing of ours.
func describe(root source.Node) string {
	switch {
	case root.IsArray():
		return "it is a JSON array, but none of its elements is a flow definition or a Flow resource; " + expected
	case !root.IsObject():
		return fmt.Sprintf("it holds only a JSON %s; %s", root.Kind(), expected)
	case isPlan(root):
		return "it is what terraform show prints, but no flow definition in it is known before it is applied; check the configuration or the template that the definition comes from"
	case has(root, "StartAt", "States"):
		return "it looks like an Amazon States Language state machine; " + expected
	case has(root, "states"):
		return `its "states" are not those of a Studio flow: there is no "initial_state", and no state has a "type" and "transitions"; ` + expected
	}
	return fmt.Sprintf(`it is JSON, but no Studio flow definition: it has no "states"%s; %s`, memberNames(root), expected)
}

// memberNames lists a few members of an object for a message.
func memberNames(object source.Node) string {
	if object.Len() == 0 {
		return " (it is empty)"
	}
	const most = 3
	list, n := " (its members are ", 0
	for name := range object.Members() {
		if n == most {
			break
		}
		if n++; n > 1 {
			list += ", "
		}
		list += strconv.Quote(withoutMiddle(name))
	}
	if more := object.Len() - n; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return list + ")"
}
