package karyalay.access.web;

import karyalay.web.Page;

/// The sign-in page.
///
/// @param to where to go afterwards, inside the program
/// @param sentence why the last try failed; empty on the first
public record SignInView(Page page, String to, String pno, String sentence) {}
