package reads

import (
	"slices"
	"sort"
	"strings"

	"studiolint/lint/flow"
	"studiolint/lint/liquid"
	"studiolint/lint/source"
	"studiolint/schemas"
)

// An Excluded is a path that a template reads in a branch in which it has no value, as the
// condition says: in the else of {% if PATH %}, or of another kind of start than the one
// that was asked for.
type Excluded struct {
	flow.Ref
	Test  source.Place // the condition
	Other string       // the path that it asks for, when it is of another kind; else ""
}

// ExcludedIn returns those of a template.
func ExcludedIn(t *flow.Template) []Excluded {
	if len(t.Liquid.Tags) < 2 || len(t.Refs()) < 2 {
		return nil
	}
	all := excludedIn(t, t.Liquid.Nodes, 0, nil)
	seen := map[int]bool{} // by where it is read: one condition is enough
	return slices.DeleteFunc(all, func(e Excluded) bool {
		again := seen[e.Reference.Start]
		seen[e.Reference.Start] = true
		return again
	})
}

// Blocks that stand deep in others, and branches after many others, are left out, so that the
// time does not grow faster than the text.
const (
	deepestBlock = 6
	mostBranches = 12
)

func excludedIn(t *flow.Template, nodes []liquid.Node, depth int, all []Excluded) []Excluded {
	for _, n := range nodes {
		if n.Kind != liquid.BlockNode || depth == deepestBlock {
			continue
		}
		for i, b := range n.Block.Branches {
			all = excludedIn(t, b.Nodes, depth+1, all)
			tag := &t.Liquid.Tags[b.Tag]
			if tag.Name != "if" && tag.Name != "elsif" && tag.Name != "unless" || i >= mostBranches {
				continue
			}
			path, has, known := asksFor(tag.Name, tag.Args.In(t.Text))
			if !known {
				continue
			}
			own, later := branchSpan(t, n.Block, i), branchSpan(t, n.Block, len(n.Block.Branches)-1)
			later.Start = own.End
			without := own
			if has {
				without = later
			}
			for _, r := range refsWithin(t, liquid.Span{Start: own.Start, End: later.End}) {
				switch {
				case within(r, without) && r.Use == liquid.UseOutput && isPartOf(r.Reference.String(), path):
					all = append(all, Excluded{r, t.Place(tag.Args), ""})
				case has && within(r, own) && startsOtherwise(path, r):
					all = append(all, Excluded{r, t.Place(tag.Args), path})
				}
			}
		}
	}
	return all
}

// isPartOf reports whether a path is another or leads on from it.
func isPartOf(path, of string) bool {
	rest, ok := strings.CutPrefix(path, of)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// asksFor returns the path whose being there a condition asks for and nothing else, and whether
// its branch is the one in which it is.
func asksFor(tag, condition string) (path string, has, known bool) {
	path, has = strings.TrimSpace(condition), true
	if rest, value, ok := strings.Cut(path, "!="); ok {
		path, has, known = strings.TrimSpace(rest), true, isNothing(value)
	} else if rest, value, ok := strings.Cut(path, "=="); ok {
		path, has, known = strings.TrimSpace(rest), false, isNothing(value)
	} else {
		known = true
	}
	has = has != (tag == "unless")
	return path, has, known && path != "" && !strings.ContainsAny(path, " \t\n<>=|\"'")
}

func isNothing(value string) bool {
	return slices.Contains([]string{"blank", "empty", "nil", "null", `""`, "''"}, strings.TrimSpace(value))
}

// branchSpan is what stands in one branch of a block.
func branchSpan(t *flow.Template, b *liquid.Block, i int) liquid.Span {
	span := liquid.Span{Start: t.Liquid.Tags[b.Branches[i].Tag].End, End: len(t.Text)}
	if i+1 < len(b.Branches) {
		span.End = t.Liquid.Tags[b.Branches[i+1].Tag].Start
	} else if b.End >= 0 {
		span.End = t.Liquid.Tags[b.End].Start
	}
	return span
}

// refsWithin returns what is read in a part of a template.
func refsWithin(t *flow.Template, s liquid.Span) []flow.Ref {
	refs := t.Refs()
	from := sort.Search(len(refs), func(i int) bool { return refs[i].Reference.Start >= s.Start })
	to := from
	for to < len(refs) && refs[to].Reference.Start < s.End {
		to++
	}
	return refs[from:to]
}

func within(r flow.Ref, s liquid.Span) bool {
	return s.Start <= r.Reference.Start && r.Reference.End <= s.End
}

// startsOtherwise reports whether a reference reads what no execution has that began as the
// path below trigger says: a conversation where there is a message.
func startsOtherwise(path string, r flow.Ref) bool {
	kind, ok := strings.CutPrefix(path, "trigger.")
	if !ok || r.Root() != "trigger" || r.Use != liquid.UseOutput {
		return false
	}
	kind, _, _ = strings.Cut(kind, ".")
	trigger := schemas.LiquidFacts().Root("trigger")
	asked, read := trigger.Key(kind), trigger.Key(r.Name(1))
	if asked == nil || read == nil || asked == read || len(asked.Events) == 0 || len(read.Events) == 0 {
		return false
	}
	return !slices.ContainsFunc(asked.Events, func(event string) bool {
		return event != flow.ParentEvent && slices.Contains(read.Events, event)
	}) && asked.Name != "parent" && read.Name != "parent"
}
