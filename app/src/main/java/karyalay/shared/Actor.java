package karyalay.shared;

/// Who acts: the person, the post, and in what capacity. Every act stores all three (OP-2).
public record Actor(PersonId person, PostId post, Capacity capacity) {}
