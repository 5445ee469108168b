package karyalay.golive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.ActId;
import karyalay.shared.Actor;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// A workbook that was sent, and how far it is.
///
/// @param office whose it is; rows of people may name others of the district where an administrator
///   sends them
/// @param notes what was passed over in it: columns, sheets
/// @param request hash of the press that carries it out; null before
/// @param cursor rows up to it are done with, in the state it is in
public record Load(
    UUID id,
    Kind kind,
    OfficeId district,
    OfficeId office,
    byte[] sha256,
    String name,
    Actor by,
    Instant sent,
    List<String> notes,
    State state,
    @Nullable ActId act,
    byte @Nullable [] request,
    int lines,
    int cursor) {

  /// What it brings.
  public enum Kind {
    PEOPLE,
    BALANCE
  }

  /// How far it is.
  public enum State {
    /// Being looked through; nothing is entered.
    TRYING,
    TRIED,
    /// Being carried out.
    APPLYING,
    DONE
  }

  /// The act under which a row is done: the same press sent again does nothing twice.
  Act act(int serial) {
    ActId id = act;
    byte[] hash = request;
    if (id == null || hash == null) return Act.of(by);
    return new Act(id, by, hash).part(new UUID(this.id.getMostSignificantBits(), serial));
  }

  /// What would become of a row, or did.
  ///
  /// @param line as the sheet counts
  /// @param outcome codes of what is done: `PERSON_MADE`, `SAME` …; empty where it is refused or
  ///   not looked at yet
  /// @param refusal key of the sentence why not; empty where it is not refused
  /// @param field heading of the column that is at fault; null where it is the whole row
  /// @param notes what was put right in it, as "KrutiDev" cells
  /// @param paper what was made of it; null for people
  public record Row(
      int serial,
      int line,
      Map<Column, String> cells,
      List<String> outcome,
      String refusal,
      String argument,
      @Nullable Column field,
      List<String> notes,
      boolean applied,
      @Nullable PaperId paper) {
    public String cell(Column column) {
      return cells.getOrDefault(column, "");
    }
  }

  /// How many rows came to what.
  public record Sum(int good, int same, int refused, int applied) {}
}
