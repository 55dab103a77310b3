package main

import (
	"context"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// askGit is how long git may take to say what it ignores: 10,000 names take 30 ms.
const askGit = 20 * time.Second

// gitIgnored returns which of the names, all absolute, git ignores in a repository.
// What is committed is never ignored, whatever .gitignore says. Where there is no git,
// or it does not answer, nothing is ignored.
func gitIgnored(repository string, names []string) map[string]bool {
	ctx, cancel := context.WithTimeout(context.Background(), askGit)
	defer cancel()
	// A repository may name a program to be run when its files are looked at.
	git := exec.CommandContext(ctx, "git", "-c", "core.fsmonitor=false", "-C", repository, "check-ignore", "--stdin", "-z")
	git.Stdin = strings.NewReader(strings.Join(names, "\x00") + "\x00")
	// Within a hook git names the repository and the index that are being committed to.
	git.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains([]string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_LITERAL_PATHSPECS"}, name)
	})
	out, err := git.Output() // status 1: none is ignored
	if err != nil {
		return nil
	}
	ignored := map[string]bool{}
	for name := range strings.SplitSeq(string(out), "\x00") {
		ignored[name] = true
	}
	return ignored
}
