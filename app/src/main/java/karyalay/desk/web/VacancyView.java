package karyalay.desk.web;

import java.util.List;
import karyalay.desk.Trays;
import karyalay.web.Page;

/// Vacant posts below the reader, with what waits on each (OP-8).
public record VacancyView(Page page, List<Trays.Vacancy> vacancies) {}
