/** A phone in the host is an Android one: Chromium draws it. Set once, before a plugin reads it. */
export const Platform = {
	isDesktop: true,
	isMobile: false,
	isDesktopApp: true,
	isMobileApp: false,
	isIosApp: false,
	isAndroidApp: false,
	isPhone: false,
	isTablet: false,
	isMacOS: /Mac/.test(navigator.platform),
	isWin: /Win/.test(navigator.platform),
	isLinux: /Linux/.test(navigator.platform),
	isSafari: false,
	resourcePathPrefix: "/vault/",
};

let language = "en";

export function playOn(device: { phone: boolean; language: string }): void {
	language = device.language;
	if (!device.phone) return;
	Object.assign(Platform, {
		isDesktop: false,
		isDesktopApp: false,
		isMobile: true,
		isMobileApp: true,
		isAndroidApp: true,
		isPhone: true,
	});
}

export function getLanguage(): string {
	return language;
}
