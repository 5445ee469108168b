export const joined = new Set([1]).union(new Set([2]));
