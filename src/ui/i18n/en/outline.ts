export const outline = {
	"outline.tray": "Unassigned",
	"outline.readerShouldUnderstand": "**Readers should understand** ",
	"outline.firstSection": "First section",
} as const;
