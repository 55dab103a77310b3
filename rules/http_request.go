package rules

import (
	"studiolint/lint"
	"studiolint/lint/address"
	"studiolint/lint/finding"
)

var _ = add(lint.Rule{
	Rule: finding.Rule{
		ID: "http-request", Title: "A request that cannot work, or says something else than it means",
		Group: finding.Values, Severity: finding.Warning, Varies: "note for what the server may make up for, and for what is done twice without harm", Scope: finding.PerDocument,
		Doc: `Finds requests, Functions and callbacks that fail each time they run:

- without an address, and without a Function that is chosen;
- to an address that Twilio cannot reach: localhost, 192.168.1.20, api.internal;
- to an address that does not begin with https:// (/hold-music, www.example.com/photo.png,
  https//example.com), also a picture, a sound or a callback;
- with a blank in its host, with the braces of Liquid encoded (%7B%7B…%7D%7D), which nothing fills in, or
  with a second ? where & belongs;
- with a query where Twilio leaves it out: that of a stream never arrives;
- for a sound, to a file that a call cannot play (.m4a, .ogg);
- for the file of a message, to one that Twilio does not send along (.svg, .zip, .html), or by WhatsApp alone (.docx);
- for a sound or a picture, to a page where people look at it (drive.google.com/file/…, youtube.com/watch),
  which is not the file;
- with a parameter whose name Studio reserves (81014);
- to a step that only lets time go by (/delay), for more than the ten seconds that Studio waits;
- with JSON, in order or not, that the content type calls a form, so that the server cannot
  read it.

As a note it finds what a server may make up for: a GET request with a body, a body
beside parameters (which of the two is sent is not documented), an address that works
only as long as somebody's machine is on or that nobody answers (a tunnel such as ngrok, a
collector such as webhook.site, a mock), a file of sound that is fetched with POST, parameters that are said to be JSON, a Function without an address while
others have one, a + in the body of a
form, where it stands for a space, a parameter that is named after a header (Authorization,
Accept), which it does not become, and an item of an answer that is a list, which
Studio does not parse: {{widgets.http.parsed[0].name}} is blank. And once a flow it finds a request that
stores the answers to several questions and is given nothing that tells whose they are, while another
one is given the number of the contact. And once a flow it finds a message that says how long the request
after it takes ("this takes about 30 seconds"), where that is ten seconds or more: Studio waits for ten.

And it finds a request that is made once more, with the same address and the same body, after it has worked, while
nothing in between changes what it sends: a note, a warning for an order, a payment or the like. What only brings
something, keeps a record, or brings something else each time is left alone.

Write the address, or choose the Function. Let the deployment fill an address in that
differs from place to place: https://${DOMAIN}/path. Parameters are encoded by Twilio;
in a body write {{contact.channel.address | url_encode}}. Let the server answer with an
object: {"items": […]}.`,
	},
	Check: func(p *lint.Pass) {
		bare := schemeless{}
		for n, f := range address.Of(p) {
			checkFilePage(p, n, f)
			checkReach(p, n)
			checkRelative(p, n)
			bare.check(p, n, f)
			checkWritten(p, n)
			checkSound(p, n, f)
			checkQuery(p, n, f)
			checkPosted(p, n, f)
			checkFile(p, n, f)
		}
		if p.Flow == nil {
			return
		}
		checkAssembled(p)
		for _, w := range p.Flow.Widgets {
			if q := w.Facts.Request; q != nil {
				checkAddress(p, w, q)
				checkReserved(p, w, q)
				checkHeaders(p, w, q)
				checkBody(p, w, q)
				checkSentFields(p, w, q)
			}
		}
		reportUnaddressed(p)
		reportWhose(p)
		reportTwice(p)
		reportSlow(p)
		reportLongPauses(p)
		for _, r := range p.Flow.Refs() {
			checkItem(p, r)
		}
	},
})
