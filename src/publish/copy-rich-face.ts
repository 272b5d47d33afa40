/**
 * Puts an article on the clipboard as formatted text, with its plain form for editors that take no other.
 * Throws (DOMException) where the device keeps the clipboard closed.
 */
export async function copyRich(win: Window, html: string, plain: string): Promise<void> {
	const blob = (type: string, text: string) => new Blob([text], { type });
	await win.navigator.clipboard.write([
		new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", plain) }),
	]);
}
