import { startApp } from "./obsidian/app-start";

void startApp();
