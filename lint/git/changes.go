package git

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"studiolint/lint/files"
)

// A Change is a file that two revisions do not have in common. Paths count from the top
// of the repository and have forward slashes; "" stands for no file.
type Change struct{ Old, New string }

// Changes returns the files that differ between two revisions of one repository, in the
// order of their new paths; renamed files are followed. Only what lies below one of the
// paths, files or folders of the working tree, is looked at; everything for none.
func Changes(before, after *Revision, root files.Root, below []string) ([]Change, error) {
	if before.Folder != after.Folder {
		return nil, errors.New("the two revisions are of different repositories")
	}
	args := []string{"diff-tree", "-r", "-z", "--name-status", "--find-renames", "--no-ext-diff", before.Commit, after.Commit, "--"}
	for _, path := range below {
		rest, ok := files.Below(before.Folder, root.Abs(path))
		if !ok {
			return nil, fmt.Errorf("%s does not lie in the repository", path)
		}
		rest = filepath.ToSlash(rest)
		if _, err := before.Stat(rest); err != nil {
			if _, err := after.Stat(rest); err != nil {
				return nil, fmt.Errorf("%s is in neither of the two revisions", path)
			}
		}
		args = append(args, ":(top,literal)"+rest)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	out, err := output(command(ctx, before.Folder, args...))
	if err != nil {
		return nil, fmt.Errorf("compare %s and %s: %w", before.Commit, after.Commit, err)
	}
	var list []Change
	for fields := strings.Split(out, "\x00"); len(fields) > 1; {
		status, name := fields[0], fields[1]
		fields = fields[2:]
		switch status[:min(1, len(status))] {
		case "A":
			list = append(list, Change{New: name})
		case "D":
			list = append(list, Change{Old: name})
		case "R", "C":
			if len(fields) == 0 {
				return list, nil
			}
			list = append(list, Change{Old: name, New: fields[0]})
			fields = fields[1:]
		default:
			list = append(list, Change{name, name})
		}
	}
	return list, nil
}
