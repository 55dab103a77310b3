package main

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/spf13/cobra"
)

// registerSourceURL adds the flag for the address where people see the files.
func registerSourceURL(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVar(to, "source-url", "", "with --format markdown, link lines below this `URL` of the repository's files at a commit, such as https://github.com/ACCOUNT/NAME/blob/COMMIT")
}

// checkSourceURL refuses what is no address, or would be more than one in Markdown.
func checkSourceURL(s string) error {
	if s == "" {
		return nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme == "" || u.Path == "" || u.RawQuery != "" || u.Fragment != "" || strings.ContainsAny(s, "()<>[]|\\`\"' ") {
		return fmt.Errorf("--source-url takes the address of a folder, such as https://github.com/ACCOUNT/NAME/blob/COMMIT, and not %q", s)
	}
	return nil
}
