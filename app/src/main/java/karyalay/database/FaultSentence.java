package karyalay.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Lets a database that cannot be used end the start with its sentence, not with a stack trace.
final class FaultSentence extends AbstractFailureAnalyzer<DatabaseFault> {
  @Override
  protected FailureAnalysis analyze(Throwable failure, DatabaseFault fault) {
    return new FailureAnalysis(String.valueOf(fault.getMessage()), null, fault);
  }
}
