import { parentPath, type TFile } from "../files";
import { resolveRelative } from "./link-text";

/** Finds the file a link means without looking at every file. Links ignore case ([M]). */
export class LinkIndex {
	/** Lower-case name with extension → files of that name. */
	#byName = new Map<string, TFile[]>();

	add(file: TFile): void {
		const key = nameOf(file.path);
		const list = this.#byName.get(key);
		if (list === undefined) this.#byName.set(key, [file]);
		else if (!list.includes(file)) list.push(file);
	}

	remove(file: TFile, path: string): void {
		const key = nameOf(path);
		const left = (this.#byName.get(key) ?? []).filter((other) => other !== file);
		if (left.length === 0) this.#byName.delete(key);
		else this.#byName.set(key, left);
	}

	isOnlyOfItsName(file: TFile): boolean {
		return (this.#byName.get(nameOf(file.path)) ?? []).length <= 1;
	}

	/** Best first: the exact path, one beside the source, the one with the shortest path. */
	destination(linkpath: string, sourcePath: string): TFile | null {
		const link = linkpath.normalize("NFC").toLowerCase().trim();
		if (link === "") return null;
		const folder = parentPath(sourcePath).toLowerCase();
		for (const name of [link, `${link}.md`]) {
			const wanted = /^\.{1,2}\//.test(name)
				? resolveRelative(folder, name)
				: name.replace(/^\/+/, "");
			const candidates = wanted === null ? [] : (this.#byName.get(nameOf(wanted)) ?? []);
			const found = best(candidates, wanted ?? "", folder);
			if (found !== null) return found;
		}
		return null;
	}
}

function best(candidates: readonly TFile[], wanted: string, folder: string): TFile | null {
	const fitting = candidates.filter((file) => {
		const path = file.path.toLowerCase();
		return path === wanted || path.endsWith(`/${wanted}`);
	});
	const score = (file: TFile): number => {
		const path = file.path.toLowerCase();
		if (path === wanted) return 0;
		return parentPath(path) === folder ? 1 : 1 + path.length;
	};
	return [...fitting].sort((a, b) => score(a) - score(b))[0] ?? null;
}

function nameOf(path: string): string {
	return path
		.slice(path.lastIndexOf("/") + 1)
		.normalize("NFC")
		.toLowerCase();
}
