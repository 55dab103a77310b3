package eval

import (
	"math"
	"math/big"
)

// divided is divided_by.
func divided(r *renderer, v Value, args []Value) Value {
	if args[0].kind == textual {
		return odd("not every engine divides by a text: add | plus: 0 to it first")
	}
	return calculate(divide)(r, v, args)
}

// calculate makes a filter of a calculation with two numbers, which may be texts.
func calculate(do func(a, b decimal) Value) func(*renderer, Value, []Value) Value {
	return func(_ *renderer, v Value, args []Value) Value {
		a, why, ok := v.toNumber()
		if !ok {
			return why
		}
		b, why, ok := args[0].toNumber()
		if !ok {
			return why
		}
		return do(a, b)
	}
}

// exactly is a decimal from two others.
func exactly(a, b decimal, do func(z, x, y *big.Rat) *big.Rat) decimal {
	return decimal{do(new(big.Rat), a.rat, b.rat), a.whole && b.whole}
}

func (d decimal) float() float64 {
	f, _ := d.rat.Float64()
	return f
}

func add(a, b decimal) Value {
	return toValue(exactly(a, b, (*big.Rat).Add), a.float()+b.float())
}

func subtract(a, b decimal) Value {
	return toValue(exactly(a, b, (*big.Rat).Sub), a.float()-b.float())
}

func multiply(a, b decimal) Value {
	return toValue(exactly(a, b, (*big.Rat).Mul), a.float()*b.float())
}

// divide divides. Of two whole numbers some engines drop the remainder.
func divide(a, b decimal) Value {
	if b.rat.Sign() == 0 {
		return odd("engines differ on division by zero")
	}
	q := exactly(a, b, (*big.Rat).Quo)
	if b.whole && !(a.whole && q.rat.IsInt()) {
		return odd("some engines drop the remainder of a division by a whole number, and some do not")
	}
	return toValue(q, a.float()/b.float())
}

func modulo(a, b decimal) Value {
	if !a.whole || !b.whole || a.rat.Sign() < 0 || b.rat.Sign() <= 0 {
		return odd("engines differ on modulo of anything but positive whole numbers")
	}
	m := new(big.Int).Mod(a.rat.Num(), b.rat.Num())
	return Int(int(m.Int64()))
}

// wholeOf makes a filter of a function of one number that is whole.
func wholeOf(do func(f float64) float64) func(*renderer, Value, []Value) Value {
	return func(_ *renderer, v Value, _ []Value) Value {
		d, why, ok := v.toNumber()
		if !ok {
			return why
		}
		f := do(d.float())
		if math.IsNaN(f) || f == 0 && d.rat.Sign() < 0 {
			return odd("engines round this number differently")
		}
		whole := new(big.Rat)
		if whole.SetFloat64(f) == nil {
			return odd("the number is too large")
		}
		return toValue(decimal{whole, true}, f)
	}
}

// absolute is of whole numbers only: of others, engines print what is whole again in
// two ways.
func absolute(f float64) float64 {
	if f != math.Trunc(f) {
		return math.NaN()
	}
	return math.Abs(f)
}

func ceil(f float64) float64  { return math.Ceil(f) }
func floor(f float64) float64 { return math.Floor(f) }

// round goes to the nearest whole number. Engines differ on halves below zero.
func round(f float64) float64 {
	if f < 0 && f-math.Floor(f) == 0.5 {
		return math.NaN()
	}
	return math.Round(f)
}
