package rules

import (
	"studiolint/lint"
	"studiolint/lint/finding"
	"studiolint/lint/flow"
	"studiolint/lint/reads"
	"studiolint/schemas"
)

// reportLaterFiles reports what reads a later one of values that are numbered from 0, as the files of a message
// are, while nothing reads the first: MediaUrl1, where one picture is MediaUrl0. Once for each message.
func reportLaterFiles(p *lint.Pass) {
	var later []flow.Ref
	read := map[string]bool{} // by the path without its number: the first is read
	for _, r := range p.Flow.Refs() {
		last := len(r.Segments) - 1
		number := r.Name(last)
		if number == "" || number[len(number)-1] < '0' || number[len(number)-1] > '9' || r.Broken {
			continue // nearly all
		}
		switch v := reads.Value(p.Flow, r); {
		case v == nil || !v.Numbered || v.Name == number:
		case number == v.Name+"0":
			read[reads.PathTo(r, last-1)+"."+v.Name] = true
		default:
			later = append(later, r)
		}
	}
	for _, r := range later {
		last := len(r.Segments) - 1
		name := reads.Value(p.Flow, r).Name
		message := reads.PathTo(r, last-1)
		if of := message + "." + name; !read[of] && !read[message] {
			read[message] = true
			at := r.SegmentPlace(last)
			p.Reportf(at, "files are numbered from 0, and nothing reads %s0: who sends one file sends none; read that", of).
				As(finding.Warning).Suggest(false, "Write "+name+"0", at.Replace(name+"0"))
		}
	}
	reportSecondFile(p, later, read)
}

// reportSecondFile reports what reads a file after the first in a flow for WhatsApp, where a message brings one: once, but
// for messages that are told of already. A note where phones may write to the flow, too.
func reportSecondFile(p *lint.Pass, later []flow.Ref, told map[string]bool) {
	var d *finding.Diagnostic
	for _, r := range later {
		last := len(r.Segments) - 1
		if reads.Holds(p.Flow, r) != schemas.HoldsMedia || told[reads.PathTo(r, last-1)] || !p.Flow.SendsWhatsApp() && !p.Flow.ServesWhatsApp() {
			continue
		}
		if d != nil {
			d.Also(r.SegmentPlace(last), "so it is here")
			continue
		}
		d = p.Reportf(r.SegmentPlace(last), "a message of WhatsApp brings one file, so %s is always blank; ask for the files one by one",
			reads.Path(r))
		if !p.Flow.SendsWhatsApp() {
			d.As(finding.Note)
		}
	}
}
