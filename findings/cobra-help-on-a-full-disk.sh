#!/usr/bin/env bash
# cobra 1.10.2: --help that cannot be written succeeds, --version fails.
#
# The help function has no error to return, and what its template's writer says is
# printed at most; so Execute returns nil and a program ends with 0 although nobody
# got the text. --version goes by a path that does return the writer's error. A
# script that keeps `program --help > file` on a full disk sees success and an empty
# file.
#
# Guessed: both fail, or neither. Seen: nil for --help, an error for --version.
set -euo pipefail
[ -w /dev/full ] || { echo "skipped: this system has no /dev/full"; exit 0; }
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/spf13/cobra v1.10.2
MOD
cat > main.go <<'GO'
package main

import (
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use: "example", Short: "An example", Version: "1.0", SilenceUsage: true,
		Run: func(*cobra.Command, []string) {},
	}
	if root.Execute() != nil {
		os.Exit(1)
	}
}
GO
GOFLAGS=-mod=mod go build -o example . 2> log || { cat log; exit 1; }

echo "cobra $(go list -m -f '{{.Version}}' github.com/spf13/cobra) with standard output on a full disk"
for flag in --help --version; do
  status=0
  ./example "$flag" > /dev/full 2> /dev/null || status=$?
  echo "example $flag ends with $status"
done | tee seen
diff - seen <<'TEXT'
example --help ends with 0
example --version ends with 1
TEXT
