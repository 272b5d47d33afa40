import type { DeviceStore } from "./device-store";

/** A store that opens behind: whoever asks before it is open waits. */
export function lazyDeviceStore(open: () => Promise<DeviceStore>): DeviceStore {
	let opened: DeviceStore | null = null;
	let opening: Promise<DeviceStore> | null = null;
	const store = async (): Promise<DeviceStore> => {
		opening ??= open();
		opened = await opening;
		return opened;
	};
	return {
		get: async (key) => (await store()).get(key),
		put: async (key, value) => (await store()).put(key, value),
		delete: async (key) => (await store()).delete(key),
		keys: async (prefix) => (await store()).keys(prefix),
		get isLasting() {
			return opened?.isLasting ?? true;
		},
	};
}
