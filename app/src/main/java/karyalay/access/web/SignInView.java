package karyalay.access.web;

import java.util.List;
import karyalay.web.Page;
import karyalay.web.RefusalView;

/// The sign-in page.
///
/// @param to where to go afterwards, inside the program
/// @param sentence why the last try failed; empty on the first
/// @param action where a form was going that was sent without a session; empty without one
/// @param kept everything typed in it
/// @param exposed whether what is typed here can be read on the line
public record SignInView(
    Page page,
    String to,
    String pno,
    String sentence,
    String action,
    List<RefusalView.Kept> kept,
    boolean exposed) {}
