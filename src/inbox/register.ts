import { Platform } from "obsidian";
import { t } from "../ui/i18n";
import { assemble } from "./assemble";
import type { InboxParts } from "./inbox-parts";
import { InboxView, INBOX_VIEW } from "./inbox-view";

export type { InboxParts } from "./inbox-parts";

export type InboxApi = Readonly<{
	/** Brings the list to the front, in the sidebar (on phones in the main area). */
	open(): Promise<void>;
}>;

export function registerInbox(parts: InboxParts): InboxApi {
	const inbox = assemble(parts);
	const { plugin, app } = parts;
	plugin.registerView(INBOX_VIEW, (leaf) => new InboxView(leaf, inbox));
	plugin.registerHoverLinkSource(INBOX_VIEW, { display: t("inbox.title"), defaultMod: true });
	app.workspace.onLayoutReady(() => void inbox.reasons.load());
	return { open: () => openInbox(parts) };
}

export async function openInbox({ app }: Pick<InboxParts, "app">): Promise<void> {
	const { workspace } = app;
	if (!Platform.isPhone) {
		await workspace.ensureSideLeaf(INBOX_VIEW, "left", { active: true, reveal: true });
		return;
	}
	const [there] = workspace.getLeavesOfType(INBOX_VIEW);
	const leaf = there ?? workspace.getLeaf(true);
	if (there === undefined) await leaf.setViewState({ type: INBOX_VIEW, active: true });
	await workspace.revealLeaf(leaf);
}
