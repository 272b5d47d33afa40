import { fail, ok, type Result } from "../result";
import type { SafeVault } from "../vault/safe-vault";
import { fileName } from "../vault/file-name";
import { isPrivateHost } from "./clip-lines";
import { fetchPage, type FetchFailure, type FetchLimits, type Request } from "./fetch-page";
import { remoteImages, withLocalImages, type RemoteImage } from "./image-links";
import { imageType, type ImageType } from "./image-type";
import { safeSvg, type XmlTools } from "./safe-svg";

/** Why a picture stays on the web. */
export type ImageFailure = Readonly<FetchFailure | { kind: "not-an-image" | "unsafe" | "private" } | { kind: "disk"; detail: string }>;

/** What became of the pictures of a note. */
export type SavedImages = Readonly<{
	/** The whole note before and after; equal where nothing was saved. */
	before: string;
	after: string;
	/** How many of the note's pictures now stand in the vault, new files or ones that were there. */
	saved: number;
	/** Files that were made, with their sizes: what undo takes back. */
	created: readonly Readonly<{ path: string; bytes: number }>[];
	failed: readonly Readonly<{ url: string; why: ImageFailure }>[];
}>;

/** Where the vault keeps attachments and how it links to them: both are the person's settings. */
export interface ImageStore {
	/** Files of the vault whose names end so. */
	endingWith(ending: string): readonly string[];
	read(path: string): Promise<ArrayBuffer>;
	/** Saves under a free name in the note's attachment folder; rejects with what the disk says. */
	add(name: string, notePath: string, bytes: ArrayBuffer): Promise<string>;
	/** An embed as the vault writes its links. */
	embed(path: string, notePath: string, alt: string): string;
}

export type ImageParts = Readonly<{
	request: Request;
	vault: Pick<SafeVault, "read" | "editProse">;
	store: ImageStore;
	limits(): FetchLimits;
	digest(bytes: ArrayBuffer): Promise<ArrayBuffer>;
	xml: XmlTools;
}>;

/** A site that fails so often in a row is not asked again for this note. */
const GIVE_UP_AFTER = 3;

/** Brings pictures of notes into the vault. The same picture is saved once, however many notes show it. */
export class ImageSaver {
	private readonly saving = new Map<string, Promise<Stored>>();

	constructor(private readonly parts: ImageParts) {}

	/**
	 * Saves what a note shows and links to it. What fails stays on the web, and the note's own words stay.
	 * @param page the note's source, whose own pictures may ask where their reader came from.
	 * @param wanted null: all of them.
	 */
	async save(notePath: string, page: string, wanted: ReadonlySet<string> | null, signal: AbortSignal): Promise<SavedImages> {
		const read = await this.parts.vault.read(notePath);
		if (!read.ok) return { before: "", after: "", saved: 0, created: [], failed: [] };
		const images = remoteImages(read.value).filter(({ url }) => wanted === null || wanted.has(url));
		const paths = new Map<string, string>();
		const created: { path: string; bytes: number }[] = [];
		const failed: { url: string; why: ImageFailure }[] = [];
		const silent = new Map<string, number>();
		for (const { url } of images) {
			const host = new URL(url).host;
			const stored: Result<Stored, ImageFailure> = signal.aborted
				? fail({ kind: "cancelled" })
				: (silent.get(host) ?? 0) >= GIVE_UP_AFTER
					? fail({ kind: "offline", detail: "" })
					: await this.storeOne(url, page, notePath, signal);
			if (stored.ok) {
				paths.set(url, stored.value.path);
				if (stored.value.bytes !== null) created.push({ path: stored.value.path, bytes: stored.value.bytes });
			} else {
				failed.push({ url, why: stored.error });
				if (stored.error.kind === "offline" || stored.error.kind === "timed-out") silent.set(host, (silent.get(host) ?? 0) + 1);
			}
		}
		const written = await this.link(notePath, read.value, paths);
		return { ...written, saved: paths.size, created, failed };
	}

