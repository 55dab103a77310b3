package eval

import "encoding/json"

// ToGo returns a value as encoding/json would read it, with whole numbers as int.
func (v Value) ToGo() any {
	switch v.kind {
	case boolean:
		return v.text == "true"
	case number:
		var whole int
		if json.Unmarshal([]byte(v.text), &whole) == nil {
			return whole
		}
		var f float64
		_ = json.Unmarshal([]byte(v.text), &f)
		return f
	case textual:
		return v.text
	case list:
		items := make([]any, len(v.list))
		for i, item := range v.list {
			items[i] = item.ToGo()
		}
		return items
	case object:
		members := map[string]any{}
		for i := len(v.keys) - 1; i >= 0; i-- {
			members[v.keys[i]] = v.list[i].ToGo()
		}
		return members
	}
	return nil
}
