package karyalay.dispatch.web;

import karyalay.organisation.Master;
import karyalay.shared.PaperId;
import karyalay.web.Page;

/// The form that asks for reports on a paper.
///
/// @param groups groups of addressees, as the district has them
public record NewCallView(
    Page page, PaperId paper, String number, String title, java.util.List<Master> groups) {}
