package config

import (
	"fmt"
	"strings"

	"studiolint/lint/engine"
	"studiolint/lint/finding"
	"studiolint/lint/glob"
	"studiolint/lint/source"
	"studiolint/lint/words"
	"studiolint/lint/yaml"
)

// rootMembers are the keys of a configuration.
func rootMembers(c *Config) []member {
	return []member{
		field("extends", "What this configuration begins from: another file, whose name has a slash or a dot and counts from this one's folder, or strict (notes, and what is off by choice, are warnings), recommended (as without), or migration (for old flows: warnings are notes, but for rules whose severity varies). What stands here wins, and lists are joined.",
			extends(), new(extended)),
		field("rules", "How much the findings of a rule matter: off, note, warning or error. \"studiolint rules\" lists the rules.",
			severities(), &c.Rules),
		field("overrides", "Other severities for some files. Of several that name a file, the last one wins.",
			list(object(overrideMembers)), &c.Overrides),
		field("ignore", "Findings that are accepted, each with a reason. An entry that accepts nothing any more, or is past its last day, is reported by unused-ignore.",
			list(ignoreEntry()), &c.Ignore),
		field("baseline", "The findings that were there when you began and do not count: a file that \"studiolint baseline\" writes, counted from the folder of this one.",
			namedFile(), &c.Baseline),
		field("exclude", "Files and folders that are not looked at.",
			list(fileGlob()), &c.Exclude),
		field("placeholders", "What your deployment fills in, as regular expressions (RE2 syntax) that match anywhere in a value. A value that holds a placeholder is not checked for its form.",
			list(searched()), &c.Placeholders),
		field("templates", "Files that are filled in before they are deployed, and hold placeholders on purpose; the rule \"placeholder\" is off there. What fills them in is told by their names (.j2, .gotmpl, .mustache, .hbs, .tftpl), or by \"engine\".",
			list(template()), &c.Templates),
		field("widget-types", "Types of widgets that exist although the catalogue does not know them.",
			list(plainText()), &c.WidgetTypes),
		field("flex", "What your Flex account holds, as far as no file tells it.",
			object(flexMembers), &c.Flex),
		field("subflows", "Where the flows lie that Run Subflow widgets name by SID.",
			mapping(sid("FW"), plainText()), &c.Subflows),
		field("environments", "What differs between the accounts that flows are deployed to: for \"studiolint promote\", and for the rule environment-mismatch.",
			environments(), &c.Environments),
		field("policies", "House rules: what you ask of your own flows. Each is a rule with its ID everywhere.",
			policies(), &c.Policies),
		field("tests", "What \"studiolint test\" asks of the tests of a flow.",
			object(testsMembers), &c.Tests),
	}
}

// namedFile is a path that counts from the folder of the file in which it is written.
func namedFile() kind[NamedFile] {
	path := plainText()
	return kind[NamedFile]{
		schema: path.schema,
		read: func(r *reader, n yaml.Node) NamedFile {
			return NamedFile{path.read(r, n), r.file.Place(source.Span(n.Span))}
		},
	}
}

func testsMembers(t *Tests) []member {
	return []member{
		field("least-coverage", "How many percent of a flow's transitions the tests take at least.",
			percent(), &t.LeastCoverage),
	}
}

// template is a pattern for files, or patterns with what fills the files in.
func template() kind[Template] {
	pattern, entry := fileGlob(), object(templateMembers)
	return kind[Template]{
		schema: func(rules []*finding.Rule) schema {
			return schema{"anyOf": []schema{pattern.schema(rules), entry.schema(rules)}}
		},
		read: func(r *reader, n yaml.Node) Template {
			if n.Kind == yaml.Mapping {
				return entry.read(r, n)
			}
			return Template{Files: []glob.Pattern{pattern.read(r, n)}}
		},
	}
}

func templateMembers(t *Template) []member {
	return []member{
		field("files", "Patterns for files, as in overrides.",
			some(fileGlob()), &t.Files).needed("say which files are filled in"),
		field("engine", "What fills them in: jinja (nunjucks too), go, mustache, handlebars, terraform, or none for what leaves Liquid as it is, such as envsubst.",
			engineID(), &t.Engine),
	}
}

// engineID is the ID of a template engine.
func engineID() kind[*engine.Engine] {
	ids := engine.IDs()
	return text(schema{"enum": ids}, func(s string) (*engine.Engine, error) {
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
		field("files", "Patterns for files, counted from the folder of the configuration; ** stands for any folders. Without a slash, a name at any depth.",
			some(fileGlob()), &o.Files).needed("say for which files the severities are"),
		field("rules", "How much the findings of a rule matter in these files.",
			severities(), &o.Rules).needed("say which severities are different"),
	}
}

func ignoreMembers(i *Ignore) []member {
	return []member{
		field("rule", "The rule whose findings are accepted.",
			ruleID(), &i.Rule).needed("say which rule's findings are accepted"),
		field("files", "Patterns for files, as in overrides. Left out: every file.",
			some(fileGlob()), &i.Files),
		field("widgets", "Names of widgets, in which * stands for any text. Left out: every finding of the rule.",
			some(plainText()), &i.Widgets),
		field("reason", "Why the findings are accepted.",
			plainText(), &i.Reason).needed("say why the findings are accepted"),
		field("until", "The last day on which they are accepted, as year-month-day.",
			date(), &i.Until),
	}
}

// ignoreEntry is an object that knows where it stands, to be reported there.
func ignoreEntry() kind[*Ignore] {
	entry := object(ignoreMembers)
	return kind[*Ignore]{
		schema: entry.schema,
		read: func(r *reader, n yaml.Node) *Ignore {
			i := entry.read(r, n)
			span := n.Span
			if len(n.Values) > 0 {
				line := r.file.Line(r.file.Position(span.Start).Line)
				span.End = max(span.End, min(n.Values[0].Span.End, line.End))
			}
			i.At = r.file.Place(source.Span(span))
			return &i
		},
	}
}

func flexMembers(f *Flex) []member {
	return []member{
		field("task-channels", "The SIDs of task channels by their unique names.",
			mapping(plainText(), sid("TC")), &f.TaskChannels),
		field("flex-flows", "Which flow a Flex Flow starts.",
			list(object(flexFlowMembers)), &f.FlexFlows),
	}
}

func flexFlowMembers(f *FlexFlow) []member {
	return []member{
		field("channel-type", "The Flex Flow's channel type as the API writes it.",
			plainText(), &f.ChannelType).needed("say which channel starts the flow"),
		field("flow", "The flow's SID, or its path from the folder of the configuration.",
			flowName(), &f.Flow).needed("say which flow it starts"),
	}
}
