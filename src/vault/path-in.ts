/** The path of a name in a folder; "" and "/" are the vault itself, whose files have no folder in front of them. */
export function pathIn(folder: string, name: string): string {
	return folder === "" || folder === "/" ? name : `${folder}/${name}`;
}
