class Studiolint < Formula
  desc "{{.Summary}}"
  homepage "{{.Repository}}"
  version "{{.Version}}"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "{{.Download}}/studiolint_{{.Version}}_darwin_arm64.tar.gz"
      sha256 "{{.SHA256.darwin_arm64}}"
    end
    on_intel do
      url "{{.Download}}/studiolint_{{.Version}}_darwin_amd64.tar.gz"
      sha256 "{{.SHA256.darwin_amd64}}"
    end
  end

  on_linux do
    on_arm do
      url "{{.Download}}/studiolint_{{.Version}}_linux_arm64.tar.gz"
      sha256 "{{.SHA256.linux_arm64}}"
    end
    on_intel do
      url "{{.Download}}/studiolint_{{.Version}}_linux_amd64.tar.gz"
      sha256 "{{.SHA256.linux_amd64}}"
    end
  end

  def install
    bin.install "studiolint"
    generate_completions_from_executable(bin/"studiolint", "completion")
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/studiolint version")
    (testpath/"flow.json").write '{"states": [], "initial_state": "Trigger"}'
    assert_match "[schema]", shell_output("#{bin}/studiolint lint flow.json", 1)
  end
end
