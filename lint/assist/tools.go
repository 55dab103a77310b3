package assist

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"go.lsp.dev/jsonrpc2"
)

// A tool is something that an assistant can have done.
type tool struct {
	name, title, description string
	input                    object // the properties of its arguments
	required                 []string
	output                   object // the properties of what it returns
	call                     func(s *server, arguments json.RawMessage) (any, error)
}

func text(description string) object { return object{"type": "string", "description": description} }

var (
	number = object{"type": "integer"}
	list   = object{"type": "array", "items": object{"type": "object"}}
	counts = object{"type": "object", "description": "How many errors, warnings and notes there are"}

	flowText = text("The definition as JSON, or another text that holds one")
	flowFile = text("A file below the roots, instead of a text")
	nameOf   = text("The file that the text belongs to: its configuration counts")
)

// tools returns what there is.
func tools() []tool { return append(checkTools(), tryTools()...) }

// checkTools are those that look at flows as they are written.
func checkTools() []tool {
	return []tool{{
		name: "lint", title: "Check flows",
		description: "Checks a Twilio Studio flow, or all flows in a folder, and returns what Twilio would reject and what would go wrong on a live call or chat, each with its place and its cure.",
		input: object{
			"text": flowText, "path": text("A file or a folder below the roots, instead of a text"), "name": nameOf,
			"least": object{"type": "string", "enum": []string{"note", "warning", "error"}, "description": "The least severity of what is returned (default warning)"},
			"limit": limit(usualLimit, "findings, the worst first,"),
		},
		output: object{"flows": number, "counts": counts, "findings": list, "more": number},
		call:   withArguments((*server).lint),
	}, {
		name: "explain", title: "Explain a rule or a widget type",
		description: "Returns what a rule finds and how to mend it, or what is known of a widget type: its properties, events and outputs.",
		input:       object{"name": text("The ID of a rule, such as dangling-transition, or a widget type, such as say-play")},
		required:    []string{"name"},
		output:      object{"kind": object{"type": "string", "enum": []string{"rule", "widget"}}},
		call:        withArguments((*server).explain),
	}, {
		name: "fix", title: "Mend a flow",
		description: "Returns a flow with what can be mended mended. It writes nothing.",
		input: object{
			"text": flowText, "path": flowFile, "name": nameOf,
			"unsafe": object{"type": "boolean", "description": "Also make the changes that are a guess (default false)"},
		},
		output: object{"text": object{"type": "string"}, "mended": list, "left": counts},
		call:   withArguments((*server).fix),
	}}
}

// tryTools are those that look at what flows do.
func tryTools() []tool {
	return []tool{{
		name: "graph", title: "Show where widgets lead",
		description: "Returns a flow as a graph: each widget with what it says or does, and where each of its events leads.",
		input: object{
			"text": flowText, "path": flowFile, "name": nameOf,
			"around": text("Only this widget and its neighbours"),
			"limit":  limit(usualWidgets, "widgets of each flow"),
		},
		output: object{"flows": list},
		call:   withArguments((*server).graph),
	}, {
		name: "test", title: "Run scripted conversations",
		description: "Runs the test files (*.flowtest.yaml) at a path, offline, and returns those tests that failed, each with why and what was said last, and how much of each flow they take.",
		input:       object{"path": text("A test file, or a folder with some below"), "limit": limit(usualLimit, "tests")},
		required:    []string{"path"},
		output:      object{"tests": number, "passed": number, "failed": number, "undetermined": number, "results": list, "more": number, "coverage": list},
		call:        withArguments((*server).test),
	}, {
		name: "diff", title: "Compare two flows",
		description: "Returns what changed in meaning between two flows, and which findings are new and gone. Re-formatting and places on the canvas are no change.",
		input: object{
			"old":   text("A file below the roots, or REVISION:PATH of git, such as HEAD:flows/ivr.json"),
			"new":   text("The same for the flow that it became"),
			"text":  text("The flow that it became as a text, instead of new"),
			"limit": limit(usualLimit, "changes"),
		},
		required: []string{"old"},
		output:   object{"changes": list, "more": number, "moved": number, "new": list, "gone": list},
		call:     withArguments((*server).diff),
	}}
}

// limit is the argument that says how many of something are returned.
func limit(usual int, what string) object {
	return object{"type": "integer", "minimum": 1, "maximum": maxLimit, "description": fmt.Sprintf("How many %s are returned (default %d)", what, usual)}
}

func withArguments[A any](f func(s *server, arguments *A) (any, error)) func(*server, json.RawMessage) (any, error) {
	return func(s *server, raw json.RawMessage) (any, error) {
		arguments := new(A)
		if len(raw) > 0 {
			decoder := json.NewDecoder(bytes.NewReader(raw))
			decoder.DisallowUnknownFields()
			if err := decoder.Decode(arguments); err != nil {
				return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "the arguments are wrong: %v", err)
			}
		}
		return f(s, arguments)
	}
}

func (s *server) listTools(p *listParams) (any, error) {
	var all []object
	for _, t := range tools() {
		input := object{"type": "object", "properties": t.input, "additionalProperties": false}
		if t.required != nil {
			input["required"] = t.required
		}
		all = append(all, object{
			"name": t.name, "title": t.title, "description": t.description,
			"inputSchema":  input,
			"outputSchema": object{"type": "object", "properties": t.output},
			"annotations":  object{"readOnlyHint": true, "openWorldHint": false, "idempotentHint": true},
		})
	}
	return object{"tools": all}, p.check()
}

// callTool has a tool do its work. What it cannot do is a result, which the assistant
// sees; a call that is wrong is an error of the protocol.
func (s *server) callTool(p *struct {
	Name      string          `json:"name"`
	Arguments json.RawMessage `json:"arguments"`
}) (any, error) {
	for _, t := range tools() {
		if t.name != p.Name {
			continue
		}
		structured, err := t.call(s, p.Arguments)
		var wrong *jsonrpc2.Error
		switch {
		case errors.As(err, &wrong):
			return nil, err
		case err != nil:
			return object{"content": []object{{"type": "text", "text": err.Error()}}, "isError": true}, nil
		}
		text, err := encode(structured)
		return object{"content": []object{{"type": "text", "text": text}}, "structuredContent": json.RawMessage(text), "isError": false}, err
	}
	return nil, jsonrpc2.Errorf(jsonrpc2.InvalidParams, "there is no tool %q", p.Name)
}

// encode writes a value as JSON as people write it.
func encode(v any) (string, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return string(bytes.TrimSpace(b.Bytes())), err
}
