// Package liquid reads one Liquid template as Twilio Studio knows it, as a tree:
// text, outputs, tags and blocks, and in them expressions, filters and the variables
// they read, each with its place. It tells where a template is broken. It evaluates
// nothing (see eval) and knows nothing of flows.
//
//	text := `Hello {{ flow.variables.name | upcase }}`
//	t := liquid.Parse(text)
//	t.Nodes                            // text and output
//	t.Outputs[0].Expr.Terms[0].Filters // upcase
//	t.References[0].String()           // flow.variables.name
//	t.References[0].In(text)           // the same, as it is written
//
// Outputs, tags and references are kept in lists, in order, and the tree refers to
// them by index: who asks only what a template reads need not walk it. Leaves, Terms
// and Filters walk.
//
// Parse never fails. What it cannot read becomes an entry of Template.Errors,
// and reading goes on after it: one mistake gives one error, references before
// and after it are still found, and time stays proportional to the length of
// the text.
//
// All offsets are bytes of the string given to Parse, and all spans are half
// open. The parser accepts what the dialects of Liquid in use agree on, since
// Twilio has not published its engine; a construct only some of them take has an
// ErrorKind that says so, and the caller can weigh it. Filters and tags
// nobody knows are no errors here.
//
// Placeholders of a deployment step, ${…} and %{…}, are opaque: plain text
// outside markup, an unknown value inside.
package liquid
