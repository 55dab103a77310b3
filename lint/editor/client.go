package editor

import (
	"context"
	"fmt"

	"go.lsp.dev/jsonrpc2"
)

// A client is whom the server speaks to. Errors of writing are not looked at: a client
// that is gone is noticed when the next message is read.
type client struct {
	conn jsonrpc2.Conn
	ctx  context.Context
}

func (c *client) notify(method string, params any) { _ = c.conn.Notify(c.ctx, method, params) }

// call asks the client for something, and hands what it answers to a function, which
// runs in another goroutine; nil for nobody who waits for it.
func (c *client) call(method string, params any, answer func(result jsonrpc2.RawMessage, err error)) {
	go func() {
		var result jsonrpc2.RawMessage
		_, err := c.conn.Call(c.ctx, method, params, &result)
		if answer != nil {
			answer(result, err)
		}
	}()
}

// say shows a message to a person.
func (c *client) say(kind int, format string, args ...any) {
	c.notify("window/showMessage", messageParams{kind, fmt.Sprintf(format, args...)})
}

// log writes a message where clients keep them.
func (c *client) log(kind int, format string, args ...any) {
	c.notify("window/logMessage", messageParams{kind, fmt.Sprintf(format, args...)})
}
