export const source = {
	"source.settings.heading": "研究",
	"source.settings.folder": "研究文件夹",
	"source.settings.folderDesc": "新项目建在这里。已有的项目可以在任何位置。",
	"source.settings.watched": "关注的文件夹",
	"source.settings.watchedDesc": "这些文件夹里带来源链接的笔记会出现在收件箱。每行一个文件夹。",
	"source.settings.property": "状态属性",
	"source.settings.propertyDesc": "保存 new、kept 或 deleted。其他值不会被改动。",
	"source.settings.newValues": "表示“新”的值",
	"source.settings.newValuesDesc": "其他工具用来表示“未读”的词。每行一个。",
} as const;
