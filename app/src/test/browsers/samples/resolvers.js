export const { promise } = Promise.withResolvers();
