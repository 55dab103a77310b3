package offer

import "testing"

func TestNamesLookingUp(t *testing.T) {
	for name, want := range map[string]bool{
		"verify_code": true, "identificaFoto": true, "find_patient": true, "getSlots": true, "crm_lookup": true, "CustomerSearch": true, "carline_lookup": true,
		"candidate_search": true, "member_search_2": true, "phone_lookup": false, "orders_search": false, "StoreLookup": false, "addresses_lookup": false,
		"save_order": false, "research": false, "greeting": false, "": false,
	} {
		if got := NamesLookingUp(name); got != want {
			t.Errorf("NamesLookingUp(%q) = %t", name, got)
		}
	}
}
