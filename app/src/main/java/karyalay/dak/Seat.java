package karyalay.dak;

import karyalay.shared.OfficeId;
import karyalay.shared.PostId;

/// A live post with what dak needs to know of it.
///
/// @param level grows with seniority
/// @param head whether it heads its office
/// @param counter worked by several; decides nothing
record Seat(
    PostId post,
    String mark,
    OfficeId office,
    String officeCode,
    OfficeId district,
    int level,
    boolean head,
    boolean counter) {}
