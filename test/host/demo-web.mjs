/**
 * The web of the demo vault: its addresses are made up and stand under names that nobody can own (RFC 2606),
 * so `npm run try` answers them itself, with pages written for it. Every other address is asked on the real web.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "demo-web");
const MADE_UP = /(?:^|\.)example\.(?:com|net|org|cn)$/;

/**
 * @param {string} address
 * @returns {{ status: number, headers: Record<string, string>, bytes: Buffer } | null} Null: not of the demo.
 */
export function demoPage(address) {
	const { hostname, pathname } = new URL(address);
	if (!MADE_UP.test(hostname)) return null;
	const name = pathname.split("/").filter(Boolean).at(-1) ?? "";
	const file = join(folder, `${name}.html`);
	const isThere = /^[a-z0-9-]+$/.test(name) && existsSync(file);
	const bytes = isThere ? readFileSync(file) : Buffer.from("<title>Not found</title><p>The demo has no such page.</p>");
	return { status: isThere ? 200 : 404, headers: { "content-type": "text/html; charset=utf-8" }, bytes };
}