	/** The person may write in the note meanwhile: what it says then is read again. */
	private async link(notePath: string, first: string, paths: ReadonlyMap<string, string>): Promise<Readonly<{ before: string; after: string }>> {
		const { vault, store } = this.parts;
		const edit = (text: string): string =>
			withLocalImages(text, ({ url, alt }: RemoteImage) => {
				const path = paths.get(url);
				return path === undefined ? null : store.embed(path, notePath, altWords(alt));
			});
		let text = first;
		for (let tries = 0; tries < 5 && paths.size > 0; tries++) {
			const written = await vault.editProse(notePath, text, edit);
			if (written.ok) return { before: written.value.before, after: written.value.after };
			const now = await vault.read(notePath);
			if (!now.ok) break;
			text = now.value;
		}
		return { before: text, after: text };
	}

	private async storeOne(url: string, page: string, notePath: string, signal: AbortSignal): Promise<Result<Stored, ImageFailure>> {
		const fetched = await this.fetch(url, page, signal);
		if (!fetched.ok) return fetched;
		const { bytes, type } = fetched.value;
		const hash = hex(await this.parts.digest(bytes));
		const before = this.saving.get(hash);
		try {
			if (before !== undefined) return ok({ ...(await before), bytes: null });
			const mine = this.place(url, notePath, bytes, type, hash).finally(() => this.saving.delete(hash));
			this.saving.set(hash, mine);
			return ok(await mine);
		} catch (error) {
			return fail({ kind: "disk", detail: error instanceof Error ? error.message : String(error) });
		}
	}

	private async fetch(url: string, page: string, signal: AbortSignal): Promise<Result<Readonly<{ bytes: ArrayBuffer; type: ImageType }>, ImageFailure>> {
		const { request, limits, xml } = this.parts;
		const { hostname, host } = new URL(url);
		// A page must not make the app knock at doors of the own network; one that stands there may show its own.
		if (isPrivateHost(hostname) && host !== hostOf(page)) return fail({ kind: "private" });
		let answer = await fetchPage(url, request, limits(), signal, ACCEPT);
		if (!answer.ok && isRefusal(answer.error)) {
			const asReader: Request = (asked) => request({ ...asked, headers: { ...asked.headers, Referer: page } });
			answer = await fetchPage(url, asReader, limits(), signal, ACCEPT);
		}
		if (!answer.ok) return answer;
		const { bytes } = answer.value;
		const type = imageType(new Uint8Array(bytes));
		if (type === null) return fail({ kind: "not-an-image" });
		if (type !== "svg") return ok({ bytes, type });
		const safe = safeSvg(new TextDecoder().decode(bytes), xml);
		return safe === null ? fail({ kind: "unsafe" }) : ok({ bytes: new TextEncoder().encode(safe).slice().buffer, type });
	}

	/** The name ends with the beginning of the hash: by it the same picture is found again, also on another device. */
	private async place(url: string, notePath: string, bytes: ArrayBuffer, type: ImageType, hash: string): Promise<Stored> {
		const ending = `-${hash.slice(0, 10)}.${type}`;
		for (const path of this.parts.store.endingWith(ending)) {
			if (hex(await this.parts.digest(await this.parts.store.read(path))) === hash) return { path, bytes: null };
		}
		const path = await this.parts.store.add(stemOf(url) + ending, notePath, bytes);
		return { path, bytes: bytes.byteLength };
	}
}

const ACCEPT = "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5";

/** `bytes`: null where the file was there. */
type Stored = Readonly<{ path: string; bytes: number | null }>;

/** Answers of sites that show their pictures only to readers of their own pages. */
function isRefusal(failure: FetchFailure): boolean {
	return failure.kind === "login" || failure.kind === "gone" || failure.kind === "server";
}

const MAX_STEM = 40;

/** What the address calls the picture, short and safe on every platform. */
function stemOf(url: string): string {
	const last = new URL(url).pathname.split("/").pop() ?? "";
	const name = decoded(last).replace(/\.\w{1,5}$/, "").replace(/[^\p{L}\p{N}_-]+/gu, " ").trim();
	return fileName([...name].slice(0, MAX_STEM).join("").trim().replace(/ /g, "-"), [], "", "image");
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text; // thrown for a lone percent sign
	}
}

/** What stands behind the bar of an embed; a number there would be a size. */
function altWords(alt: string): string {
	const words = alt.replace(/\\(.)/g, "$1").replace(/[[\]|<>`{}%\\#^\s]+/g, " ").trim();
	return /^\d+(x\d+)?$/i.test(words) ? "" : words;
}

function hex(bytes: ArrayBuffer): string {
	return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function hostOf(link: string): string {
	return URL.canParse(link) ? new URL(link).host : "";
}
