import type { Page } from "puppeteer-core";
import { openHost } from "../host/open-host";
import { pathOf, projectWith } from "./inbox-vault";

/** What the plugin called on the app and the browser before the layout stood: `vault.read Research/A.md`. */
declare global {
	interface Window {
		calls: string[];
	}
}

/** From the moment the plugin's code is there, every call that may cost or change something is written down. */
async function watchStart(page: Page): Promise<void> {
	await page.evaluateOnNewDocument(() => {
		window.calls = [];
		type Methods = Record<string, unknown>;
		const isPlugins = (): boolean =>
			new Error().stack?.includes("plugin:winnow/main.js") === true;
		const hasLayout = (): boolean => window.__host.app.workspace.layoutReady;
		const watch = (name: string, on: object, methods: readonly string[]): void => {
			for (const method of methods) {
				const original = (on as Methods)[method];
				if (typeof original !== "function") continue;
				const watched = function (this: unknown, ...args: unknown[]): unknown {
					const of = args.find((arg) => typeof arg === "string" || arg instanceof URL);
					if (isPlugins() && !hasLayout())
						window.calls.push(`${name}.${method} ${String(of ?? "")}`.trim());
					return (original as (...all: unknown[]) => unknown).apply(this, args);
				};
				Object.defineProperty(on, method, {
					value: watched,
					configurable: true,
					writable: true,
				});
			}
		};
		const methodsOf = (on: object): string[] => {
			const prototype = Object.getPrototypeOf(on) as object | null;
			if (prototype === null || prototype === Object.prototype) return [];
			const own = Object.getOwnPropertyNames(prototype).filter((name) => {
				const { value } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
				// Listening is registration.
				return (
					typeof value === "function" &&
					!/^(constructor|on|off|offref|trigger|tryTrigger)$/.test(name)
				);
			});
			return [...own, ...methodsOf(prototype)];
		};
		const watchApp = (): void => {
			const { app } = window.__host;
			const { vault, metadataCache, fileManager } = app;
			for (const [name, on] of Object.entries({
				vault,
				adapter: vault.adapter,
				metadataCache,
				fileManager,
			}))
				watch(name, on, methodsOf(on));
			watch("app", app, ["saveLocalStorage"]);
			watch("indexedDB", IDBFactory.prototype, ["open"]);
			watch("storage", Storage.prototype, ["setItem", "removeItem"]);
			watch("request", XMLHttpRequest.prototype, ["open"]);
		};
		const { fetch } = window;
		window.fetch = (...args) => {
			// The loader's last step before the plugin starts.
			if (String(args[0]).endsWith("/plugin/styles.css")) watchApp();
			const isDisk = String(args[0]).startsWith("/api/");
			if (!isDisk && isPlugins() && !hasLayout())
				window.calls.push(`fetch ${String(args[0])}`);
			return fetch.apply(window, args);
		};
	});
}

describe("the start of the plugin", () => {
	it("reads its own settings and nothing else, walks no vault, asks nobody and writes nothing", async () => {
		const host = await openHost({
			vault: projectWith(30),
			settings: { inboxPreview: false },
			beforeStart: watchStart,
		});
		const calls = await host.page.evaluate(() => window.calls);
		const settings = ".obsidian/plugins/winnow/data.json";
		expect(calls.filter((call) => !call.endsWith(settings))).toEqual([]);
		expect(calls).toContain(`adapter.read ${settings}`);
		// It is the plugin that was watched: when the layout stands, it knows its sources.
		await host.runCommand("Open inbox");
		await host.see("0 of 30 read");
		await host.press("y");
		await host.noteSays(pathOf(1), /^status: kept/m);
		await host.close();
	});
});
