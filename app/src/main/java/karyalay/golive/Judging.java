package karyalay.golive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import karyalay.golive.Cells.Fault;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Does some rows through the very doors that a person would use, each behind a savepoint, so that
/// a refused one leaves nothing and stops no other. A trial is the same, and then all of it is
/// taken back: what it says is what will happen.
@Component
class Judging {
  private final PeopleRows people;
  private final BalanceRows balance;
  private final LoadStore store;
  private final OfficeTime time;
  private final TransactionTemplate whole;
  private final TransactionTemplate single;

  Judging(
      PeopleRows people,
      BalanceRows balance,
      LoadStore store,
      OfficeTime time,
      PlatformTransactionManager transactions) {
    this.people = people;
    this.balance = balance;
    this.store = store;
    this.time = time;
    this.whole = new TransactionTemplate(transactions);
    this.whole.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.single = new TransactionTemplate(transactions);
    this.single.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /// Nothing of it stays but what is said of the rows.
  void attempt(Load load, List<Load.Row> rows) {
    List<Judged> judged =
        Objects.requireNonNull(
            whole.execute(status -> {
              List<Judged> said = all(load, rows, false);
              status.setRollbackOnly();
              return said;
            }));
    write(load, rows, judged);
  }

  /// Rows, what is said of them, and how far it is, in one transaction.
  void apply(Load load, List<Load.Row> rows) {
    whole.executeWithoutResult(_ -> write(load, rows, all(load, rows, true)));
  }

  private void write(Load load, List<Load.Row> rows, List<Judged> judged) {
    store.judged(load.id(), judged);
    store.moved(load.id(), rows.getLast().serial(), time.now().plus(LoadWorker.LEASE));
  }

  private List<Judged> all(Load load, List<Load.Row> rows, boolean applied) {
    List<Judged> judged = new ArrayList<>();
    for (Load.Row row : rows) judged.add(one(load, row, applied));
    return judged;
  }

  private Judged one(Load load, Load.Row row, boolean applied) {
    try {
      Act act = applied ? load.act(row.serial()) : Act.of(load.by());
      Judged.Made made =
          Objects.requireNonNull(
              single.execute(_ ->
                  switch (load.kind()) {
                    case PEOPLE -> people.put(load, row, act);
                    case BALANCE -> balance.put(load, row, act);
                  }));
      return Judged.good(row, made, applied);
    } catch (Fault fault) {
      return Judged.refused(row, fault.why(), fault.column());
    } catch (Refused refused) {
      return Judged.refused(row, refused, null);
    }
  }
}
