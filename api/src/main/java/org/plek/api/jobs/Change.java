package org.plek.api.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.plek.api.store.AgreementRows;
import org.plek.api.store.Documents;
import org.plek.api.store.Networks;
import org.plek.api.store.Transaction;

/** What one writer is about to do: rows for the store, events, and what will be seen after. */
final class Change {
  private final Facts facts;
  private final Instant now;
  private final List<Consumer<Transaction>> rows = new ArrayList<>();
  private final List<Networks.NewEvent> events = new ArrayList<>();
  private final List<Runnable> shows = new ArrayList<>();

  Change(Facts facts, Instant now) {
    this.facts = facts;
    this.now = now;
  }

  Facts facts() {
    return facts;
  }

  Instant now() {
    return now;
  }

  String network() {
    return facts.settings.value().id();
  }

  void event(String kind, String subject, By by, Object body) {
    events.add(new Networks.NewEvent(kind, subject, by.actor(), by.how().name(), Rows.json(body)));
  }

  void row(Consumer<Transaction> write, Runnable show) {
    rows.add(write);
    shows.add(show);
  }

  /** Adds an agreement, or puts its next version. */
  void agreement(Agreement agreement) {
    AgreementRows.Row row = Rows.row(agreement);
    rows.add(
        tx -> {
          if (agreement.version() == 1) {
            tx.agreements().add(network(), row);
          } else {
            tx.agreements().put(network(), row, now);
          }
        });
    shows.add(() -> facts.show(agreement));
  }

  void progress(String requestId, Progress progress) {
    rows.add(tx -> tx.documents().putProgress(network(), Rows.row(requestId, progress), now));
    shows.add(() -> facts.progress.put(requestId, progress.stored()));
  }

  /** Puts proposals in place of all that were there. */
  void proposals(Collection<Proposal> proposals) {
    List<Proposal> all = List.copyOf(proposals);
    rows.add(
        tx -> {
          tx.documents().takeAll(network(), Documents.Kind.PROPOSAL);
          all.forEach(
              each -> tx.documents().add(network(), Documents.Kind.PROPOSAL, Proposals.row(each)));
        });
    shows.add(
        () -> {
          facts.show(all);
        });
  }

  /** Forgets what was proposed for a request, if anything was. */
  void dropProposal(String requestId) {
    if (facts.proposals.containsKey(requestId)) {
      rows.add(tx -> tx.documents().take(network(), Documents.Kind.PROPOSAL, requestId));
      shows.add(() -> facts.dropProposal(requestId));
    }
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  long writeTo(Transaction tx) {
    long last = tx.networks().append(network(), facts.lastEvent, events, now);
    rows.forEach(row -> row.accept(tx));
    return last;
  }

  void show(long last) {
    shows.forEach(Runnable::run);
    facts.lastEvent = last;
  }
}
