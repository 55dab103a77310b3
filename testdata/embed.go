// Package testdata holds the archives of the rules: for each rule, flows that
// break it, flows that keep it, and what is printed. They are the rules' tests
// and, in the program, the examples that explain them.
package testdata

import "embed"

// Rules holds rules/ID.txtar for each rule.
//
//go:embed rules/*.txtar
var Rules embed.FS
