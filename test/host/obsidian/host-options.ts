/** How the host plays: read from the page's address by `app-start.ts`, written by `openHost`. */
export type HostOptions = {
	vaultName: string;
	/** Names this vault in the browser's storage, which all vaults of an origin share. */
	vaultId: string;
	theme: "light" | "dark";
	phone: boolean;
	language: string;
	/** Settings open in a window of their own, as since 1.13 ([R] release notes); else in this one. */
	settingsWindow: boolean;
	/** How long the metadata cache takes to notice a change. */
	cacheDelayMs: number;
};

export function readHostOptions(
	query: URLSearchParams,
	vault: { name: string; id: string },
): HostOptions {
	return {
		vaultName: vault.name,
		vaultId: vault.id,
		theme: query.get("theme") === "light" ? "light" : "dark",
		phone: query.get("phone") === "1",
		language: query.get("language") ?? "en",
		settingsWindow: query.get("settings") === "window",
		cacheDelayMs: Number(query.get("cacheDelay") ?? "20"),
	};
}
