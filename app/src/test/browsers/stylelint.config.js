export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    // What is known in part is judged property by property by @eslint/css.
    "plugin/no-unsupported-browser-features": [true, { ignorePartialSupport: true }],
  },
};
