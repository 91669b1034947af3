// Without the fonts that the default theme brings: readers have their own, and nothing is fetched.
import theme from "vitepress/theme-without-fonts";
import "./style.css";

export default theme;
