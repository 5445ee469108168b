package karyalay.casenumbers;

import karyalay.desk.Kind;
import karyalay.shared.PaperId;

/// Another paper about the same number.
public record LinkedPaper(PaperId paper, Kind kind, String number, String title, String written) {}
