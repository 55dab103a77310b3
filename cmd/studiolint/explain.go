package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/tools/txtar"

	"studiolint/lint"
	"studiolint/lint/about"
	"studiolint/lint/finding"
	"studiolint/lint/report"
	"studiolint/rules"
	"studiolint/schemas"
)

func (c command) explainCommand() *cobra.Command {
	var (
		f      lintFlags
		format string
		all    bool
	)
	cmd := &cobra.Command{
		Use:   "explain RULE | WIDGET-TYPE",
		Short: "Explain a rule with a wrong and a right flow, or a widget type",
		Args:  cobra.ExactArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return append(ruleIDs(), schemas.Types()...), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			known, err := f.rulesFor(args[0])
			if err != nil {
				return err
			}
			told, err := explained(args[0], known)
			if err != nil {
				return err
			}
			switch format {
			case "text":
				_, err = fmt.Fprint(c.stdout, explainText(args[0], known, all))
			case "json":
				encoder := json.NewEncoder(c.stdout)
				encoder.SetEscapeHTML(false)
				encoder.SetIndent("", "  ")
				err = encoder.Encode(told)
			default:
				return fmt.Errorf("explain has no format %q; it has text and json", format)
			}
			return err
		},
	}
	f.registerConfig(cmd)
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT` of what is printed: text or json")
	cmd.Flags().BoolVar(&all, "all", false, "print all there is: whole flows, notes and sources, however long")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// maxExplained is how many lines explain prints, but for --all: what fits a screen.
const maxExplained = 40

// explainText is the text of a widget type, or of one of some rules, that there is: all of
// it, or else as much as fits a screen.
func explainText(name string, known []*lint.Rule, all bool) string {
	if w := schemas.Lookup(name); w != nil {
		return fitted(all, name, "notes and sources", about.Widget(w), about.Brief(w))
	}
	for _, r := range known {
		if r.ID == name {
			return fitted(all, name, "a wrong and a right flow", explainRule(r), aboutRule(r))
		}
	}
	return ""
}

// fitted returns a whole text when it is asked for or fits a screen, and else a short one
// that says where the rest is.
func fitted(all bool, name, rest, whole, short string) string {
	if all || strings.Count(whole, "\n") <= maxExplained {
		return whole
	}
	lines := strings.SplitAfter(short, "\n")
	if most := maxExplained - 2; len(lines) > most+1 {
		short = strings.Join(lines[:most-1], "") + "…\n"
	}
	return short + fmt.Sprintf("\nThe rest, with %s: studiolint explain --all %s\n", rest, name)
}

// rulesFor returns the rules among which one is looked for: a configuration, which may be
// wrong, is read when it is none of the program's.
func (f *lintFlags) rulesFor(id string) ([]*lint.Rule, error) {
	if all := rules.All(); slices.ContainsFunc(all, func(r *lint.Rule) bool { return r.ID == id }) {
		return all, nil
	}
	return f.rulesHere()
}

// visibleLines is a text whose letters can all be seen, its lines apart.
func visibleLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = report.Visible(line)
	}
	return strings.Join(lines, "\n")
}

// aboutRule is what a rule says of itself, with a fix that it makes.
func aboutRule(r *lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", r.ID, report.Visible(r.Title))
	fmt.Fprintf(&b, "Severity: %s", r.Severity)
	if r.Varies != "" {
		fmt.Fprintf(&b, "; %s", r.Varies)
	}
	if r.Rejected {
		b.WriteString("\nTwilio's Validate endpoint rejects it.")
	}
	if r.Fix != finding.NoFix {
		b.WriteString("\n" + r.Fix.Sentence())
	}
	fmt.Fprintf(&b, "\n\n%s\n", visibleLines(r.Doc))
	if m, ok := exampleOf(r); ok {
		how := "studiolint fix"
		if !m.fix.Safe {
			how += " --unsafe"
		}
		fmt.Fprintf(&b, "\nMended by \"%s\":\n\n%s", how, m.lines())
	}
	return b.String()
}

// explainRule is a rule's full text with the first wrong and the first right flow
// of its archive.
func explainRule(r *lint.Rule) string {
	var b strings.Builder
	b.WriteString(aboutRule(r))
	archive := heldOf(r)
	for _, example := range []struct{ prefix, title string }{{"bad", "Wrong"}, {"good", "Right"}} {
		i := slices.IndexFunc(archive.Files, func(f txtar.File) bool {
			return strings.HasPrefix(f.Name, example.prefix) && strings.HasSuffix(f.Name, ".json")
		})
		if i < 0 {
			continue
		}
		fmt.Fprintf(&b, "\n%s:\n\n", example.title)
		for line := range strings.Lines(string(archive.Files[i].Data)) {
			b.WriteString("    " + line)
		}
	}
	return b.String()
}
