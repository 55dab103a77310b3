package config

import (
	"fmt"
	"strings"

	"studiolint/lint/engine"
	"studiolint/lint/form"
	"studiolint/lint/glob"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// rootMembers are the keys of a configuration.
func rootMembers(c *Config) []member {
	return []member{
		form.Field("extends", "What this configuration begins from: another file, whose name has a slash or a dot and counts from this one's folder, or strict (notes, and what is off by choice, are warnings), recommended (as without), or migration (for old flows: warnings are notes, but for rules whose severity varies). What stands here wins, and lists are joined.",
			extends(), new(extended)),
		form.Field("rules", "How much the findings of a rule matter: off, note, warning or error. \"studiolint rules\" lists the rules.",
			severities(), &c.Rules),
		form.Field("overrides", "Other severities for some files. Of several that name a file, the last one wins.",
			form.List(form.Object(overrideMembers)), &c.Overrides),
		form.Field("ignore", "Findings that are accepted, each with a reason. An entry that accepts nothing any more, or is past its last day, is reported by unused-ignore.",
			form.List(ignoreEntry()), &c.Ignore),
		form.Field("baseline", "The findings that were there when you began and do not count: a file that \"studiolint baseline\" writes, counted from the folder of this one.",
			namedFile(), &c.Baseline),
		form.Field("exclude", "Files and folders that are not looked at, unless a file is named on the command line (without --skip-other).",
			form.List(fileGlob()), &c.Exclude),
		form.Field("placeholders", "What your deployment fills in, as regular expressions (RE2 syntax) that match anywhere in a value. A value that holds a placeholder is not checked for its form.",
			form.List(searched()), &c.Placeholders),
		form.Field("templates", "Files that are filled in before they are deployed, and hold placeholders on purpose; the rule \"placeholder\" is off there. What fills them in is told by their names (.j2, .gotmpl, .mustache, .hbs, .tftpl), or by \"engine\".",
			form.List(template()), &c.Templates),
		form.Field("widget-types", "Types of widgets that exist although the catalogue does not know them.",
			form.List(plainText()), &c.WidgetTypes),
		form.Field("flex", "What your Flex account holds, as far as no file tells it.",
			form.Object(flexMembers), &c.Flex),
		form.Field("subflows", "Where the flows lie that Run Subflow widgets name by SID.",
			mapping(sid("FW"), plainText()), &c.Subflows),
		form.Field("environments", "What differs between the accounts that flows are deployed to: for \"studiolint promote\", and for the rule environment-mismatch.",
			environments(), &c.Environments),
		form.Field("policies", "House rules: what you ask of your own flows. Each is a rule with its ID everywhere.",
			policies(), &c.Policies),
		form.Field("tests", "What \"studiolint test\" asks of the tests of a flow.",
			form.Object(testsMembers), &c.Tests),
	}
}

// namedFile is a path that counts from the folder of the file in which it is written.
func namedFile() kind[NamedFile] {
	path := plainText()
	return kind[NamedFile]{
		Schema: path.Schema,
		Read: func(r *reader, n yaml.Node) NamedFile {
			return NamedFile{path.Read(r, n), r.File.Place(source.Span(n.Span))}
		},
	}
}

func testsMembers(t *Tests) []member {
	return []member{
		form.Field("least-coverage", "How many percent of a flow's transitions the tests take at least.",
			percent(), &t.LeastCoverage),
	}
}

// template is a pattern for files, or patterns with what fills the files in.
func template() kind[Template] {
	pattern, entry := fileGlob(), form.Object(templateMembers)
	return kind[Template]{
		Schema: func(r *reader) form.Schema {
			return form.Schema{"anyOf": []form.Schema{pattern.Schema(r), entry.Schema(r)}}
		},
		Read: func(r *reader, n yaml.Node) Template {
			if n.Kind == yaml.Mapping {
				return entry.Read(r, n)
			}
			return Template{Files: []glob.Pattern{pattern.Read(r, n)}}
		},
	}
}

func templateMembers(t *Template) []member {
	return []member{
		form.Field("files", "Patterns for files, as in overrides.",
			some(fileGlob()), &t.Files).Needed("say which files are filled in"),
		form.Field("engine", "What fills them in: jinja (nunjucks too), go, mustache, handlebars, terraform, or none for what leaves Liquid as it is, such as envsubst.",
			engineID(), &t.Engine),
	}
}

// engineID is the ID of a template engine.
func engineID() kind[*engine.Engine] {
	ids := engine.IDs()
	return text(form.Schema{"enum": ids}, func(s string) (*engine.Engine, error) {
		if e := engine.Named(s); e != nil {
			return e, nil
		}
		hint := words.DidYouMean(s, ids)
		if hint == "" {
			hint = "; known are " + strings.Join(ids, ", ")
		}
		return nil, fmt.Errorf("there is no template engine %q%s", s, hint)
	})
}

func overrideMembers(o *Override) []member {
	return []member{
		form.Field("files", "Patterns for files, counted from the folder of the configuration; ** stands for any folders. Without a slash, a name at any depth.",
			some(fileGlob()), &o.Files).Needed("say for which files the severities are"),
		form.Field("rules", "How much the findings of a rule matter in these files.",
			severities(), &o.Rules).Needed("say which severities are different"),
	}
}

func ignoreMembers(i *Ignore) []member {
	return []member{
		form.Field("rule", "The rule whose findings are accepted.",
			ruleID(), &i.Rule).Needed("say which rule's findings are accepted"),
		form.Field("files", "Patterns for files, as in overrides. Left out: every file.",
			some(fileGlob()), &i.Files),
		form.Field("widgets", "Names of widgets, in which * stands for any text. Left out: every finding of the rule.",
			some(plainText()), &i.Widgets),
		form.Field("reason", "Why the findings are accepted.",
			plainText(), &i.Reason).Needed("say why the findings are accepted"),
		form.Field("until", "The last day on which they are accepted, as year-month-day.",
			date(), &i.Until),
	}
}

// ignoreEntry is an object that knows where it stands, to be reported there.
func ignoreEntry() kind[*Ignore] {
	entry := form.Object(ignoreMembers)
	return kind[*Ignore]{
		Schema: entry.Schema,
		Read: func(r *reader, n yaml.Node) *Ignore {
			i := entry.Read(r, n)
			span := n.Span
			if len(n.Values) > 0 {
				line := r.File.Line(r.File.Position(span.Start).Line)
				span.End = max(span.End, min(n.Values[0].Span.End, line.End))
			}
			i.At = r.File.Place(source.Span(span))
			return &i
		},
	}
}

func flexMembers(f *Flex) []member {
	return []member{
		form.Field("task-channels", "The SIDs of task channels by their unique names.",
			mapping(plainText(), sid("TC")), &f.TaskChannels),
		form.Field("flex-flows", "Which flow a Flex Flow starts.",
			form.List(form.Object(flexFlowMembers)), &f.FlexFlows),
	}
}

func flexFlowMembers(f *FlexFlow) []member {
	return []member{
		form.Field("channel-type", "The Flex Flow's channel type as the API writes it.",
			plainText(), &f.ChannelType).Needed("say which channel starts the flow"),
		form.Field("flow", "The flow's SID, or its path from the folder of the configuration.",
			flowName(), &f.Flow).Needed("say which flow it starts"),
	}
}
