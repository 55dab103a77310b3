package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// neovimSteps are what a person does in Neovim, with its own client: look at the
// findings, apply the fix, go to the definition, rename, save.
const neovimSteps = `
local out = {}
local function step(name, value) out[name] = value end
local function wait(what, f) if not vim.wait(30000, f, 20) then error(what .. ' never came') end end
local ok, err = pcall(function()
  vim.cmd('edit flow.json')
  vim.bo.filetype = 'json'
  local id = studiolint
  local function found() return vim.diagnostic.get(0) end
  wait('a finding', function() return #found() == 1 end)
  local d = found()[1]
  step('finding', { line = d.lnum, column = d.col, message = d.message, severity = d.severity, source = d.source })

  vim.api.nvim_win_set_cursor(0, { d.lnum + 1, d.col + 1 })
  local function ask(method, params) -- what vim.lsp.buf does, without its menus
    local answers = vim.lsp.buf_request_sync(0, method, params, 30000)
    local answer = answers and answers[id] or {}
    if answer.err then error(method .. ': ' .. vim.inspect(answer.err)) end
    return answer.result
  end
  local encoding = vim.lsp.get_client_by_id(id).offset_encoding
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  for _, action in ipairs(ask('textDocument/codeAction', params)) do
    if action.kind == 'quickfix' and action.isPreferred then
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
      step('fix', action.title)
      break
    end
  end
  wait('a clean text', function() return #found() == 0 end)

  vim.fn.search([["next": "\zsask_topic"]], 'w')
  vim.lsp.buf.definition()
  wait('the definition', function() return vim.api.nvim_get_current_line():find('"name": "ask_topic"', 1, true) end)
  step('definition', vim.fn.expand('<cword>'))

  vim.lsp.buf.rename('ask_é')
  vim.wait(500, function() return false end)
  vim.lsp.buf.rename('ask_what')
  wait('the new name', function() return vim.fn.search('ask_what', 'nw') > 0 end)
  step('hover', vim.lsp.util.convert_input_to_markdown_lines(ask('textDocument/hover', vim.lsp.util.make_position_params()).contents)[1])
  vim.cmd('write')
end)
step('error', not ok and tostring(err) or nil)
local f = io.open('out.json', 'w')
f:write(vim.json.encode(out))
f:close()
vim.cmd('qall!')
`

// Neovim's own client shows a finding, fixes it, follows, renames and saves.
func TestNeovimClient(t *testing.T) {
	nvim := tool(t, "", "nvim")
	s := shell{t, t.TempDir(), cleanEnv(t)}
	good := readFile(t, "../../testdata/flows/good/sms-order-bot.json")
	bad := strings.Replace(good, `"next": "ask_topic"`, `"next": "Ask_Topic"`, 1)
	bad = strings.Replace(bad, `"description": "`, `"description": "é😀 `, 1)
	s.write("flow.json", bad)
	s.write("init.lua", readmeBlocks(t, "lua", "start_client")[0])
	s.write("steps.lua", neovimSteps)
	cmd := exec.Command(nvim, "--clean", "--headless", "-c", "luafile init.lua", "-c", "luafile steps.lua")
	cmd.Dir, cmd.Env = s.dir, append(s.env, "HOME="+s.dir, "PATH="+filepath.Dir(built(t))+string(os.PathListSeparator)+os.Getenv("PATH"))
	timer := time.AfterFunc(2*time.Minute, func() { cmd.Process.Kill() })
	printed, err := cmd.CombinedOutput()
	timer.Stop()
	data, readErr := os.ReadFile(filepath.Join(s.dir, "out.json"))
	if err != nil || readErr != nil {
		t.Fatalf("%v, %v: %s", err, readErr, printed)
	}
	var out struct {
		Finding struct {
			Line, Column, Severity int
			Message, Source        string
		}
		Fix, Definition, Hover, Error string
	}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatalf("%v: %s", err, data)
	}
	if out.Error != "" {
		t.Errorf("%s\n%s", out.Error, printed)
	}
	lines := strings.Split(bad, "\n")
	if f := out.Finding; f.Severity != 1 || f.Source != "studiolint" || f.Line >= len(lines) || !strings.HasPrefix(lines[f.Line][f.Column:], `"Ask_Topic"`) || !strings.Contains(f.Message, "[dangling-transition]") {
		t.Errorf("%+v", f)
	}
	if out.Fix != `Write "ask_topic"` || out.Definition != "ask_topic" || !strings.Contains(out.Hover, "ask_what") {
		t.Errorf("%+v", out)
	}
	want := strings.ReplaceAll(strings.Replace(bad, "Ask_Topic", "ask_topic", 1), "ask_topic", "ask_what")
	if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(readFile(t, filepath.Join(s.dir, "flow.json")))); diff != "" {
		t.Errorf("something else is saved (-want +got):\n%s", diff)
	}
}

