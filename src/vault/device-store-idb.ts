import type { DeviceStore } from "./device-store";
import { createMemoryStore } from "./device-store-memory";

export const STORE_BYTES = 20 * 1024 * 1024;
const VALUES = "values";
const FACTS = "facts";

/** `bytes` is an estimate; `at` orders the leaving. */
type Fact = Readonly<{ key: string; bytes: number; at: number }>;

/** Small strings that stay on this device and in this vault; null removes one. */
export type DeviceFacts = Readonly<{
	load(key: string): unknown;
	save(key: string, value: string): void;
}>;

/**
 * Opens this vault's database. All vaults of a device share one origin, hence the random name, kept by the app.
 * Where that fails (private mode, full disk) the store is one in memory.
 */
export async function openDeviceStore(
	indexedDB: IDBFactory,
	facts: DeviceFacts,
	newId: () => string,
	now: () => Date,
	limit = STORE_BYTES,
): Promise<DeviceStore> {
	try {
		const known = facts.load("winnow-database");
		const id = typeof known === "string" && known !== "" ? known : newId();
		if (id !== known) facts.save("winnow-database", id);
		return storeOn(await openDatabase(indexedDB, `winnow-${id}`), now, limit);
	} catch {
		return createMemoryStore();
	}
}

function storeOn(database: IDBDatabase, now: () => Date, limit: number): DeviceStore {
	const stores = (
		mode: IDBTransactionMode,
	): Readonly<{ done: Promise<void>; values: IDBObjectStore; facts: IDBObjectStore }> => {
		const transaction = database.transaction([VALUES, FACTS], mode);
		return {
			done: finished(transaction),
			values: transaction.objectStore(VALUES),
			facts: transaction.objectStore(FACTS),
		};
	};
	return {
		isLasting: true,
		get: (key) => answer(stores("readonly").values.get(key)),
		put: async (key, value) => {
			const { done, values, facts } = stores("readwrite");
			values.put(value, key);
			facts.put({ key, bytes: sizeOf(value), at: now().getTime() } satisfies Fact);
			const all = facts.getAll();
			all.onsuccess = () => {
				for (const leaving of tooMuch(parseFacts(all.result), key, limit)) {
					values.delete(leaving);
					facts.delete(leaving);
				}
			};
			await done;
		},
		delete: async (key) => {
			const { done, values, facts } = stores("readwrite");
			values.delete(key);
			facts.delete(key);
			await done;
		},
		keys: async (prefix) => {
			const keys = await answer(stores("readonly").values.getAllKeys());
			return keys.filter(
				(key): key is string => typeof key === "string" && key.startsWith(prefix),
			);
		},
	};
}

/** The oldest, until the rest fits; what was just written stays. */
function tooMuch(facts: readonly Fact[], justWritten: string, limit: number): readonly string[] {
	let bytes = facts.reduce((sum, fact) => sum + fact.bytes, 0);
	const leaving: string[] = [];
	for (const fact of [...facts].sort((a, b) => a.at - b.at)) {
		if (bytes <= limit) break;
		if (fact.key === justWritten) continue;
		bytes -= fact.bytes;
		leaving.push(fact.key);
	}
	return leaving;
}

function parseFacts(raw: readonly unknown[]): readonly Fact[] {
	return raw.filter(
		(one): one is Fact =>
			typeof one === "object" &&
			one !== null &&
			"key" in one &&
			"bytes" in one &&
			"at" in one,
	);
}

/** Two bytes a letter, which is what the database keeps. */
function sizeOf(value: unknown): number {
	return (JSON.stringify(value) ?? "").length * 2;
}

function openDatabase(indexedDB: IDBFactory, name: string): Promise<IDBDatabase> {
	const request = indexedDB.open(name, 1);
	request.onupgradeneeded = () => {
		request.result.createObjectStore(VALUES);
		request.result.createObjectStore(FACTS, { keyPath: "key" });
	};
	return new Promise((resolve, reject) => {
		request.onblocked = () => reject(new Error("the database is in use"));
		request.onerror = () => reject(request.error ?? new Error("no database"));
		request.onsuccess = () => {
			const database = request.result;
			// Another window may want a newer version; this one then fails openly at its next use.
			database.onversionchange = () => database.close();
			resolve(database);
		};
	});
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error("the database did not answer"));
	});
}

function finished(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () =>
			reject(transaction.error ?? new Error("the database did not write"));
	});
}
