package schemas

import (
	"path"
	"strings"
	"testing"
)

func TestPlainHosts(t *testing.T) {
	for _, h := range hostTable {
		if _, err := path.Match(h.Pattern, ""); err != nil || h.Pattern != strings.ToLower(h.Pattern) || h.Why == "" || h.Confidence == "" {
			t.Errorf("%+v: %v", h, err)
		}
		checkSources(t, "host "+h.Pattern, h.Sources)
	}
}

func TestPlainHost(t *testing.T) {
	for _, c := range []struct {
		host, path, want string
	}{
		{"demo.twilio.com", "/docs/classic.mp3", "demo.twilio.com"},
		{"demo.twilio.com", "", "demo.twilio.com"},
		{"twimlets.com", "/holdmusic?Bucket=com.twilio.music.guitars", "twimlets.com/holdmusic"},
		{"twimlets.com", "/voicemail?Email=ada@example.com", ""},
		{"com.twilio.music.soft-rock.s3.amazonaws.com", "/a.mp3", "com.twilio.*.s3.amazonaws.com"},
		{"media.example.s3.amazonaws.com", "/a.mp3", "*.*.s3.amazonaws.com"},
		{"media.example.s3.eu-west-1.amazonaws.com", "/a.mp3", "*.*.s3.*.amazonaws.com"},
		{"media.example.s3-us-west-2.amazonaws.com", "/a.mp3", "*.*.s3-*.amazonaws.com"},
		{"media.s3-website-us-east-1.amazonaws.com", "/", "*.s3-website-*.amazonaws.com"},
		{"media.s3-website.eu-central-1.amazonaws.com", "/", "*.s3-website.*.amazonaws.com"},
		{"media.s3.amazonaws.com", "/a.mp3", ""},
		{"media.s3.eu-west-1.amazonaws.com", "/a.mp3", ""},
		{"media.s3.dualstack.eu-west-1.amazonaws.com", "/a.mp3", ""},
		{"s3.amazonaws.com", "/media.example/a.mp3", ""},
		{"demo.twilio.com.example.com", "/", ""},
		{"", "", ""},
	} {
		got := ""
		if h := PlainHost(c.host, c.path); h != nil {
			got = h.Pattern
		}
		if got != c.want {
			t.Errorf("PlainHost(%q, %q) = %q, want %q", c.host, c.path, got, c.want)
		}
	}
}
