package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "template-syntax", Title: "Terraform cannot read the template",
		Group: finding.Text, Severity: finding.Error, Fix: finding.SafeFix, Scope: finding.PerFile,
		Doc: `Finds the first place where a Terraform template or configuration stops being
one: an expression that is never closed, an escape that HCL does not know, and Liquid
that begins an expression or a directive by accident, because ${ and %{ belong to
Terraform: "100%{{trigger.call.From}}", "${{flow.variables.price}}", "^\d{1,2}%{2}$".

Terraform refuses the whole file, so nothing is deployed.

Double the sign, %%{{trigger.call.From}} or $${{flow.variables.price}}, or put a
blank between.`,
	},
	Check: func(p *lint.Pass) {
		for _, text := range p.File.Texts {
			e := text.Syntax
			if e == nil || !e.Terraform {
				continue
			}
			what := e.Cause
			if e.Hint != "" {
				what += "; " + e.Hint
			}
			d := p.Reportf(text.Place(e.Span), "Terraform cannot read this: %s", what)
			if len(e.Cures) > 0 {
				d.Suggest(true, "Write what Terraform reads as these characters", e.Cures...)
			}
		}
	},
})
