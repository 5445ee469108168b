package karyalay.dispatch.web;

import java.util.Optional;
import karyalay.dispatch.Verification;
import karyalay.web.Page;

/// The page on which an outsider checks an issue number.
///
/// @param asked whether there is an answer to show
/// @param form name of the form
/// @param file null when no file was compared; else whether it is the very letter
public record VerifyView(
    Page page,
    String number,
    String code,
    boolean asked,
    Optional<Verification.Told> told,
    String form,
    @org.jspecify.annotations.Nullable Boolean file) {}
