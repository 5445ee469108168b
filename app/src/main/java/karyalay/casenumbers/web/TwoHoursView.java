package karyalay.casenumbers.web;

import java.util.List;
import karyalay.casenumbers.TwoHours;
import karyalay.web.Page;

/// Diary numbers that were written with two hours.
public record TwoHoursView(Page page, List<TwoHours> lines) {}
