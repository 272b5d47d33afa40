import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { ensureChromium } from "../host/ensure-chromium.mjs";
import { areInPlace, installFault } from "../set-up.mjs";

jest.setTimeout(180_000);
const folder = mkdtempSync(join(tmpdir(), "winnow-try-"));
const vault = join(folder, "vault");
const running = new Set<ChildProcess>();
afterAll(() => {
	for (const child of running) child.kill("SIGKILL");
	rmSync(folder, { recursive: true });
});

/** `npm run try` with these arguments, up to where it stays or ends. */
async function tryIt(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
	const child = spawn(process.execPath, ["test/host/try.mjs", ...args], {
		env: { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "", ...env },
	});
	running.add(child);
	let said = "";
	for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (said += String(part)));
	const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
	void ended.then(() => running.delete(child));
	const stays = new Promise<void>((resolve) => {
		child.stdout.on("data", () => said.includes("Ctrl+C") && resolve());
	});
	await Promise.race([stays, ended]);
	return {
		said: () => said,
		address: /http:\S+/.exec(said)?.[0] ?? "",
		ended,
		stop: () => {
			child.kill("SIGTERM");
			return ended;
		},
	};
}

/** A program that writes down how it was called. */
function fakeBrowser(): { path: string; called(): Promise<string> } {
	const path = join(folder, "browser");
	const log = join(folder, "called");
	writeFileSync(path, `#!/bin/sh\necho "$@" > "${log}.part"\nmv "${log}.part" "${log}"\n`);
	chmodSync(path, 0o755);
	return {
		path,
		async called() {
			for (let tries = 0; !existsSync(log) && tries < 600; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
			return readFileSync(log, "utf8");
		},
	};
}

describe("npm run try", () => {
	it("lays out a vault, serves the host, and ends without a word", async () => {
		const once = await tryIt(["--no-open", "--vault", vault]);
		expect(once.said().split("\n").filter((line) => line !== "")).toEqual([
			expect.stringMatching(/^Vault: {2}\S/),
			"Claude: a local stand-in, until you add a key of your own in the settings",
			expect.stringMatching(/^Open: {3}http:\/\/127\.0\.0\.1:\d+\//),
			"Stop with Ctrl+C.",
		]);
		expect((await fetch(once.address)).status).toBe(200);
		expect(existsSync(join(vault, "Welcome.md"))).toBe(true);
		expect(await once.stop()).toBe(0);
	});

	it("keeps what the person has made of the vault, their server too", async () => {
		writeFileSync(join(vault, "Welcome.md"), "Mine now.\n");
		rmSync(join(vault, "Notes"), { recursive: true });
		const data = join(vault, ".obsidian", "plugins", "winnow", "data.json");
		const settings = JSON.stringify({ claudeBaseUrl: "https://gateway.example", mine: 1 });
		writeFileSync(data, settings);
		const again = await tryIt(["--no-open", "--vault", vault]);
		expect(readFileSync(join(vault, "Welcome.md"), "utf8")).toBe("Mine now.\n");
		expect(existsSync(join(vault, "Notes"))).toBe(false);
		expect(readFileSync(data, "utf8")).toBe(settings);
		await again.stop();
	});

	it("points an earlier stand-in's address to the one of today", async () => {
		const data = join(vault, ".obsidian", "plugins", "winnow", "data.json");
		writeFileSync(data, JSON.stringify({ claudeBaseUrl: "http://127.0.0.1:1", mine: 1 }));
		const again = await tryIt(["--no-open", "--vault", vault]);
		const settings = JSON.parse(readFileSync(data, "utf8")) as Record<string, string>;
		expect(settings["mine"]).toBe(1);
		const models = await fetch(`${settings["claudeBaseUrl"] ?? ""}/v1/models`, { headers: { authorization: "Bearer any" } });
		expect(models.status).toBe(200);
		await again.stop();
	});

	it("opens a window where there is a screen, and only the address where there is none", async () => {
		const browser = fakeBrowser();
		const seen = await tryIt(["--vault", vault], { CHROMIUM_PATH: browser.path, DISPLAY: ":99" });
		expect(await browser.called()).toContain(`--app=${seen.address}`);
		await seen.stop();
		const blind = await tryIt(["--vault", vault], { CHROMIUM_PATH: browser.path });
		expect(blind.said()).toContain("There is no screen here: open the address in a browser.");
		await blind.stop();
	});

	it("says in one line that a port is taken, or is none", async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
		const { port } = other.address() as AddressInfo;
		const taken = await tryIt(["--no-open", "--vault", vault, "--port", String(port)]);
		expect(await taken.ended).toBe(1);
		expect(taken.said()).toBe(`Port ${port} is taken. Choose another, or leave --port out for a free one.\n`);
		const odd = await tryIt(["--no-open", "--port", "four"]);
		expect(odd.said()).toBe("--port wants a number up to 65535, not four.\n");
		other.close();
	});
});

describe("the set-up before it", () => {
	/** What an old Node would see; null: it goes on. */
	function onNode(version: string): string | null {
		let said: string | null = null;
		const process = { versions: { node: version }, exit: () => undefined };
		const console = { error: (words: string) => (said = words) };
		runInNewContext(readFileSync("test/node-version.cjs", "utf8"), { process, console });
		return said;
	}

	it("says in one line that Node is too old", () => {
		expect(onNode("18.20.4")).toBe("Winnow needs Node 20.19 or newer; this is 18.20.4.");
		expect(onNode("20.18.3")).toContain("this is 20.18.3");
		expect([onNode("20.19.0"), onNode("22.0.0"), onNode("26.1.0")]).toEqual([null, null, null]);
	});

	it("says in one line that the packages could not be had", () => {
		expect(installFault(0)).toBeNull();
		expect(installFault(1)).toContain("could not be installed");
		expect(installFault(null)).toContain("npm was not found");
	});

	it("takes a Chromium that is there, and never asks for one", () => {
		const install = jest.fn();
		expect(ensureChromium({ find: () => "/usr/bin/chromium", isDebianRoot: () => true, install })).toBe("/usr/bin/chromium");
		expect(install).not.toHaveBeenCalled();
	});

	it("installs one as root on Debian, and says elsewhere in one line how to get one", () => {
		let found: string | null = null;
		const install = jest.fn(() => void (found = "/usr/bin/chromium"));
		expect(ensureChromium({ find: () => found, isDebianRoot: () => true, install })).toBe("/usr/bin/chromium");
		const line = "No Chromium found: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chrome.";
		expect(() => ensureChromium({ find: () => null, isDebianRoot: () => false, install })).toThrow(line);
		const refuse = (): never => {
			throw new Error("no network");
		};
		expect(() => ensureChromium({ find: () => null, isDebianRoot: () => true, install: refuse })).toThrow(line);
	});

	it("sees packages that are missing, of another version, or of another platform", () => {
		const clone = join(folder, "clone");
		const write = (name: string, packages: object): void => {
			mkdirSync(join(clone, "node_modules"), { recursive: true });
			writeFileSync(join(clone, name), JSON.stringify({ packages }));
		};
		const [a, fsevents] = [{ version: "1.0.0" }, { version: "2.0.0", optional: true }];
		write("package-lock.json", { "": {}, "node_modules/a": a, "node_modules/fsevents": fsevents });
		expect(areInPlace(clone)).toBe(false);
		write("node_modules/.package-lock.json", { "node_modules/a": a });
		expect(areInPlace(clone)).toBe(true);
		write("node_modules/.package-lock.json", { "node_modules/a": { version: "0.9.0" } });
		expect(areInPlace(clone)).toBe(false);
	});
});
