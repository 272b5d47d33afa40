import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openHost, type Host, type OpenOptions } from "./open-host";

export type Theme = "dark" | "light";
export type Shoot = (name: string) => Promise<void>;
export type Scene = Readonly<{
	/** What `npm run shots -- WORD` looks for. */
	name: string;
	/** On a phone there is one theme, dark, and no theme in the file's name. */
	phone?: boolean;
	themes?: readonly Theme[];
	keepNotices?: boolean;
	/** Over the demo vault unless it names another. */
	options?: OpenOptions;
	play(host: Host, shoot: Shoot, theme: Theme): Promise<void>;
}>;

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** The moment of every picture; the demo vault was filled in the week before. */
const NOW = "2026-10-09T09:30:00Z";
const STILL = `*, *::before, *::after {
	animation-duration: 0s !important; animation-delay: 0s !important;
	transition-duration: 0s !important; transition-delay: 0s !important;
	caret-color: transparent !important;
}`;

/** Plays the scenes one after another. Returns how many failed; what went wrong is told at once. */
export async function playScenes(
	scenes: readonly Scene[],
	folder: string,
	pluginDir: string,
): Promise<number> {
	mkdirSync(folder, { recursive: true });
	let failed = 0;
	for (const scene of scenes) {
		for (const theme of scene.phone === true
			? (["dark"] as const)
			: (scene.themes ?? (["dark", "light"] as const))) {
			try {
				await playScene(scene, theme, folder, pluginDir);
			} catch (error) {
				failed += 1;
				console.error(
					`${scene.name} (${theme}):`,
					error instanceof Error ? error.message : error,
				);
			}
		}
	}
	return failed;
}

async function playScene(
	scene: Scene,
	theme: Theme,
	folder: string,
	pluginDir: string,
): Promise<void> {
	const phone = scene.phone === true;
	const host = await openHost({
		vault: "../../host/demo-vault",
		size: phone ? PHONE : DESKTOP,
		...scene.options,
		pluginDir,
		phone,
		theme,
		beforeStart: (page) =>
			page
				.evaluateOnNewDocument(startClockAt, Date.parse(NOW))
				.then(() => page.setDefaultTimeout(10_000)),
	});
	try {
		await host.page.emulateTimezone("UTC");
		if (phone)
			await host.page.setViewport({
				...PHONE,
				isMobile: true,
				hasTouch: true,
				deviceScaleFactor: 1,
			});
		await host.page.addStyleTag({ content: STILL });
		await host.settled();
		await host.page.evaluate(() => {
			for (const name of document.querySelectorAll(".workspace-drawer-vault-name"))
				name.textContent = "Demo vault";
		});
		// What waits in the demo vault's queue is told at the start, over the surface; the scene of notices shows it.
		if (scene.keepNotices !== true)
			await host.page.evaluate(() =>
				document.querySelectorAll(".notice").forEach((notice) => notice.remove()),
			);
		await scene.play(
			host,
			(name) => shoot(host, join(folder, `${name}-${phone ? "phone" : theme}.png`)),
			theme,
		);
	} catch (error) {
		await shoot(host, join(folder, `failed-${scene.name}-${theme}.png`));
		throw error;
	} finally {
		await host.close();
	}
}

async function shoot({ page }: Host, path: string): Promise<void> {
	await page.evaluate(async () => {
		await document.fonts.ready;
		// Two frames: what was changed last is measured in the first and drawn in the second.
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	});
	await new Promise((resolve) => setTimeout(resolve, 250));
	writeFileSync(path, await page.screenshot({ type: "png" }));
	console.info(path.slice(path.lastIndexOf("/") + 1));
}

/** Runs in the page: time goes on from this moment (ms since 1970). */
function startClockAt(start: number): void {
	const offset = start - Date.now();
	const RealDate = Date;
	class ShiftedDate extends RealDate {
		constructor(...parts: unknown[]) {
			if (parts.length === 0) super(RealDate.now() + offset);
			else super(...(parts as [number]));
		}
		static override now(): number {
			return RealDate.now() + offset;
		}
	}
	window.Date = ShiftedDate as DateConstructor;
}

/**
 * Answers what the app's `requestUrl` asks of made-up sites with the pages of `test/fixtures/site`: the server that
 * fetches runs in this process. Everything else goes where it went before.
 * @param sites page by address; a number is a status without a page, null never answers
 */
export function answerFor(sites: Readonly<Record<string, string | number | null>>): () => void {
	const real = globalThis.fetch;
	globalThis.fetch = async (input, init) => {
		const address = input instanceof Request ? input.url : String(input);
		const answer = sites[address];
		if (answer === undefined) return real(input, init);
		if (answer === null) return new Promise<Response>(() => undefined);
		if (typeof answer === "number")
			return new Response("<h1>Not here</h1>", {
				status: answer,
				headers: { "content-type": "text/html" },
			});
		const page = readFileSync(join(__dirname, "..", "fixtures", "site", `${answer}.html`));
		return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
	};
	return () => {
		globalThis.fetch = real;
	};
}
