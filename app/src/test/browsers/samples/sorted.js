export const sorted = [3, 1].toSorted();
