export const groups = Object.groupBy([], it => it);
