/** The declarative settings of 1.13 ([R] d.ts: SettingDefinition…), loosely typed as the host reads them. */
import type { TFile, TFolder } from "../files";
import type { ExtraButtonComponent } from "./components";
import type { Setting, SettingGroup } from "./setting";
import type { SettingPage } from "./setting-tab";

type Maybe<T> = T | (() => T);

export type Control = {
	type:
		| "toggle"
		| "text"
		| "textarea"
		| "number"
		| "slider"
		| "dropdown"
		| "file"
		| "folder"
		| "color";
	key: string;
	defaultValue?: unknown;
	validate?: (value: never) => string | void | Promise<string | void>;
	disabled?: Maybe<boolean>;
	placeholder?: string;
	rows?: number;
	min?: number;
	max?: number;
	step?: number | "any";
	options?: Record<string, string>;
	displayFormat?: (value: number) => string;
	filter?: ((file: TFile) => boolean) | ((folder: TFolder) => boolean);
	includeRoot?: boolean;
};

export type Row = {
	type?: undefined;
	name: string;
	desc?: string | DocumentFragment;
	aliases?: string[];
	searchable?: boolean;
	visible?: Maybe<boolean>;
	control?: Control;
	render?: (setting: Setting, group: SettingGroup) => void | (() => void);
	action?: (el: HTMLElement, index: number) => void;
	disabled?: Maybe<boolean>;
};

export type PageEntry = {
	type: "page";
	name: string;
	desc?: string | DocumentFragment;
	aliases?: string[];
	searchable?: boolean;
	displayValue?: Maybe<string>;
	status?: Maybe<"warning" | null>;
	items?: Definition[];
	page?: () => SettingPage;
	visible?: Maybe<boolean>;
};

export type Group = {
	type: "group" | "list";
	heading?: string;
	cls?: string;
	search?: { placeholder?: string; match: (def: Row, query: string) => boolean };
	extraButtons?: ((component: ExtraButtonComponent) => unknown)[];
	items?: (Row | PageEntry)[];
	visible?: Maybe<boolean>;
	emptyState?: string | DocumentFragment;
	onReorder?: (oldIndex: number, newIndex: number) => void;
	onDelete?: (index: number) => void;
	addItem?: { name: string; action: (el: HTMLElement) => void };
};

export type Definition = Row | PageEntry | Group;

export function valueOf<T>(maybe: Maybe<T> | undefined, otherwise: T): T {
	if (maybe === undefined) return otherwise;
	return typeof maybe === "function" ? (maybe as () => T)() : maybe;
}
