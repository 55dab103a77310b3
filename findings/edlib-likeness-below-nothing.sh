#!/usr/bin/env bash
# go-edlib 1.7.0: the likeness of "yes" and "no" is -0.67, and that of "1" and "1" no number.
#
# StringsSimilarity is described as giving an index from 0 to 1 by the algorithm asked for.
# Lcs counts what must be taken out and put in, which can be more than the longer text has,
# and subtracts it from 1: two texts without a common letter are at -1. Cosine, Jaccard,
# Sørensen-Dice and Q-gram compare pairs of letters; texts of one letter have none, and 0 is
# divided by 0. NaN is neither below nor above any bound, so a caller's key "1" is never
# like the option "1", and a mean with it is NaN. The error is nil each time.
#
# Guessed: numbers from 0 to 1, and 1 for equal texts. Seen: less than 0, and NaN.
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/hbollon/go-edlib v1.7.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/hbollon/go-edlib"
)

func main() {
	algorithms := []edlib.Algorithm{edlib.Levenshtein, edlib.JaroWinkler, edlib.Lcs, edlib.Cosine, edlib.Jaccard, edlib.SorensenDice, edlib.Qgram}
	fmt.Println("Levenshtein, Jaro-Winkler, Lcs, cosine, Jaccard, Sørensen-Dice, Q-gram")
	for _, texts := range [][2]string{{"yes", "yes"}, {"yes", "no"}, {"sales", "support"}, {"1", "1"}, {"1", "2"}} {
		fmt.Printf("%s and %s:", texts[0], texts[1])
		for _, algorithm := range algorithms {
			likeness, err := edlib.StringsSimilarity(texts[0], texts[1], algorithm)
			if err != nil {
				panic(err)
			}
			fmt.Printf(" %.2f", likeness)
		}
		fmt.Println()
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }
echo "go-edlib $(go list -m -f '{{.Version}}' github.com/hbollon/go-edlib)"
cat seen
diff - seen <<'TEXT'
Levenshtein, Jaro-Winkler, Lcs, cosine, Jaccard, Sørensen-Dice, Q-gram
yes and yes: 1.00 1.00 1.00 1.00 1.00 1.00 1.00
yes and no: 0.00 0.00 -0.67 0.00 0.00 0.00 0.00
sales and support: 0.14 0.50 -0.43 0.00 0.00 0.00 0.00
1 and 1: 1.00 1.00 1.00 NaN NaN NaN NaN
1 and 2: 0.00 0.00 -1.00 NaN NaN NaN NaN
TEXT
