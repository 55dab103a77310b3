// Package liquid reads one Liquid template as Twilio Studio knows it: which
// variables it reads, which filters and tags it uses, what it names itself, and
// where it is broken. It evaluates nothing and knows nothing of flows.
//
//	text := `Hello {{ flow.variables.name | upcase }}`
//	t := liquid.Parse(text)
//	t.References[0].String()   // flow.variables.name
//	t.References[0].In(text)   // the same, as it is written
//	t.Filters[0].Name          // upcase
//	t.Outputs[0].Filters       // the filters of this output alone
//
// Parse never fails. What it cannot read becomes an entry of Template.Errors,
// and reading goes on behind it: one mistake gives one error, references before
// and after it are still found, and time stays proportional to the length of
// the text.
//
// All offsets are bytes of the string given to Parse, and all spans are half
// open. The parser accepts what the dialects of Liquid in use agree on, since
// Twilio has not published its engine; a construct only some of them take has an
// ErrorKind of its own, so that the caller can weigh it. Filters and tags
// nobody knows are no errors here.
//
// Placeholders of a deployment step, ${…} and %{…}, are opaque: plain text
// outside markup, an unknown value inside.
package liquid
