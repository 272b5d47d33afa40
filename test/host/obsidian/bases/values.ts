import { same, textOf } from "./expression";

/** What a property or formula of an entry is. Only what a view reads is there: no dates, links and pictures of their own. */
export abstract class Value {
	static type = "value";

	static equals(a: Value | null, b: Value | null): boolean {
		return a === b || (a !== null && b !== null && a.constructor === b.constructor && a.toString() === b.toString());
	}

	static looseEquals(a: Value | null, b: Value | null): boolean {
		return a?.toString() === b?.toString();
	}

	abstract toString(): string;
	abstract isTruthy(): boolean;

	equals(other: this): boolean {
		return Value.equals(this, other);
	}

	looseEquals(other: Value): boolean {
		return Value.looseEquals(this, other);
	}

	renderTo(el: HTMLElement, _context: unknown): void {
		el.setText(this.toString());
	}
}

export class NullValue extends Value {
	static override type = "null";
	static value = new NullValue();

	toString(): string {
		return "";
	}

	isTruthy(): boolean {
		return false;
	}
}

export abstract class NotNullValue extends Value {}

export abstract class PrimitiveValue<T> extends NotNullValue {
	readonly #value: T;

	constructor(value: T) {
		super();
		this.#value = value;
	}

	toString(): string {
		return String(this.#value);
	}

	isTruthy(): boolean {
		return Boolean(this.#value);
	}
}

export class StringValue extends PrimitiveValue<string> {
	static override type = "string";
}

export class NumberValue extends PrimitiveValue<number> {
	static override type = "number";
}

export class BooleanValue extends PrimitiveValue<boolean> {
	static override type = "boolean";
}

export class ListValue extends NotNullValue {
	static override type = "list";
	readonly #items: readonly unknown[];

	constructor(value: (unknown | Value)[]) {
		super();
		this.#items = value;
	}

	toString(): string {
		return this.#items.map((each) => (each instanceof Value ? each.toString() : textOf(each))).join(", ");
	}

	isTruthy(): boolean {
		return this.#items.length > 0;
	}

	includes(value: Value): boolean {
		return this.#items.some((each) => same(each instanceof Value ? each.toString() : textOf(each), value.toString()));
	}

	length(): number {
		return this.#items.length;
	}

	get(index: number): Value {
		const item = this.#items[index];
		return item instanceof Value ? item : valueOf(item);
	}

	concat(other: ListValue): ListValue {
		return new ListValue([...this.#items, ...other.#items]);
	}
}

/** A plain value of an expression or of frontmatter. */
export function valueOf(plain: unknown): Value {
	if (plain === null || plain === undefined) return NullValue.value;
	if (typeof plain === "number") return new NumberValue(plain);
	if (typeof plain === "boolean") return new BooleanValue(plain);
	return Array.isArray(plain) ? new ListValue(plain as unknown[]) : new StringValue(textOf(plain));
}
