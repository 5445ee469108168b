export const last = [1, 2, 3].at(-1) ?? [1].map(it => it).filter(Boolean).find(it => it > 0);
export class Well { #own = structuredClone({}); static { this.made = Object.hasOwn({}, "a"); } own() { return this.#own; } }
export const words = "a".replaceAll("a", "b");
