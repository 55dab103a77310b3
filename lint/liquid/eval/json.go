package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

const maxNesting = 200 // of what JSON reads

// JSON reads a value from JSON. The numbers and the order of members stay as they
// are written.
func JSON(data []byte) (Value, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	v, err := readJSON(d, maxNesting)
	if err != nil {
		return Value{}, err
	}
	if _, err := d.Token(); err != io.EOF {
		return Value{}, errors.New("more text follows the JSON value")
	}
	return v, nil
}

func readJSON(d *json.Decoder, depth int) (Value, error) {
	token, err := d.Token()
	if err == io.EOF {
		return Value{}, errors.New("the JSON ends too early")
	}
	if err != nil {
		return Value{}, err
	}
	if depth == 0 {
		return Value{}, errors.New("the JSON is nested too deep")
	}
	switch t := token.(type) {
	case string:
		return Text(t), nil
	case bool:
		return Bool(t), nil
	case json.Number:
		return Value{kind: number, text: t.String()}, nil
	case json.Delim:
		return readMembers(d, t == '{', depth)
	}
	return Value{}, nil // null
}

// readMembers reads what stands within brackets or braces.
func readMembers(d *json.Decoder, isObject bool, depth int) (Value, error) {
	v := Value{kind: list}
	if isObject {
		v.kind = object
	}
	for d.More() {
		if isObject {
			key, err := d.Token()
			if err != nil {
				return Value{}, err
			}
			name, _ := key.(string)
			v.keys = append(v.keys, name)
		}
		item, err := readJSON(d, depth-1)
		if err != nil {
			return Value{}, err
		}
		v.list = append(v.list, item)
	}
	_, err := d.Token()
	return v, err
}

// toJSON writes a value as compact JSON. Studio's white space and escapes may be
// others; what the JSON says is the same. It returns an unknown value that the value
// holds, if any.
func (v Value) toJSON(b *strings.Builder) *Undetermined {
	switch v.kind {
	case nothing:
		b.WriteString("null")
	case boolean, number:
		b.WriteString(v.text)
	case textual:
		writeString(b, v.text)
	case unknown:
		return v.why
	case list, object:
		if v.why != nil {
			return v.why
		}
		open, end := byte('['), byte(']')
		if v.kind == object {
			open, end = '{', '}'
		}
		b.WriteByte(open)
		for i, item := range v.list {
			if i > 0 {
				b.WriteByte(',')
			}
			if v.kind == object {
				writeString(b, v.keys[i])
				b.WriteByte(':')
			}
			if why := item.toJSON(b); why != nil {
				return why
			}
		}
		b.WriteByte(end)
	}
	return nil
}

func writeString(b *strings.Builder, s string) {
	var line strings.Builder
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if e.Encode(s) == nil {
		b.WriteString(strings.TrimSuffix(line.String(), "\n"))
	}
}
