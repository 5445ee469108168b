package karyalay.dispatch.web;

import java.time.LocalDate;
import karyalay.organisation.Master;
import karyalay.shared.PaperId;
import karyalay.web.Page;

/// The form that asks for reports on a paper.
///
/// @param groups groups of addressees, as the district has them
public record NewCallView(
    Page page,
    PaperId paper,
    String number,
    String title,
    LocalDate today,
    java.util.List<Master> groups) {}
