package offer

import "strings"

// BareList returns the choices of a list whose lines begin with 1, 2, 3 and so on and have no mark after the number:
// "1 Red", which In takes for anything; none where there are fewer than three, or other numbers.
func BareList(text string) (all []Offer) {
	const least, most = 3, 9
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		number, label, ok := strings.Cut(line, " ")
		if len(number) != 1 || number[0] < '0' || number[0] > '9' {
			continue
		}
		if label = strings.TrimSpace(label); !ok || label == "" || int(number[0]-'0') != len(all)+1 {
			return nil
		}
		all = append(all, Offer{Answer: number, After: label, Listed: true})
	}
	if len(all) < least || len(all) > most {
		return nil
	}
	return all
}
