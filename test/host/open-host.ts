import { execFileSync } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { launch, type Browser, type Page } from "puppeteer-core";
import { demoPage } from "./demo-web.mjs";
import { findChromium, HOW_TO_GET_ONE } from "./find-chromium.mjs";
import type { HostHandle } from "./obsidian/app-start";
import { pageHelpers, type PageHelpers } from "./page-helpers";
import { startServer, type HostServer } from "./server.mjs";
import { startStandIn, type StandIn } from "./stand-in/server.mjs";

export type OpenOptions = Readonly<{
	/** Files by path, or a folder to copy, relative to `test/fixtures/vaults/`. */
	vault?: Readonly<Record<string, string>> | string;
	/** Opens the same vault as this host, as a second device would. It stays that host's own. */
	beside?: Readonly<{ vaultDir: string }>;
	/** Files that are no text. */
	binary?: Readonly<Record<string, Uint8Array>>;
	theme?: "light" | "dark";
	phone?: boolean;
	language?: string;
	size?: Readonly<{ width: number; height: number }>;
	/** The plugin's `data.json`. */
	settings?: Readonly<Record<string, unknown>>;
	/** Secrets by their names, as the person has entered them before. */
	secrets?: Readonly<Record<string, string>>;
	/** What `app.saveLocalStorage` kept, by key. */
	local?: Readonly<Record<string, unknown>>;
	/** Plays a disk that ignores case. */
	caseInsensitive?: boolean;
	/** How long the metadata cache takes to notice a change; 20 ms unless told. */
	cacheDelayMs?: number;
	/** What the page needs before the app starts in it: a clock, say. */
	beforeStart?: (page: Page) => Promise<void>;
	/** Settings open in a window of their own, as in the app; else over the page, where a test sees them. */
	settingsWindow?: boolean;
	/** False: the page is handed over while the cache still reads. */
	waitForCache?: boolean;
	/** A folder with main.js and manifest.json instead of Winnow. */
	pluginDir?: string;
	/** Answers the made-up addresses of the demo vault, as `npm run try` does. */
	demoWeb?: boolean;
	/** Plays Claude on this machine and points the settings at it. `script`: outcomes of the first calls. */
	standIn?:
		true | (Parameters<typeof startStandIn>[0] & Readonly<{ script?: readonly string[] }>);
}>;

export type Host = PageHelpers &
	Readonly<{
		page: Page;
		server: HostServer;
		/** Who plays Claude, with what was asked of it; null where nobody was wanted. */
		standIn: StandIn | null;
		vaultDir: string;
		/** The bytes on disk, as text. */
		readNote(path: string): string;
		exists(path: string): boolean;
		/** Waits until the file on disk says it. */
		noteSays(path: string, words: string | RegExp): Promise<void>;
		/** Writes as another program would; the app is told at once. */
		writeOutside(path: string, text: string): Promise<void>;
		removeOutside(path: string): Promise<void>;
		/** Errors of the page that match are no failure of the test. */
		expectErrors(pattern: RegExp): void;
		/** What the page reported during this test, also what was expected. */
		errors: readonly string[];
		close(): Promise<void>;
	}>;

const root = join(__dirname, "..", "..");
const dist = join(__dirname, "dist");
const FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	"--disable-dev-shm-usage",
	"--hide-scrollbars",
];

// A machine may be busy with others: what is waited for comes late there, and a limit is no measurement.
const WAIT_MS = 60_000;
jest.setTimeout(3 * WAIT_MS);

let browser: Promise<Browser> | null = null;
/** What this file's tests had built; sources do not change while they run. */
const built = new Set<boolean>();
/** How to close each open host, and what it reported that nobody expected since it was last asked. */
const open = new Map<() => Promise<void>, () => string[]>();

/** A vault, the app and the built plugin in a real browser. Closed by itself after the file's last test. */
export async function openHost(options: OpenOptions = {}): Promise<Host> {
	const vaultDir = options.beside?.vaultDir ?? layOut(options);
	build(options.pluginDir === undefined);
	const pluginDir = options.pluginDir ?? join(dist, "plugin");
	const manifestFile =
		options.pluginDir === undefined
			? join(root, "manifest.json")
			: join(pluginDir, "manifest.json");
	const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as { id: string };
	const standIn = await playClaude(options.standIn);
	const settings =
		standIn === null ? options.settings : { claudeBaseUrl: standIn.base, ...options.settings };
	writeData(vaultDir, manifest.id, settings);
	const { caseInsensitive = false } = options;
	const server = await startServer({
		vaultDir,
		pluginDir,
		manifest,
		hostDir: join(dist, "host"),
		caseInsensitive,
		standIn: standIn !== null,
		...(options.demoWeb === true ? { web: demoPage } : {}),
	});
	browser ??= startBrowser();
	const context = await (await browser).createBrowserContext();
	const page = await context.newPage();
	page.setDefaultTimeout(WAIT_MS);
	const seen = watchErrors(page);
	let isClosed = false;
	const close = async (): Promise<void> => {
		if (isClosed) return;
		isClosed = true;
		open.delete(close);
		await context.close();
		await server.close();
		await standIn?.close();
		if (options.beside === undefined) rmSync(vaultDir, { recursive: true, force: true });
	};
	const expected: RegExp[] = [];
	open.set(close, () =>
		seen.splice(0).filter((error) => !expected.some((pattern) => pattern.test(error))),
	);
	await dress(page, options, server);
	await options.beforeStart?.(page);
	await page.goto(`${server.url}?${query(options).toString()}`);
	await page.waitForSelector("body[data-ready]").catch((error: unknown) => {
		throw new Error(`The host did not start. Its errors:\n${seen.splice(0).join("\n")}`, {
			cause: error,
		});
	});

	const onDisk = (path: string): string => join(vaultDir, path);
	const readNote = (path: string): string => readFileSync(onDisk(path), "utf8");
	return {
		...pageHelpers(page),
		page,
		server,
		standIn,
		vaultDir,
		readNote,
		exists: (path) => existsSync(onDisk(path)),
		noteSays: (path, words) => waitForNote(onDisk(path), words),
		async writeOutside(path, text) {
			mkdirSync(dirname(onDisk(path)), { recursive: true });
			writeFileSync(onDisk(path), text);
			await server.noticeChanges();
		},
		async removeOutside(path) {
			rmSync(onDisk(path), { recursive: true });
			await server.noticeChanges();
		},
		expectErrors: (pattern) => void expected.push(pattern),
		errors: seen,
		close,
	};
}

