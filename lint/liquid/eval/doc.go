// Package eval tells what a template becomes, given the variables it reads.
//
//	t := liquid.Parse(text)
//	got, err := eval.Render(t, text, eval.Env{Lookup: eval.Variables(vars)})
//
// Twilio has not published Studio's engine. What the engines in use agree on
// (Shopify's in Ruby, liquidjs, osteele/liquid), and what Twilio documents of its own
// (to_json, the rounds of a loop, the size of a text), is computed. Everything else is
// undetermined: the error is an *Undetermined, which says where the template leaves
// the common ground and why. That holds for a template with any mistake as well,
// since Twilio documents that a warning is logged, and not what is printed.
//
// A variable whose value the caller does not know does no harm where it does not
// matter: it may be assigned, and stand in a condition that holds or fails without it.
//
// The work is bounded by Env.Steps, however the template nests its loops.
package eval
