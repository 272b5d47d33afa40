import { Component } from "./component";

/**
 * The host has no Bases (`registerBasesView` says so), but a plugin may extend the class at load.
 * Everything below only gives the names something to stand on.
 */
export abstract class BasesView extends Component {
	abstract type: string;
	abstract onDataUpdated(): void;

	constructor(_controller: unknown) {
		super();
		throw new Error("The browser host has no Bases: registerBasesView answered false.");
	}
}

export class BasesEntry {}
export class BasesEntryGroup {}
export class BasesQueryResult {}
export class BasesViewConfig {}
export class QueryController extends Component {}
export abstract class Value {}

export function parsePropertyId(propertyId: `${"note" | "formula" | "file"}.${string}`): {
	type: "note" | "formula" | "file";
	name: string;
} {
	const dot = propertyId.indexOf(".");
	return {
		type: propertyId.slice(0, dot) as "note" | "formula" | "file",
		name: propertyId.slice(dot + 1),
	};
}
