package org.plek.api.jobs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far an agreement is.
 *
 * <pre>
 * HELD ──offer──▶ OFFERED ──confirm──▶ CONFIRMED ──cancel──▶ CANCELLED
 *   │release         │release, decline
 *   ▼                ▼
 * RELEASED        RELEASED, DECLINED        (HELD and OFFERED end as EXPIRED by themselves)
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AgreementState.Held.class, name = "HELD"),
  @JsonSubTypes.Type(value = AgreementState.Offered.class, name = "OFFERED"),
  @JsonSubTypes.Type(value = AgreementState.Confirmed.class, name = "CONFIRMED"),
  @JsonSubTypes.Type(value = AgreementState.Declined.class, name = "DECLINED"),
  @JsonSubTypes.Type(value = AgreementState.Released.class, name = "RELEASED"),
  @JsonSubTypes.Type(value = AgreementState.Expired.class, name = "EXPIRED"),
  @JsonSubTypes.Type(value = AgreementState.Cancelled.class, name = "CANCELLED")
})
public sealed interface AgreementState {
  /** Kept for the family until a moment. */
  record Held(Instant until) implements AgreementState {}

  /** Offered; answers are awaited until the deadline. */
  record Offered(Instant until, List<Answer> answers) implements AgreementState {
    public Offered {
      answers = List.copyOf(answers);
    }
  }

  /**
   * Agreed by everybody who had a say.
   *
   * @param answers what each side said
   * @param noShows care sessions to which the child did not come
   */
  record Confirmed(List<Answer> answers, Set<String> noShows) implements AgreementState {
    public Confirmed {
      answers = List.copyOf(answers);
      noShows = Set.copyOf(noShows);
    }
  }

  /** Somebody said no; the last answer is that no. */
  record Declined(List<Answer> answers) implements AgreementState {
    public Declined {
      answers = List.copyOf(answers);
    }
  }

  /** Given back by the desk before it was agreed. */
  record Released(By by, Instant at, @Nullable String reason) implements AgreementState {}

  /** Ended by itself. */
  record Expired(Instant at) implements AgreementState {}

  /** Ended after it was agreed; only a person does that. */
  record Cancelled(By by, Instant at, String reason) implements AgreementState {}

  /** Name of the state in documents and in the store. */
  default String label() {
    return switch (this) {
      case Held held -> "HELD";
      case Offered offered -> "OFFERED";
      case Confirmed confirmed -> "CONFIRMED";
      case Declined declined -> "DECLINED";
      case Released released -> "RELEASED";
      case Expired expired -> "EXPIRED";
      case Cancelled cancelled -> "CANCELLED";
    };
  }

  /** When the state ends by itself, absent if never. */
  default @Nullable Instant ends() {
    return switch (this) {
      case Held held -> held.until();
      case Offered offered -> offered.until();
      default -> null;
    };
  }
}
