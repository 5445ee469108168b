export const all = Array.fromAsync([]);
