package karyalay.files.web;

import java.util.List;
import karyalay.files.FileNumbers;
import karyalay.web.Page;

/// Files that bear, or once bore, a number.
public record NumbersView(Page page, String typed, List<FileNumbers.Found> found) {}
