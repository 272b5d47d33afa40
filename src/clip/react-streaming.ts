import { all } from "./elements";

/**
 * Puts streamed parts of a React page where they belong. React sends late parts as
 * `<div hidden id="S:n">` and a script moves them to `<template id="B:n">`; without it
 * the article counts as hidden.
 */
export function undoReactStreaming(document: Document): void {
	for (const part of all(document, "div[hidden][id]")) {
		const number = /^S:([0-9a-f]+)$/.exec(part.id)?.[1];
		if (number === undefined) continue;
		const place = all(document, "template[id]").find((each) => each.id === `B:${number}`);
		part.removeAttribute("hidden");
		if (place !== undefined) place.replaceWith(part);
	}
}
