import { Notice, setIcon } from "obsidian";

/** What a button of a notice does; the notice closes with it. */
export type NoticeAct = readonly [label: string, act: () => void];

export type NoticeLook = Readonly<{
	/** Name of a lucide icon; it says the kind before the words are read. */
	icon?: string;
	/** `needs-you`: something wants an eye or a hand. `done`: all is well. */
	tone?: "needs-you" | "done" | "bug";
	/** A notice with a button stays until it is closed. */
	acts?: readonly NoticeAct[];
	/** Without a button: whether it stays until it is closed, or how many milliseconds; the app's own time unless told. */
	stays?: true | number;
}>;

/** Something did not happen. It stays: the person may be looking elsewhere. */
export function showTrouble(words: string): Notice {
	return showNotice(words, { icon: "triangle-alert", tone: "needs-you", stays: true });
}

/** An act is done. */
export function showDone(words: string): Notice {
	return showNotice(words, { icon: "check", tone: "done" });
}

/** Something is needed first, or there is nothing to do. */
export function showHint(words: string): Notice {
	return showNotice(words, { icon: "info" });
}

/**
 * What happened, what is safe, what is next. `words` are one line, or a title and below it the rest,
 * parted by a line feed (`"common.bug"`): what stands in for a name in them never holds one.
 */
export function showNotice(words: string, { icon, tone, acts = [], stays }: NoticeLook = {}): Notice {
	const isKept = acts.length > 0 || stays === true;
	const notice = isKept ? new Notice("", 0) : new Notice("", stays);
	const { messageEl } = notice;
	messageEl.empty();
	messageEl.addClass("winnow-notice");
	if (icon !== undefined) {
		const cls = ["winnow-notice-icon", ...(tone === undefined ? [] : [`is-${tone}`])];
		setIcon(messageEl.createSpan({ cls, attr: { "aria-hidden": "true" } }), icon);
	}
	const column = messageEl.createDiv({ cls: "winnow-notice-words" });
	const feed = words.indexOf("\n");
	if (feed === -1) column.createDiv({ text: words });
	else {
		column.createDiv({ cls: "winnow-notice-title", text: words.slice(0, feed) });
		column.createDiv({ cls: "winnow-notice-text", text: words.slice(feed + 1) });
	}
	if (acts.length > 0) addActs(notice, column, acts);
	return notice;
}

function addActs(notice: Notice, column: HTMLElement, acts: readonly NoticeAct[]): void {
	const row = column.createDiv({ cls: "winnow-notice-acts" });
	for (const [label, act] of acts) {
		const button = row.createEl("button", { cls: "winnow-notice-act", text: label });
		button.addEventListener("click", (event) => {
			// The app closes a notice at any click; ours must not run twice through it.
			event.stopPropagation();
			notice.hide();
			act();
		});
	}
}
