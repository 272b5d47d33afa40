export type HostServer = {
	url: string;
	/** What the vault is called in the browser's storage. */
	vaultId: string;
	setOffline(offline: boolean): void;
	noticeChanges(): Promise<void>;
	close(): Promise<void>;
};
export function startServer(options: {
	vaultDir: string;
	pluginDir: string;
	manifest: object;
	hostDir?: string;
	port?: number;
	caseInsensitive?: boolean;
	standIn?: boolean;
	web?: (address: string) => { status: number; headers: Record<string, string>; bytes: Buffer } | null;
}): Promise<HostServer>;
