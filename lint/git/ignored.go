package git

import (
	"context"
	"strings"
	"time"
)

// askIgnored is how long git may take to say what it ignores: 10,000 names take 30 ms.
const askIgnored = 20 * time.Second

// Ignored returns which of the names, all absolute, git ignores in a repository. What is
// committed is never ignored, whatever .gitignore says. Where there is no git, or it does
// not answer, nothing is ignored.
func Ignored(repository string, names []string) map[string]bool {
	ctx, cancel := context.WithTimeout(context.Background(), askIgnored)
	defer cancel()
	ask := command(ctx, repository, "check-ignore", "--stdin", "-z")
	ask.Stdin = strings.NewReader(strings.Join(names, "\x00") + "\x00")
	out, err := ask.Output() // status 1: none is ignored
	if err != nil {
		return nil
	}
	ignored := map[string]bool{}
	for name := range strings.SplitSeq(string(out), "\x00") {
		ignored[name] = true
	}
	return ignored
}
