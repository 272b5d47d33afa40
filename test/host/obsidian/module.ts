/** What `require("obsidian")` gives a plugin: every documented export, and nothing else. */
import momentLibrary from "moment";

export { App, RenderContext, Tasks } from "./app";
export { CapacitorAdapter, FileSystemAdapter } from "./adapter";
export { BasesView, BasesViewConfig, parsePropertyId, QueryController } from "./bases/bases-view";
export { BasesEntry, BasesEntryGroup, BasesQueryResult } from "./bases/query";
export {
	BooleanValue,
	ListValue,
	NotNullValue,
	NullValue,
	NumberValue,
	PrimitiveValue,
	StringValue,
	Value,
} from "./bases/values";
export * from "./bytes";
export { Component } from "./component";
export { debounce } from "./debounce";
export { Events } from "./events";
export { FileManager } from "./file-manager";
export { TAbstractFile, TFile, TFolder } from "./files";
export { htmlToMarkdown, sanitizeHTMLToDom } from "./html";
export { addIcon, getIcon, getIconIds, removeIcon, setIcon } from "./icons";
export { Keymap, Scope } from "./keymap";
export { finishRenderMath, loadMathJax, loadMermaid, loadPdfJs, loadPrism } from "./lazy-libraries";
export { Editor } from "./markdown/editor";
export {
	editorEditorField,
	editorInfoField,
	editorLivePreviewField,
	editorViewField,
} from "./markdown/editor-fields";
export { HoverPopover } from "./markdown/hover-popover";
export { MarkdownPreviewView } from "./markdown/markdown-preview-view";
export { MarkdownRenderChild } from "./markdown/markdown-render-child";
export { MarkdownPreviewRenderer, MarkdownRenderer } from "./markdown/markdown-renderer";
export { MarkdownView } from "./markdown/markdown-view";
export { renderMath } from "./math";
export {
	getFrontMatterInfo,
	parseFrontMatterAliases,
	parseFrontMatterEntry,
	parseFrontMatterStringArray,
	parseFrontMatterTags,
} from "./metadata/frontmatter";
export {
	getLinkpath,
	parseLinktext,
	stripHeading,
	stripHeadingForLink,
} from "./metadata/link-text";
export { MetadataCache } from "./metadata/metadata-cache";
export { getAllTags, iterateCacheRefs, iterateRefs, resolveSubpath } from "./metadata/references";
export { normalizePath } from "./normalize-path";
export { getLanguage, Platform } from "./platform";
export { Plugin } from "./plugin";
export { AbstractInputSuggest, EditorSuggest, PopoverSuggest } from "./popover-suggest";
export { request, requestUrl } from "./request";
export {
	prepareFuzzySearch,
	prepareSimpleSearch,
	renderMatches,
	renderResults,
	sortSearchResults,
} from "./search";
export { SecretStorage } from "./secret-storage";
export { ColorComponent } from "./settings/color-component";
export {
	AbstractTextComponent,
	BaseComponent,
	ButtonComponent,
	DisplayValueComponent,
	DropdownComponent,
	ExtraButtonComponent,
	MomentFormatComponent,
	ProgressBarComponent,
	SearchComponent,
	SliderComponent,
	TextAreaComponent,
	TextComponent,
	ToggleComponent,
	ValueComponent,
} from "./settings/components";
export { SecretComponent } from "./settings/secrets-tab";
export { Setting, SettingGroup } from "./settings/setting";
export { PluginSettingTab, SettingPage, SettingTab } from "./settings/setting-tab";
export { FuzzySuggestModal, SuggestModal } from "./suggest-modal";
export { ConfirmationButton, ConfirmationModal } from "./ui/confirmation-modal";
export { Menu, MenuItem, MenuSeparator } from "./ui/menu";
export { Modal } from "./ui/modal";
export { Notice } from "./ui/notice";
export { displayTooltip, setTooltip } from "./ui/tooltip";
export { Vault } from "./vault";
export { EditableFileView, FileView, ItemView, TextFileView, View } from "./view";
export {
	WorkspaceContainer,
	WorkspaceFloating,
	WorkspaceItem,
	WorkspaceMobileDrawer,
	WorkspaceParent,
	WorkspaceRibbon,
	WorkspaceRoot,
	WorkspaceSidedock,
	WorkspaceSplit,
	WorkspaceTabs,
	WorkspaceWindow,
} from "./workspace/item";
export { WorkspaceLeaf } from "./workspace/leaf";
export { Workspace } from "./workspace/workspace";
export { parseYaml, stringifyYaml } from "./yaml";

export const moment = momentLibrary;
export const apiVersion = "1.13.1";
export const PopoverState = {};

export function requireApiVersion(version: string): boolean {
	const [own, wanted] = [apiVersion, version].map((text) => text.split(".").map(Number));
	for (let at = 0; at < 3; at += 1) {
		const difference = (own?.[at] ?? 0) - (wanted?.[at] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	return true;
}
