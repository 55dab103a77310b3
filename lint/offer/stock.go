package offer

import "studiolint/lint/words"

// NamesStock reports whether a step is named after what is counted or made for everybody alike, whoever asks: a stock.
func NamesStock(name string) bool { return stocks.In(name) }

var stocks = words.AnyOf("stock", "invent", "estoque", "existenc", "bestand", "lager", "quantit", "cantidad", "quantid", "counter", "contador", "print", "imprim", "impress", "druck")
