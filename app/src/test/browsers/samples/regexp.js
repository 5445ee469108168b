export const found = "a".match(/[\p{L}--[a-z]]/v);
