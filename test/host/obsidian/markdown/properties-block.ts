/** The Properties block above a note's text: reads the frontmatter, edits single values in place. */
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { setIcon } from "../icons";
import { frontmatterEnd } from "./frontmatter-end";
import { smallestChange } from "./merge-texts";
import type { MarkdownView } from "./markdown-view";

type Kind = "text" | "multitext" | "number" | "checkbox" | "date" | "datetime" | "tags" | "aliases";

const ICONS: Readonly<Record<Kind, string>> = {
	text: "lucide-text",
	multitext: "lucide-list",
	number: "lucide-binary",
	checkbox: "lucide-check-square",
	date: "lucide-calendar",
	datetime: "lucide-clock",
	tags: "lucide-tags",
	aliases: "lucide-forward",
};

export class PropertiesBlock {
	#shown: string | null = null;

	constructor(
		private readonly el: HTMLElement,
		private readonly view: MarkdownView,
	) {
		el.addClass("metadata-container");
	}

	/** Draws the frontmatter of a text anew, unless it is what stands there already. */
	show(text: string): void {
		const yaml = text.slice(0, frontmatterEnd(text));
		if (yaml === this.#shown) return;
		this.#shown = yaml;
		this.el.empty();
		this.el.toggle(yaml !== "");
		if (yaml === "") return;
		const document = parseDocument(
			yaml.replace(/^\uFEFF?---[ \t]*\r?\n/, "").replace(/---[ \t]*\r?\n?$/, ""),
		);
		const heading = this.el.createDiv({ cls: "metadata-properties-heading" });
		heading.createDiv({ cls: "metadata-properties-title", text: "Properties" });
		const content = this.el.createDiv({ cls: "metadata-content" });
		const list = content.createDiv({ cls: "metadata-properties" });
		if (document.errors.length > 0 || !isMap(document.contents)) {
			if (document.contents !== null)
				list.createDiv({
					cls: "metadata-error",
					text: "Invalid properties",
					attr: { "aria-label": document.errors[0]?.message ?? "" },
				});
			return;
		}
		for (const { key, value } of document.contents.items) {
			const name = isScalar(key) ? String(key.value) : String(key);
			const plain: unknown = isScalar(value)
				? value.value
				: isSeq(value) || isMap(value)
					? value.toJSON()
					: value;
			this.#row(list, name, plain);
		}
	}

	#row(list: HTMLElement, name: string, value: unknown): void {
		const kind = kindOf(name, value);
		const row = list.createDiv({
			cls: "metadata-property",
			attr: { "data-property-key": name, "data-property-type": kind },
		});
		const key = row.createDiv({ cls: "metadata-property-key" });
		setIcon(key.createSpan({ cls: "metadata-property-icon" }), ICONS[kind]);
		key.createSpan({ cls: "metadata-property-key-input", text: name });
		const holder = row.createDiv({ cls: "metadata-property-value" });
		if (Array.isArray(value)) for (const item of value) this.#pill(holder, item);
		else if (kind === "checkbox") {
			const box = holder.createEl("input", {
				type: "checkbox",
				cls: "metadata-input-checkbox",
			});
			box.checked = value === true;
			box.addEventListener("change", () => this.#write(name, box.checked));
		} else this.#field(holder, name, kind, value);
	}

	#field(holder: HTMLElement, name: string, kind: Kind, value: unknown): void {
		const text =
			value === null || value === undefined
				? ""
				: typeof value === "object"
					? JSON.stringify(value)
					: String(value);
		if (this.#link(holder, text)) return;
		const input = holder.createDiv({
			cls:
				kind === "number"
					? "metadata-input metadata-input-number"
					: "metadata-input-longtext",
			text,
			attr: { contenteditable: "true", tabindex: "0", "data-placeholder": "Empty" },
		});
		input.addEventListener("keydown", (evt) => {
			if (evt.key === "Enter" && !evt.isComposing) {
				evt.preventDefault();
				input.blur();
			}
			evt.stopPropagation();
		});
		input.addEventListener("blur", () => {
			const next = input.textContent ?? "";
			if (next === text) return;
			const number = kind === "number" && next.trim() !== "" ? Number(next) : Number.NaN;
			this.#write(name, Number.isNaN(number) ? next : number);
		});
	}

	#pill(holder: HTMLElement, item: unknown): void {
		const pill = holder.createDiv({ cls: "multi-select-pill" });
		const content = pill.createDiv({ cls: "multi-select-pill-content" });
		const text = typeof item === "string" ? item : JSON.stringify(item);
		if (!this.#link(content, text)) content.setText(text);
	}

	/** @returns whether the value is one link, which is then drawn as such. */
	#link(holder: HTMLElement, text: string): boolean {
		const inside = /^\[\[([^\]]+)\]\]$/.exec(text)?.[1];
		if (inside !== undefined) {
			const [target = inside, alias] = inside.split("|");
			const link = holder.createDiv({ cls: "metadata-link" }).createDiv({
				cls: "metadata-link-inner internal-link",
				text: alias ?? target,
				attr: { "data-href": target },
			});
			link.addEventListener("click", (evt) =>
				this.view.app.workspace.openLinkText(
					target,
					this.view.file?.path ?? "",
					evt.ctrlKey || evt.metaKey,
				),
			);
			return true;
		}
		if (!/^https?:\/\/\S+$/.test(text)) return false;
		holder.createDiv({ cls: "metadata-link" }).createEl("a", {
			cls: "metadata-link-inner external-link",
			text,
			href: text,
			attr: { target: "_blank", rel: "noopener nofollow" },
		});
		return true;
	}

	/** Through the editor, so that undo knows it and nothing else of the YAML moves. */
	#write(name: string, value: unknown): void {
		const text = this.view.editor.getValue();
		const end = frontmatterEnd(text);
		const open = text.indexOf("\n") + 1;
		const close = text.lastIndexOf("---", end - 1);
		const document = parseDocument(text.slice(open, close));
		document.set(name, value);
		const after = text.slice(0, open) + document.toString({ lineWidth: 0 }) + text.slice(close);
		const change = smallestChange(text, after);
		if (change === null) return;
		const { editor } = this.view;
		editor.replaceRange(
			change.insert,
			editor.offsetToPos(change.from),
			editor.offsetToPos(change.to),
		);
	}
}

function kindOf(name: string, value: unknown): Kind {
	if (name === "tags") return "tags";
	if (name === "aliases") return "aliases";
	if (Array.isArray(value)) return "multitext";
	if (typeof value === "number") return "number";
	if (typeof value === "boolean") return "checkbox";
	if (typeof value !== "string") return "text";
	if (/^\d{4}-\d\d-\d\d$/.test(value)) return "date";
	return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/.test(value) ? "datetime" : "text";
}
