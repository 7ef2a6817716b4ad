package org.plek.format;

/** What has an id that other parts of a document refer to. */
enum IdKind {
  PROVIDER("provider"),
  GROUP("group"),
  CAREGIVER("caregiver"),
  FAMILY("family"),
  CHILD("child"),
  REQUEST("request"),
  SESSION("care session");

  final String noun;

  IdKind(String noun) {
    this.noun = noun;
  }
}
