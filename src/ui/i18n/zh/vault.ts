export const vault = {	"vault.recovered.title": "未完成的写入",
	"vault.recovered.text": "写入这些笔记时应用退出了，而它们之后又有改动。之前的内容仍然保留。",
	"vault.recovered.keep": "存为新笔记",
	"vault.recovered.forget": "不再保留",
	"vault.recovered.name": "{name}（崩溃前）",
	"vault.recovered.failed": "笔记无法写入\n副本仍然保留。",
} as const;
