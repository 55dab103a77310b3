package offer

import (
	"strings"
	"testing"
)

func TestUnmarked(t *testing.T) {
	for text, want := range map[string]string{
		"Town hall. 1 Water 2 Roads 3 Parks 4 Pothole":       "1=Water 2=Roads 3=Parks 4=Pothole",
		"What is it about?\n1 Water\n2 Roads\n3 Street lamp": "1=Water 2=Roads 3=Street lamp",
		"1/ Water\n2/ Roads":                                 "1=Water 2=Roads",
		"A Laptop B Password C Printer":                      "A=Laptop B=Password C=Printer",
		"Menu\nWater . . . . 1\nRoads . . . . 3":             "1=Water 3=Roads",
		"Water ..... 1\nRoads…2":                             "1=Water 2=Roads",
		"Water -> 1, roads -> 2":                             "1=Water 2=roads",
		"Your code is 1 2 3.":                                "",
		"Wait... 1 moment, please.":                          "",
		"Order 1 cake.":                                      "",
	} {
		var got []string
		for _, o := range Unmarked(text) {
			got = append(got, o.Answer+"="+o.Purpose())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("Unmarked(%q) = %q, want %q", text, s, want)
		}
	}
}

func TestOfferedTwice(t *testing.T) {
	for text, want := range map[string]string{
		"Press 1 for sales, press 2 for support, press 1 for billing.":                                                  "1",
		"For sales, press 1. For support, press 2. For billing, press 1.":                                               "1",
		"Press 1 for sales. Press 2 for support. To hear this again, press 1.":                                          "1",
		"1) Sales\n2) Support\n2) Billing":                                                                              "2",
		"Menu\nSales . . . . 1\nSupport . . . . 2\nBilling . . . . 2":                                                   "2",
		"Sales . . . . . press 1. Support . . . . . press 2. Billing . . . . . press 2.":                                "2",
		"Tea . . . . 2\nCake . . . . 3\nRolls . . . . 2":                                                                "",
		"1. Sales 2. Support 2. Billing":                                                                                "2",
		"Para ventas, oprima 1. Para soporte, oprima 2. Para pagos, oprima 1.":                                          "1",
		"Reply A for sales, reply B for support, reply A for billing.":                                                  "A",
		"Press 1 for sales, press 2 for support. Again, press 1 for sales.":                                             "",
		"Press 1 for sales or 2 for support. If you are calling about an offer, press 1.":                               "",
		"Press 1 for sales, 2 for support. Para ventas, oprima 1, para soporte, oprima 2.":                              "",
		"Press 1 to accept or 2 to decline. Oprima 1 para aceptar.":                                                     "",
		"Press 1 to confirm, press 2 to cancel. Remember, to keep your visit you must press 1.":                         "",
		"To speak with reception, press 0. For sales, press 1. For all other questions, press 0.":                       "",
		"A. Yes B. No. Please reply A. Thank you.":                                                                      "",
		"{% if flow.variables.es %}Press 1 for a, 2 for b{% else %}Press 1 for c{% endif %}":                            "",
		"For sales, press 1. For support, press 2. To reach our sales team right away, press 1.":                        "",
		"If you are a nurse, press 1. If you are a patient, press 2. If you are a doctor, press 1.":                     "",
		"Reply STOP to leave the list, YES to confirm. Reply STOP to end these messages.":                               "",
		"Press 1 for new orders, press 2 for returns, press 3 for all other orders, or press 1 to place an order today": "",
	} {
		got := ""
		if twice := OfferedTwice(text); twice != nil {
			got = twice.Answer
		}
		if got != want {
			t.Errorf("OfferedTwice(%q) = %q, want %q", text, got, want)
		}
	}
}
