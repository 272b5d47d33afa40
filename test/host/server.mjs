/**
 * The browser host's server: the page, the built plugin, one vault folder and the way to the network.
 * Loopback only; other pages in the same browser get nothing (own header, own host name).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, dirname, extname, join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { sendOutside } from "./server/request-proxy.mjs";
import { vaultFiles } from "./server/vault-files.mjs";
import { vaultPaths } from "./server/vault-path.mjs";
import { watchVault } from "./server/watch-vault.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const TYPES = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".mjs": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json",
	".svg": "image/svg+xml",
	".png": "image/png",
	".jpg": "image/jpeg",
	".jpeg": "image/jpeg",
	".gif": "image/gif",
	".webp": "image/webp",
	".pdf": "application/pdf",
	".woff2": "font/woff2",
};

/**
 * @param {object} options
 * @param {string} options.vaultDir
 * @param {string} options.pluginDir Holds main.js and styles.css.
 * @param {object} options.manifest
 * @param {string} [options.hostDir] Holds the built page.
 * @param {number} [options.port] 0: any free one.
 * @param {boolean} [options.caseInsensitive]
 * @param {boolean} [options.standIn] Says on screen that Claude is played.
 * @param {(address: string) => { status: number, headers: Record<string, string>, bytes: Buffer } | null} [options.web]
 *   Is asked first for what the plugin fetches. Null: ask the network.
 */
