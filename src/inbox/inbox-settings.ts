/** Settings of the inbox. Keys are flat: the declarative settings tab binds to them by name. */
export type InboxSettings = {
	/** Show the focused source in a tab of the main area. */
	inboxPreview: boolean;
	/** Swipe a row to keep or throw away on touch screens. */
	inboxSwipe: boolean;
	/** How many sources wait, in the status bar. */
	inboxStatusBar: boolean;
};

export const INBOX_DEFAULTS: Readonly<InboxSettings> = {
	inboxPreview: true,
	inboxSwipe: true,
	inboxStatusBar: true,
};
