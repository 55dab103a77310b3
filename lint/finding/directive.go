package finding

// DirectiveWord begins a directive. JSON has no comments, so directives stand in
// the description of a flow:
//
//	studiolint-ignore RULE WIDGET: reason
//
// each on a line of its own, or after a semicolon. WIDGET may be left out or
// hold * for any text. What is after the colon up to the end of the line, or to
// the next directive, is the reason.
const DirectiveWord = "studiolint-ignore"
