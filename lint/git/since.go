package git

import (
	"context"
	"fmt"
	"strings"

	"studiolint/lint/files"
)

// NamesSince returns the names at the revision of the files that have been renamed
// since, by those of today: as far as git's index knows of it. Paths count from the top
// of the repository and have forward slashes.
func (v *Revision) NamesSince() (map[string]string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	out, err := output(command(ctx, v.Folder, "diff-index", "--cached", "-r", "-z", "--name-status", "--find-renames",
		"--diff-filter=R", "--no-ext-diff", v.Commit, "--"))
	if err != nil {
		return nil, fmt.Errorf("look for renamed files: %w", err)
	}
	names := map[string]string{}
	for fields := strings.Split(out, "\x00"); len(fields) > 2; fields = fields[3:] { // status, old, new
		names[fields[2]] = fields[1]
	}
	return names, nil
}

// RenamedFS is FS, in which files that have been renamed since have their new names, too:
// those of NamesSince.
func (v *Revision) RenamedFS(other files.FS, names map[string]string) files.FS {
	return tree{FS: other, revision: v, names: names}
}
