package git

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// A Change is a file that two revisions do not have in common. Paths count from the top
// of the repository and have forward slashes; "" stands for no file.
type Change struct{ Old, New string }

// Changes returns the files that differ between two revisions of one repository, in the
// order of their new paths; renamed files are followed.
func Changes(before, after *Revision) ([]Change, error) {
	if before.Folder != after.Folder {
		return nil, errors.New("the two revisions are of different repositories")
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	out, err := output(command(ctx, before.Folder, "diff-tree", "-r", "-z", "--name-status", "--find-renames", "--no-ext-diff", before.Commit, after.Commit, "--"))
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
