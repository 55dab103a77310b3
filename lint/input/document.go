// Package input is what people hand to the linter: files, folders, globs and
// standard input. It finds them, tells from the content which kind of document
// each is, and where the definitions stand in it.
package input

import (
	"studiolint/lint/engine"
	"studiolint/lint/source"
)

// Kind is a kind of document that people keep in git.
type Kind uint8

// The kinds, told from the content and never from the name.
const (
	// Other is JSON that is none of Studio's or Flex's documents.
	Other Kind = iota
	// Definition is a bare definition: states and initial_state.
	Definition
	// FlowResource is a Flow or a Flow Revision as the API returns it.
	FlowResource
	// FlowPage is a page of Flows, whose definitions the API leaves null. A Flow
	// of the page that has a definition all the same is a document of its own.
	FlowPage
	// FlowRequest asks the API to create, update or validate a Flow.
	FlowRequest
	// FlexFlowResource is a Flex Flow as the API returns it.
	FlexFlowResource
	// FlexFlowRequest asks the API to create or update a Flex Flow.
	FlexFlowRequest
	// Legacy is an export of the first Studio editor.
	Legacy
)

// String returns a name for people.
func (k Kind) String() string {
	return [...]string{"other JSON", "flow definition", "Flow resource", "page of Flows", "Flow request",
		"Flex Flow resource", "Flex Flow request", "export of the first Studio editor"}[k]
}

// A File is one file that was read.
type File struct {
	// Source is the file's text. It has no nodes when the text is not valid, and
	// only the beginning of the bytes when the file is larger than MaxSize.
	Source *source.File

	// Filled is the text as what fills it in sees it; nil when nothing does
	// that touches Liquid.
	Filled *engine.File

	// Texts are the file's text and those within its strings and form fields
	// that were read as JSON, in document order.
	Texts []*source.File

	// Documents are the documents in the file, in document order. A file that is
	// not valid JSON, or too large, has none.
	Documents []*Document

	// Named reports whether a person named the file, rather than a folder or a
	// pattern it was found by.
	Named bool

	// Unread reports whether the file holds a flow besides the documents whose
	// states an expression works out.
	Unread bool
}

// A Document is one thing of Studio's or Flex's.
type Document struct {
	File *File
	Kind Kind
	Node source.Node // the object that is the definition, resource or request

	// Definition is the object with the states. It is absent when the document
	// has none, and when it stands in a string that is not JSON.
	Definition source.Node
}
