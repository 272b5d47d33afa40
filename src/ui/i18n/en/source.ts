export const source = {
	"source.settings.heading": "Research",
	"source.settings.folder": "Research folder",
	"source.settings.folderDesc": "New projects are made here. Existing ones may live anywhere.",
	"source.settings.watched": "Watched folders",
	"source.settings.watchedDesc": "Notes with a source link in these folders appear in the inbox. One folder per line.",
	"source.settings.property": "Status property",
	"source.settings.propertyDesc": "Holds new, kept or deleted. Other values of it are never touched.",
	"source.settings.newValues": "Values that mean new",
	"source.settings.newValuesDesc": "Words that other tools write for “not read yet”. One per line.",
} as const;
