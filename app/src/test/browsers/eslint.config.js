// Chrome and Edge 109 (January 2023) and Firefox 115 know ECMAScript 2022, and of the web what was in every browser by
// the end of 2022 ("Baseline 2022"). What follows only names what these knew before others did.
import css from "@eslint/css";
import html from "@html-eslint/eslint-plugin";
import parser from "@html-eslint/parser";
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";

// Iterators have methods of the same names as arrays; without types the two cannot be told apart.
const alike = Object.fromEntries(
  Object.keys(es.rules).filter(rule => rule.startsWith("no-iterator-prototype-")).map(rule => ["es-x/" + rule, "off"]));

export default [
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    settings: { lintAllEsApis: true, "es-x": { aggressive: true } },
    plugins: { compat, "es-x": es },
    rules: {
      ...compat.configs["flat/recommended"].rules,
      ...es.configs["flat/restrict-to-es2022"].rules,
      ...es.configs["flat/restrict-to-es2022-intl-api"].rules,
      ...es.configs["flat/no-new-in-esnext"].rules,
      ...es.configs["flat/no-new-in-esnext-intl-api"].rules,
      ...alike,
    },
  },
  {
    files: ["**/*.css"],
    language: "css/css",
    plugins: { css },
    rules: {
      // Chrome 109 and Firefox 115 have these; another browser had not.
      "css/use-baseline": ["error", { available: 2022, allowProperties: ["accent-color", "outline", "resize", "user-select"] }],
      "css/no-invalid-at-rules": "error",
      "css/no-invalid-properties": ["error", { allowUnknownVariables: true }],
    },
  },
  {
    // Attributes within templates are read as they stand; what jte puts in stays out of sight.
    files: ["**/*.jte", "**/*.html"],
    languageOptions: { parser },
    plugins: { html },
    rules: { "html/use-baseline": ["error", { available: 2022 }] },
  },
];
