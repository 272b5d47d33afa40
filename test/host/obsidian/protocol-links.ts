import type { App } from "./app";
import { host } from "./private-names";
import { ConfirmationModal } from "./ui/confirmation-modal";

/**
 * `obsidian://action?…` in a note goes to the handler that a plugin registered. Since 1.13 the person is asked first,
 * once with "Don't ask again" [R: release notes]; the words of the question are ours.
 */
export function followProtocolLinks(app: App, doc: Document): void {
	const trusted = new Set<string>();
	const follow = (event: MouseEvent): void => {
		const target = event.target instanceof Element ? event.target : null;
		const address = target?.closest("a[href^='obsidian:']")?.getAttribute("href") ?? null;
		if (address === null) return;
		event.preventDefault();
		event.stopPropagation();
		const { action, params } = parsed(address);
		const handler = app[host].protocolHandlers.get(action);
		if (handler === undefined) return;
		const run = (): void => void handler({ ...params, action });
		if (trusted.has(action)) return run();
		ask(app, action, (isTrusted) => {
			if (isTrusted) trusted.add(action);
			run();
		});
	};
	doc.addEventListener("click", follow, true);
}

/** `obsidian://winnow?url=…`: the host of the address is the action [R: registerObsidianProtocolHandler]. */
function parsed(address: string): Readonly<{ action: string; params: Record<string, string> }> {
	const [, action = "", query = ""] = /^obsidian:\/*([^/?#]*)[^?#]*\??([^#]*)/.exec(address) ?? [];
	return { action, params: Object.fromEntries(new URLSearchParams(query)) };
}

function ask(app: App, action: string, then: (isTrusted: boolean) => void): void {
	let isTrusted = false;
	const modal = new ConfirmationModal(app);
	modal.setTitle("Open this link?");
	modal.setContent(`A link wants to run “${action}”.`);
	modal.addCheckbox("Don't ask again", (value) => (isTrusted = value));
	modal.addButton((button) => button.setButtonText("Open").onClick(() => then(isTrusted)));
	modal.addCancelButton();
	modal.open();
}
