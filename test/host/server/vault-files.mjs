/** The file operations that the page's adapter asks for, on a real folder. */
import { createHash } from "node:crypto";
import {
	appendFile,
	copyFile,
	mkdir,
	readdir,
	readFile,
	rename,
	rm,
	rmdir,
	stat,
	utimes,
	writeFile,
} from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { failure } from "./vault-path.mjs";

/** @param {import("node:fs").Stats} found */
function told(found) {
	const type = found.isDirectory() ? "folder" : "file";
	return {
		type,
		ctime: Math.round(found.birthtimeMs),
		mtime: Math.round(found.mtimeMs),
		size: found.size,
	};
}

/**
 * @param {{ root: string, onDisk: (path: unknown) => string }} paths
 * @param {{ own: (work: () => Promise<any>, ...paths: string[]) => Promise<any> }} watch Runs our own writes, so that they are not told as changes from outside.
 */
export function vaultFiles(paths, watch) {
	const { onDisk } = paths;

	async function write(path, bytes, times, isAppend) {
		const full = onDisk(path);
		return watch.own(async () => {
			await (isAppend ? appendFile(full, bytes) : writeFile(full, bytes));
			if (times.mtime !== null) await utimes(full, new Date(), new Date(times.mtime));
			return told(await stat(full));
		}, path);
	}

	const operations = {
		async exists({ path, sensitive }) {
			const full = onDisk(path);
			if (!existsSync(full)) return false;
			return sensitive !== true || path === "/" || basename(full) === basename(path);
		},
		async stat({ path }) {
			const found = await stat(onDisk(path)).catch(() => null);
			return found === null ? null : told(found);
		},
		async list({ path }) {
			const entries = await readdir(onDisk(path), { withFileTypes: true });
			const full = (name) => (path === "/" || path === "" ? name : `${path}/${name}`);
			return {
				files: entries.filter((entry) => entry.isFile()).map((entry) => full(entry.name)),
				folders: entries
					.filter((entry) => entry.isDirectory())
					.map((entry) => full(entry.name)),
			};
		},
		async mkdir({ path }) {
			return watch.own(() => mkdir(onDisk(path), { recursive: true }).then(() => null), path);
		},
		async remove({ path }) {
			return watch.own(() => rm(onDisk(path)).then(() => null), path);
		},
		async rmdir({ path, recursive }) {
			const full = onDisk(path);
			return watch.own(
				() =>
					(recursive === true ? rm(full, { recursive: true }) : rmdir(full)).then(
						() => null,
					),
				path,
			);
		},
		async rename({ path, to }) {
			const [from, target] = [onDisk(path), onDisk(to)];
			const isOnlyCase = from.toLowerCase() === target.toLowerCase();
			if (existsSync(target) && !isOnlyCase)
				throw failure("EEXIST", `destination exists: ${to}`);
			// A disk that ignores case finds the old spelling: the new one is taken as written.
			const spelled = isOnlyCase ? join(dirname(target), basename(to)) : target;
			return watch.own(() => rename(from, spelled).then(() => null), path, to);
		},
		async copy({ path, to }) {
			const target = onDisk(to);
			return watch.own(async () => {
				await copyFile(onDisk(path), target);
				return told(await stat(target));
			}, to);
		},
		/** Into the vault's `.trash`, under a name that is free there. */
		async trash({ path }) {
			const from = onDisk(path);
			return watch.own(async () => {
				const extension = extname(path);
				const stem = path.slice(0, path.length - extension.length);
				for (let count = 0; ; count += 1) {
					const target = onDisk(
						`.trash/${count === 0 ? path : `${stem} ${count}${extension}`}`,
					);
					if (existsSync(target)) continue;
					await mkdir(dirname(target), { recursive: true });
					await rename(from, target);
					return null;
				}
			}, path);
		},
	};

	return {
		operations,
		read: (path) => readFile(onDisk(path)),
		write: (path, bytes, times) => write(path, bytes, times, false),
		append: (path, bytes, times) => write(path, bytes, times, true),
		/** Texts of many notes; null for what is gone. */
		readMany: (list) =>
			Promise.all(list.map((path) => readFile(onDisk(path), "utf8").catch(() => null))),
		/** The same folder is the same vault, also after a restart. */
		id: createHash("sha256").update(paths.root).digest("hex").slice(0, 16),
	};
}
