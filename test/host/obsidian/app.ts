import { CapacitorAdapter, FileSystemAdapter } from "./adapter";
import { FileManager } from "./file-manager";
import type { HostOptions } from "./host-options";
import { HostServices } from "./host-services";
import { Keymap, Scope, type UserEvent } from "./keymap";
import type { HoverPopover } from "./markdown/hover-popover";
import { MetadataCache } from "./metadata/metadata-cache";
import { host, refuseUnknownNames } from "./private-names";
import { SecretStorage } from "./secret-storage";
import { Vault } from "./vault";
import { Workspace } from "./workspace/workspace";

/** What popovers hang on when a value is drawn outside of a view. */
export class RenderContext {
	hoverPopover: HoverPopover | null = null;
}

export class App {
	scope = new Scope();
	keymap: Keymap;
	workspace: Workspace;
	vault: Vault;
	metadataCache: MetadataCache;
	fileManager: FileManager;
	lastEvent: UserEvent | null = null;
	renderContext = new RenderContext();
	secretStorage: SecretStorage;
	/** Registries and options of the host; a plugin has no name for them. */
	readonly [host]: HostServices;

	constructor(options: HostOptions, workspaceEl: HTMLElement) {
		this[host] = new HostServices(this, options);
		this.keymap = new Keymap(this.scope);
		const Adapter = options.phone ? CapacitorAdapter : FileSystemAdapter;
		this.vault = new Vault(new Adapter(options.vaultName));
		this.metadataCache = new MetadataCache(this, options.cacheDelayMs);
		this.fileManager = new FileManager(this);
		this.secretStorage = new SecretStorage(options.vaultId);
		this.workspace = new Workspace(this, workspaceEl, options.phone);
	}

	isDarkMode(): boolean {
		return document.body.classList.contains("theme-dark");
	}

	loadLocalStorage(key: string): unknown {
		const text = window.localStorage.getItem(this.#localKey(key));
		if (text === null) return null;
		return JSON.parse(text) as unknown;
	}

	saveLocalStorage(key: string, data: unknown): void {
		if (data === null || data === undefined)
			window.localStorage.removeItem(this.#localKey(key));
		else window.localStorage.setItem(this.#localKey(key), JSON.stringify(data));
	}

	#localKey(key: string): string {
		return `${this[host].options.vaultId}-${key}`;
	}
}

/** Work that the app waits for before it quits. */
export class Tasks {
	#promises: Promise<unknown>[] = [];

	add(callback: () => Promise<unknown>): void {
		this.addPromise(callback());
	}

	addPromise(promise: Promise<unknown>): void {
		this.#promises.push(promise);
	}

	isEmpty(): boolean {
		return this.#promises.length === 0;
	}

	promise(): Promise<unknown> {
		return Promise.all(this.#promises);
	}
}

refuseUnknownNames(App, "app");
