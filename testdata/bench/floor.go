//go:build ignore

// Floor only imports the libraries that studiolint is built on.
package main

import (
	_ "github.com/owenrumney/go-sarif/v2/sarif"
	_ "github.com/santhosh-tekuri/jsonschema/v5"
	_ "github.com/tidwall/gjson"
)

func main() {}