// emacsSteps are the same for Emacs and eglot; what is seen goes to standard error.
const emacsSteps = `
(require 'eglot)
(load-file "settings.el")
(setq eglot-sync-connect 30 eglot-autoshutdown t make-backup-files nil)
(find-file "flow.json")
(js-mode)
(call-interactively 'eglot)
(flymake-mode 1)
(let ((n 0))
  (while (and (< n 300) (not (flymake-diagnostics)))
    (accept-process-output nil 0.1)
    (setq n (1+ n))
    (if (= 0 (% n 10)) (flymake-start))))
(dolist (d (flymake-diagnostics))
  (message "FOUND %s|%s" (buffer-substring (flymake-diagnostic-beg d) (flymake-diagnostic-end d)) (flymake-diagnostic-text d)))
(goto-char (point-min))
(search-forward "\"next\": \"split_to")
(call-interactively 'xref-find-definitions)
(message "DEFINITION %s" (string-trim (buffer-substring (line-beginning-position) (line-end-position))))
(eglot-rename "split_what")
(save-buffer)
`

// Emacs' eglot shows a finding, follows, renames and saves.
func TestEglot(t *testing.T) {
	emacs := tool(t, "", "emacs")
	s := shell{t, t.TempDir(), cleanEnv(t)}
	good := readFile(t, "../../testdata/flows/good/sms-order-bot.json")
	bad := strings.Replace(good, `"next": "ask_topic"`, `"next": "Ask_Topic"`, 1)
	bad = strings.Replace(bad, `"description": "`, `"description": "é😀 `, 1)
	s.write("flow.json", bad)
	s.write("settings.el", readmeBlocks(t, "elisp", "eglot")[0])
	s.write("steps.el", emacsSteps)
	cmd := exec.Command(emacs, "--batch", "--eval", "(package-initialize)", "-l", "steps.el")
	cmd.Dir, cmd.Env = s.dir, append(s.env, "HOME="+s.dir, "LC_ALL=C.UTF-8", "PATH="+filepath.Dir(built(t))+string(os.PathListSeparator)+os.Getenv("PATH"))
	timer := time.AfterFunc(2*time.Minute, func() { cmd.Process.Kill() })
	printed, err := cmd.CombinedOutput()
	timer.Stop()
	if strings.Contains(string(printed), "Cannot open load file") && os.Getenv("STUDIOLINT_NO_SKIP") == "" {
		t.Skip("eglot is not installed")
	}
	for _, want := range []string{`FOUND "Ask_Topic"|`, "dangling-transition", `DEFINITION "name": "split_topic",`} {
		if err != nil || !strings.Contains(string(printed), want) {
			t.Errorf("%v, no %s in:\n%s", err, want, printed)
		}
	}
	if saved := readFile(t, filepath.Join(s.dir, "flow.json")); strings.TrimSpace(saved) != strings.TrimSpace(strings.ReplaceAll(bad, "split_topic", "split_what")) {
		t.Errorf("saved is\n%s", saved)
	}
}
