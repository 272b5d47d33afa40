import type { DeviceStore } from "./device-store";

export type LazyDeviceStore = DeviceStore &
	Readonly<{
		/** Resolves when all that was put in or taken out so far is done, or failed. */
		settled(): Promise<void>;
	}>;

/** A store that opens behind: whoever asks before it is open waits. */
export function lazyDeviceStore(open: () => Promise<DeviceStore>): LazyDeviceStore {
	const underWay = new Set<Promise<void>>();
	let opened: DeviceStore | null = null;
	let opening: Promise<DeviceStore> | null = null;
	const store = async (): Promise<DeviceStore> => {
		opening ??= open();
		opened = await opening;
		return opened;
	};
	const change = (work: (store: DeviceStore) => Promise<void>): Promise<void> => {
		const changing = store().then(work);
		underWay.add(changing);
		const end = (): void => void underWay.delete(changing);
		changing.then(end, end);
		return changing;
	};
	return {
		get: async (key) => (await store()).get(key),
		put: (key, value) => change((ready) => ready.put(key, value)),
		delete: (key) => change((ready) => ready.delete(key)),
		keys: async (prefix) => (await store()).keys(prefix),
		get isLasting() {
			return opened?.isLasting ?? true;
		},
		settled: async () => {
			while (underWay.size > 0) await Promise.allSettled(underWay);
		},
	};
}