export async function startServer(options) {
	const {
		vaultDir,
		pluginDir,
		manifest,
		port = 0,
		caseInsensitive = false,
		standIn = false,
	} = options;
	const hostDir = options.hostDir ?? join(here, "dist", "host");
	const paths = vaultPaths(vaultDir, { caseInsensitive });
	const listeners = new Set();
	const watch = watchVault(paths.root, (change) => {
		for (const response of listeners) response.write(`data: ${JSON.stringify(change)}\n\n`);
	});
	const files = vaultFiles(paths, watch);
	const state = { offline: false };
	const dataDir = join(paths.root, ".obsidian", "plugins", manifest.id);
	mkdirSync(dataDir, { recursive: true });

	const server = createServer((request, response) => {
		handle(request, response).catch((error) => {
			if (response.headersSent) return response.destroy();
			const status = error.code === "ENOENT" ? 404 : error.code === "EACCES" ? 403 : 400;
			json(response, { code: error.code ?? null, message: error.message }, status);
		});
	});

	async function handle(request, response) {
		const url = new URL(request.url ?? "/", "http://host.invalid");
		const address = `127.0.0.1:${server.address()?.port}`;
		if (
			request.headers.host !== address &&
			request.headers.host !== address.replace("127.0.0.1", "localhost")
		)
			return json(response, { message: "Another host name." }, 403);
		if (url.pathname.startsWith("/api/")) return api(url, request, response);
		if (request.method !== "GET") return json(response, { message: "Only GET." }, 405);
		const path = decodeURIComponent(url.pathname);
		if (path.startsWith("/vault/"))
			return send(response, path, await files.read(path.slice(7)), sandboxed);
		const file = pageFile(path);
		if (file === null) return json(response, { message: `Nothing at ${path}` }, 404);
		return send(response, file, await readFile(file));
	}

	function pageFile(path) {
		const name = basename(path);
		if (path === "/") return join(here, "page", "index.html");
		if (path === "/host.css") return join(here, "page", name);
		if (/^\/app\.(js|js\.map|css)$/.test(path)) return join(hostDir, name);
		if (path === "/plugin/main.js" || path === "/plugin/styles.css")
			return join(pluginDir, name);
		if (/^\/lib\/pdfjs\/pdf(\.worker)?\.mjs$/.test(path))
			return join(
				dirname(require.resolve("pdfjs-dist/package.json")),
				"legacy",
				"build",
				name,
			);
		const katexDir = join(dirname(require.resolve("katex/package.json")), "dist");
		if (path === "/lib/katex/katex.min.css") return join(katexDir, name);
		if (/^\/lib\/katex\/fonts\/[\w-]+\.woff2$/.test(path)) return join(katexDir, "fonts", name);
		return null;
	}

	async function api(url, request, response) {
		if (url.pathname === "/api/changes") return listen(request, response);
		// A header that no foreign page may send without asking first, and we never answer that question.
		if (request.headers["x-host"] !== "1")
			return json(response, { message: "Not from this page." }, 403);
		const path = url.searchParams.get("path");
		const time = (name) =>
			url.searchParams.has(name) ? Number(url.searchParams.get(name)) : null;
		const times = { ctime: time("ctime"), mtime: time("mtime") };
		switch (url.pathname) {
			case "/api/about":
				return json(response, about());
			case "/api/tree":
				return json(response, await visibleTree());
			case "/api/read-many":
				return json(
					response,
					await files.readMany(JSON.parse(String(await bodyOf(request)))),
				);
			case "/api/request":
				return outside(request, response);
			case "/api/file":
				if (request.method === "PUT")
					return json(response, await files.write(path, await bodyOf(request), times));
				if (request.method === "POST")
					return json(response, await files.append(path, await bodyOf(request), times));
				return send(response, "bytes", await files.read(path));
		}
		const operation = files.operations[url.pathname.slice("/api/do/".length)];
		if (operation === undefined) return json(response, { message: "No such operation." }, 404);
		return json(response, await operation(JSON.parse(String(await bodyOf(request)))));
	}

	function about() {
		const list = join(paths.root, ".obsidian", "community-plugins.json");
		const enabled = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
		const firstTime = !enabled.includes(manifest.id);
		if (firstTime) writeFileSync(list, JSON.stringify([...enabled, manifest.id], null, 2));
		const dir = `.obsidian/plugins/${manifest.id}`;
		return {
			name: basename(paths.root),
			id: files.id,
			manifest: { ...manifest, dir },
			standIn,
			firstTime,
		};
	}

	async function visibleTree() {
		const rows = [];
		for (const [path, { type, ctime, mtime, size }] of await watch.tree())
			if (!path.split("/").some((part) => part.startsWith(".")))
				rows.push([path, type, ctime, mtime, size]);
		return rows;
	}

	function listen(request, response) {
		const from = request.headers["sec-fetch-site"];
		if (from !== undefined && from !== "same-origin")
			return json(response, { message: "Not from this page." }, 403);
		response.writeHead(200, {
			"content-type": "text/event-stream",
			"cache-control": "no-store",
		});
		response.write(": listening\n\n");
		listeners.add(response);
		request.on("close", () => listeners.delete(response));
	}

	async function outside(request, response) {
		const asked = JSON.parse(decodeURIComponent(String(request.headers["x-request"])));
		try {
			if (state.offline) throw new Error("net::ERR_INTERNET_DISCONNECTED");
			const body = await bodyOf(request);
			const { status, headers, bytes } = options.web?.(asked.url) ?? (await sendOutside(asked, body));
			response.writeHead(200, {
				"x-status": String(status),
				"x-headers": encodeURIComponent(JSON.stringify(headers)),
			});
			response.end(bytes);
		} catch (error) {
			response.setHeader("x-status", "0");
			json(response, { message: error.message });
		}
	}

	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => resolve(undefined));
	});
	return {
		url: `http://127.0.0.1:${server.address().port}/`,
		vaultId: files.id,
		/** Cuts `requestUrl` off the network; the page's own `fetch` is the browser's matter. */
		setOffline(offline) {
			state.offline = offline;
		},
		/** Looks at the folder at once instead of when the watcher wakes. */
		noticeChanges: () => watch.compare(),
		async close() {
			watch.close();
			for (const response of listeners) response.end();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(() => resolve(undefined)));
		},
	};
}

// A page or picture from the vault must not run with the host's rights.
const sandboxed = { "content-security-policy": "sandbox" };

function send(response, name, bytes, headers = {}) {
	const type = TYPES[extname(name).toLowerCase()] ?? "application/octet-stream";
	response.writeHead(200, {
		"content-type": type,
		"cache-control": "no-store",
		"x-content-type-options": "nosniff",
		...headers,
	});
	response.end(bytes);
}

function json(response, value, status = 200) {
	response.writeHead(status, { "content-type": "application/json" });
	response.end(JSON.stringify(value ?? null));
}

async function bodyOf(request) {
	const parts = [];
	for await (const part of request) parts.push(part);
	return Buffer.concat(parts);
}
