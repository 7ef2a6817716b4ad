package org.plek.api.store;

import org.jdbi.v3.core.Handle;

/** One transaction: the shelves of the store. Not to be kept beyond the work it was given to. */
public final class Transaction {
  private final Handle handle;

  Transaction(Handle handle) {
    this.handle = handle;
  }

  /** Networks and the events that happened in them. */
  public Networks networks() {
    return new Networks(handle);
  }

  /** Providers, families, requests, presence and progress. */
  public Documents documents() {
    return new Documents(handle);
  }

  /** Agreements and their legs. */
  public AgreementRows agreements() {
    return new AgreementRows(handle);
  }

  /** Names and addresses. */
  public People people() {
    return new People(handle);
  }

  /** Accounts, API keys and signed-in sessions. */
  public Accounts accounts() {
    return new Accounts(handle);
  }

  /** Who called what. */
  public Audit audit() {
    return new Audit(handle);
  }

  /** Answers kept for repeated calls, and planning runs. */
  public Kept kept() {
    return new Kept(handle);
  }

  /** What is older than it may be. */
  public Retention retention() {
    return new Retention(handle);
  }
}
