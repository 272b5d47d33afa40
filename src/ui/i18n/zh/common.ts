export const common = {
	"common.cancel": "取消",
	"common.close": "关闭",
	"common.undo": "撤销",
	"common.open": "打开",
	"common.copyDetails": "复制详情",
	"common.keys": "按键",
} as const;
