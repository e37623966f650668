import { mount } from "svelte";
import App from "./App.svelte";
import "./style/base.css";
import { applyTheme } from "./lib/theme.svelte";

applyTheme();
mount(App, { target: document.getElementById("desk")! });
