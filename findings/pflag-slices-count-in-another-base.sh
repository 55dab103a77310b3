#!/usr/bin/env bash
# pflag 1.1.0: 010 is eight for Int and ten for IntSlice.
#
# Int reads a number as Go source does, and that is documented: 010 is octal, 0x10 is
# sixteen. Of the flags that take several numbers, Int32Slice and Int64Slice do the same;
# IntSlice and StringToInt read everything as decimal, so 010 is ten and 0x10 an
# error. A flag that is changed from one number to several changes what it means.
#
# Guessed: the same text is the same number. Seen: 8, 10, 8, 10.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/spf13/pflag v1.1.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/spf13/pflag"
)

func main() {
	flags := pflag.NewFlagSet("example", pflag.ContinueOnError)
	one := flags.Int("one", 0, "")
	ints := flags.IntSlice("ints", nil, "")
	int64s := flags.Int64Slice("int64s", nil, "")
	named := flags.StringToInt("named", nil, "")
	err := flags.Parse([]string{"--one=010", "--ints=010", "--int64s=010", "--named=a=010"})
	fmt.Println("Int", *one, "IntSlice", *ints, "Int64Slice", *int64s, "StringToInt", *named, "error", err)
	fmt.Println("0x10: Int", flags.Parse([]string{"--one=0x10"}) == nil, "IntSlice", flags.Parse([]string{"--ints=0x10"}) == nil)
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "pflag $(go list -m -f '{{.Version}}' github.com/spf13/pflag)"
cat seen
diff - seen <<'TEXT'
Int 8 IntSlice [10] Int64Slice [8] StringToInt map[a:10] error <nil>
0x10: Int true IntSlice false
TEXT
