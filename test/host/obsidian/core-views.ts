import type { App } from "./app";

/** Markdown, canvas and file explorer: the colleague's part fills this in. App start calls it once. */
export function registerCoreViews(_app: App): void {}
