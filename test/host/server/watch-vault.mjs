/** Notices what others do in the vault's folder: a watcher says where to look, a slow clock looks everywhere. */
import { watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const AFTER_EVENT_MS = 60;
const EVERY_MS = 1500;
/** Looking everywhere takes at most this share of the time: large vaults are looked through less often. */
const SHARE = 1 / 20;
/** With more places than this, looking everywhere is quicker. */
const MANY = 100;

/**
 * @param {string} root
 * @param {(change: object) => void} tell
 */
export function watchVault(root, tell) {
	/** @type {Map<string, { type: string, ctime: number, mtime: number, size: number }>} */
	let known = new Map();
	let chain = Promise.resolve();
	let closed = false;
	/** Writes of our own and comparisons never overlap. */
	const inTurn = (work) => {
		const mine = chain.then(work, work);
		chain = mine.then(
			() => undefined,
			() => undefined,
		);
		return mine;
	};
	const compare = () =>
		inTurn(async () => {
			if (closed) return;
			const now = await snapshot(root);
			for (const change of differences(known, now)) tell(change);
			known = now;
		}).catch(() => undefined);
	const lookAt = (paths) =>
		inTurn(async () => {
			for (const path of paths) if (!closed) await lookAtOne(path);
		}).catch(() => undefined);

	let timer = null;
	let isAnywhere = false;
	const touched = new Set();
	const soon = (name) => {
		if (name === null) isAnywhere = true;
		else if (!isIgnored(name)) touched.add(name.replaceAll("\\", "/"));
		else return;
		if (timer !== null || closed) return;
		timer = setTimeout(() => {
			timer = null;
			const paths = [...touched].sort();
			const isMany = isAnywhere || paths.length > MANY;
			touched.clear();
			isAnywhere = false;
			void (isMany ? compare() : lookAt(paths));
		}, AFTER_EVENT_MS);
	};
	let watcher = null;
	try {
		watcher = watch(root, { recursive: true }, (_, name) => soon(name));
		watcher.on("error", () => undefined);
	} catch {
		// Without watches left in the system, the clock alone has to do.
	}
	let clock = null;
	const tick = async () => {
		const started = Date.now();
		await compare();
		wind(Math.max(EVERY_MS, (Date.now() - started) / SHARE));
	};
	const wind = (ms) => {
		if (closed) return;
		clock = setTimeout(() => void tick(), ms);
		clock.unref();
	};
	wind(EVERY_MS);

	return {
		/** Reads the folder and takes it as known. */
		async tree() {
			return inTurn(async () => {
				known = await snapshot(root);
				return known;
			});
		},
		/** Runs our own write and takes its result as known. */
		own(work, ...paths) {
			return inTurn(async () => {
				const result = await work();
				for (const path of paths) await note(path);
				return result;
			});
		},
		compare,
		close() {
			closed = true;
			watcher?.close();
			clearTimeout(clock);
			if (timer !== null) clearTimeout(timer);
		},
	};

	/** Compares one file or folder with what is known of it. */
	async function lookAtOne(path) {
		const before = new Map();
		for (const [other, entry] of known)
			if (other === path || other.startsWith(`${path}/`)) before.set(other, entry);
		const found = await stat(join(root, path)).catch(() => null);
		const now = new Map();
		if (found !== null) {
			// What lies in a known folder has events of its own.
			if (found.isDirectory() && before.has(path)) return;
			const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
			if (folder !== "" && !known.has(folder)) await lookAtOne(folder);
			if (before.size === 0 && known.has(path)) return;
			now.set(path, entryOf(found));
			if (found.isDirectory())
				for (const [inside, entry] of await snapshot(root, path)) now.set(inside, entry);
		}
		for (const change of differences(before, now)) tell(change);
		for (const other of before.keys()) known.delete(other);
		for (const [other, entry] of now) known.set(other, entry);
	}

	async function note(path) {
		for (const other of [...known.keys()])
			if (other === path || other.startsWith(`${path}/`)) known.delete(other);
		const found = await stat(join(root, path)).catch(() => null);
		if (found === null) return;
		const parts = path.split("/");
		for (let length = 1; length <= parts.length; length += 1) {
			const part = parts.slice(0, length).join("/");
			if (!known.has(part)) known.set(part, entryOf(await stat(join(root, part))));
		}
		known.set(path, entryOf(found));
		if (found.isDirectory())
			for (const [inside, entry] of await snapshot(root, path)) known.set(inside, entry);
	}
}

function entryOf(found) {
	const type = found.isDirectory() ? "folder" : "file";
	return {
		type,
		ctime: Math.round(found.birthtimeMs),
		mtime: Math.round(found.mtimeMs),
		size: found.size,
	};
}

function isIgnored(path) {
	return path.split(/[\\/]/).some((part) => part === ".git" || part === ".trash" || part === "node_modules");
}

/** Every file and folder, parents first; `.git` and `.trash` are nobody's business here. */
async function snapshot(root, below = "") {
	const found = new Map();
	const walk = async (folder) => {
		const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
		const wanted = entries.filter((entry) => !isIgnored(entry.name));
		const stats = await Promise.all(
			wanted.map(async (entry) => {
				const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
				const info = await stat(join(root, path)).catch(() => null);
				return info === null ? null : /** @type {const} */ ([path, entryOf(info)]);
			}),
		);
		for (const pair of stats) {
			if (pair === null) continue;
			found.set(...pair);
			if (pair[1].type === "folder") await walk(pair[0]);
		}
	};
	await walk(below);
	return found;
}

function* differences(before, now) {
	for (const [path, entry] of now) {
		const old = before.get(path);
		if (entry.type === "folder") {
			if (old === undefined) yield { kind: "folder-made", path };
		} else if (old === undefined || old.mtime !== entry.mtime || old.size !== entry.size) {
			yield { kind: "written", path, stat: entry };
		}
	}
	for (const path of [...before.keys()].reverse())
		if (!now.has(path)) yield { kind: "removed", path };
}
