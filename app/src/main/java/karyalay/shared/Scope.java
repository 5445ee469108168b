package karyalay.shared;

/// Through whose eyes something is read. Every list, count and download is joined with it in SQL.
///
/// @param person bars are on persons, whatever chair they sit in
/// @param post reach is of posts
public record Scope(PersonId person, PostId post) {}
