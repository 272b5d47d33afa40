export const common = {
	"common.cancel": "Cancel",
	"common.close": "Close",
	"common.undo": "Undo",
	"common.open": "Open",
	"common.copyDetails": "Copy details",
	"common.keys": "Keys",
} as const;
