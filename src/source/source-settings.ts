/** Settings about what a source is. Keys are flat: the declarative settings tab binds to them by name. */
export type SourceSettings = {
	researchFolder: string;
	/** Further watched folders, one path a line. */
	watchedFolders: string;
	statusProperty: string;
	/** Values of the status property that mean new, one a line. */
	newValues: string;
};

export const SOURCE_DEFAULTS: Readonly<SourceSettings> = {
	researchFolder: "Research",
	watchedFolders: "Clippings",
	statusProperty: "status",
	newValues: "unprocessed\nunread\ninbox\nto-read\non deck",
};
