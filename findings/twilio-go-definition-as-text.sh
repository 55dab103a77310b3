#!/usr/bin/env bash
# twilio-go 1.31.0: a flow definition handed over as text is encoded a second time.
#
# CreateFlowParams.SetDefinition takes an interface{}, and a definition is JSON text
# in a file, so os.ReadFile and SetDefinition(string(text)) compile and look right.
# The client then runs encoding/json over the value: the request's Definition is a
# JSON string literal with the definition inside, and with SetDefinition(bytes) it is
# base64 in quotes. No error is raised before the request leaves. json.RawMessage or
# a map give the object itself.
#
# Guessed: text is sent as it is. Seen: "{\"a\":1}" and "eyJhIjoxfQ==".
set -euo pipefail
work=$(mktemp -d); trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT; cd "$work"

cat > go.mod <<'MOD'
module example
go 1.24
require github.com/twilio/twilio-go v1.31.0
MOD
cat > main.go <<'GO'
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/twilio/twilio-go"
	"github.com/twilio/twilio-go/client"
	studio "github.com/twilio/twilio-go/rest/studio/v2"
)

// printer is a client that prints the field instead of sending it.
type printer struct{}

func (printer) AccountSid() string       { return "AC00000000000000000000000000000000" }
func (printer) SetTimeout(time.Duration) {}
func (printer) SetOauth(client.OAuth)    {}
func (printer) OAuth() client.OAuth      { return nil }
func (printer) SendRequest(_, _ string, data url.Values, _ map[string]interface{}, _ ...byte) (*http.Response, error) {
	fmt.Println(data.Get("Definition"))
	return nil, errors.New("not sent")
}

func main() {
	twilio := twilio.NewRestClientWithParams(twilio.ClientParams{Client: printer{}})
	const text = `{"a":1}`
	for _, definition := range []interface{}{text, []byte(text), json.RawMessage(text)} {
		var params studio.CreateFlowParams
		params.SetFriendlyName("example")
		params.SetStatus("draft")
		params.SetDefinition(definition)
		twilio.StudioV2.CreateFlow(&params)
	}
}
GO
GOFLAGS=-mod=mod go run . > seen 2> log || { cat log; exit 1; }

cat > expected <<'TEXT'
"{\"a\":1}"
"eyJhIjoxfQ=="
{"a":1}
TEXT
echo "twilio-go $(go list -m -f '{{.Version}}' github.com/twilio/twilio-go): Definition as string, as []byte, as json.RawMessage"
cat seen
diff expected seen