/** A Chromium that was started for this test file. */
export async function startBrowser(): Promise<Browser> {
	const executablePath = findChromium();
	if (executablePath === null) throw new Error(HOW_TO_GET_ONE);
	return launch({ executablePath, headless: true, args: FLAGS, protocolTimeout: 2 * WAIT_MS });
}

afterEach(() => {
	const errors = [...open.values()].flatMap((unexpected) => unexpected());
	if (errors.length > 0) throw new Error(`The page reported errors:\n${errors.join("\n")}`);
});

afterAll(async () => {
	for (const close of [...open.keys()]) await close();
	if (browser !== null) await (await browser).close();
	browser = null;
});

async function playClaude(wanted: OpenOptions["standIn"]): Promise<StandIn | null> {
	if (wanted === undefined) return null;
	const options = wanted === true ? {} : wanted;
	// Tests wait for what is seen: the answers come at once unless one asks for a pace.
	const standIn = await startStandIn({ cps: 0, ...options });
	standIn.state.script.push(...(options.script ?? []));
	return standIn;
}

/** Builds what is older than its sources. */
function build(withPlugin: boolean): void {
	if (built.has(withPlugin)) return;
	built.add(withPlugin);
	const script = join(__dirname, "build-host.mjs");
	execFileSync(process.execPath, withPlugin ? [script] : [script, "--without-plugin"], {
		stdio: "inherit",
	});
}

function layOut({ vault = {}, binary = {} }: OpenOptions): string {
	const vaultDir = mkdtempSync(join(tmpdir(), "winnow-vault-"));
	if (typeof vault === "string")
		cpSync(join(root, "test", "fixtures", "vaults", vault), vaultDir, { recursive: true });
	const files = typeof vault === "string" ? {} : vault;
	for (const [path, content] of [...Object.entries(files), ...Object.entries(binary)]) {
		mkdirSync(dirname(join(vaultDir, path)), { recursive: true });
		writeFileSync(join(vaultDir, path), content);
	}
	return vaultDir;
}

function writeData(vaultDir: string, pluginId: string, settings: OpenOptions["settings"]): void {
	if (settings === undefined) return;
	const folder = join(vaultDir, ".obsidian", "plugins", pluginId);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "data.json"), JSON.stringify(settings, null, 2));
}

async function dress(page: Page, options: OpenOptions, { vaultId }: HostServer): Promise<void> {
	const size =
		options.size ??
		(options.phone === true ? { width: 390, height: 844 } : { width: 1280, height: 800 });
	const { phone = false } = options;
	await page.setViewport(
		phone ? { ...size, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : size,
	);
	const kept = [
		...Object.entries(options.secrets ?? {}).map(([name, secret]) => [
			`${vaultId}-secret-${name}`,
			secret,
		]),
		...Object.entries(options.local ?? {}).map(([key, value]) => [
			`${vaultId}-${key}`,
			JSON.stringify(value),
		]),
	] as [string, string][];
	await page.evaluateOnNewDocument((entries) => {
		if (location.protocol === "about:" || localStorage.getItem("host-dressed") !== null) return;
		localStorage.setItem("host-dressed", "1");
		for (const [key, value] of entries) localStorage.setItem(key, value);
	}, kept);
}

function query(options: OpenOptions): URLSearchParams {
	const asked = new URLSearchParams({ theme: options.theme ?? "dark" });
	if (options.phone === true) asked.set("phone", "1");
	if (options.language !== undefined) asked.set("language", options.language);
	if (options.cacheDelayMs !== undefined) asked.set("cacheDelay", String(options.cacheDelayMs));
	if (options.settingsWindow === true) asked.set("settings", "window");
	if (options.waitForCache !== false) asked.set("wait", "cache");
	return asked;
}

/** Uncaught errors, unhandled rejections and `console.error`; the browser's notes on failed requests are none. */
function watchErrors(page: Page): string[] {
	const seen: string[] = [];
	page.on("pageerror", (error) =>
		seen.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
	);
	page.on("console", (message) => {
		const text = message.text();
		if (
			message.type() !== "error" ||
			/^(Failed to load resource|Access to (fetch|XMLHttpRequest) at)/.test(text)
		)
			return;
		seen.push(`console.error: ${text}`);
	});
	return seen;
}

async function waitForNote(file: string, words: string | RegExp): Promise<void> {
	const says = (text: string): boolean =>
		typeof words === "string" ? text.includes(words) : words.test(text);
	let text = "";
	for (const end = Date.now() + WAIT_MS; Date.now() < end;) {
		text = existsSync(file) ? readFileSync(file, "utf8") : "(no such file)";
		if (says(text)) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`${file} never said ${String(words)}. It says:\n${text}`);
}

declare global {
	interface Window {
		__host: HostHandle;
	}
}
