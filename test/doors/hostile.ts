// The door of bench/hostile: everything it may ask of the product, from the pure cores.
export { parseAnswer } from "./hostile-answer";
export { fetchPage } from "./hostile-page";
export { fileName, plugin, properties, setStatus } from "./hostile-vault";
export { ask } from "./hostile-ask";
export { clip, escapeText } from "./hostile-clip";
