export const outline = {
	"outline.tray": "未归入章节",
	"outline.readerShouldUnderstand": "**读者应当理解** ",
	"outline.firstSection": "第一节",
} as const;
