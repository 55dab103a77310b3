// Starts "studiolint lsp" for JSON and Terraform files. Everything else is the server's.
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const settings = () => {
  const { config, baseline, inlayHints } = vscode.workspace.getConfiguration("studiolint");
  return { config, baseline, inlayHints };
};

let client;

const start = async () => {
  const command = vscode.workspace.getConfiguration("studiolint").get("path") || "studiolint";
  client = new LanguageClient(
    "studiolint",
    "studiolint",
    { command, args: ["lsp"], transport: TransportKind.stdio },
    {
      documentSelector: ["file", "untitled"].flatMap((scheme) => [
        { scheme, language: "json" },
        { scheme, language: "jsonc" },
        { scheme, language: "terraform" },
        { scheme, pattern: "**/*.{json,tf,tftpl}" },
        { scheme, pattern: "**/*.json.*" },
      ]),
      initializationOptions: settings(),
    },
  );
  try {
    await client.start();
  } catch (err) {
    vscode.window.showErrorMessage(`studiolint does not start: ${err.message}. Is "${command}" installed? The setting studiolint.path says where it is.`);
  }
};

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand("studiolint.restart", async () => {
      await exports.deactivate();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("studiolint") && client?.isRunning()) {
        client.sendNotification("workspace/didChangeConfiguration", { settings: { studiolint: settings() } });
      }
    }),
  );
  await start();
};

exports.deactivate = async () => {
  const old = client;
  client = undefined;
  await old?.stop().catch(() => {});
};
