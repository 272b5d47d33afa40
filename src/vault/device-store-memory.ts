import type { DeviceStore } from "./device-store";

/** Where no database can be opened: everything works, and is gone with the app. */
export function createMemoryStore(): DeviceStore {
	const values = new Map<string, unknown>();
	return {
		isLasting: false,
		get: (key) => Promise.resolve(values.get(key)),
		put: (key, value) => {
			values.set(key, value);
			return Promise.resolve();
		},
		delete: (key) => {
			values.delete(key);
			return Promise.resolve();
		},
		keys: (prefix) =>
			Promise.resolve([...values.keys()].filter((key) => key.startsWith(prefix)).sort()),
	};
}
