package org.plek.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.plek.domain.Rounding;

/**
 * Money as a whole number of very small parts of a cent, so that hours, thousandths and the shares
 * of up to twelve children stay exact: rounding sees true halves.
 */
final class Exact {
  private Exact() {}

  /** 27720 is divided by every number up to 12. */
  static final long CENT = 60L * 1000 * 27_720;

  private static final BigDecimal PARTS = BigDecimal.valueOf(CENT);

  /** Cents an hour for minutes, shared by children. */
  static long hourly(long cents, long minutes, int children) {
    return cents * minutes * (CENT / 60) / children;
  }

  /** So many thousandths of an amount. */
  static long permille(long amount, int permille) {
    return amount / 1000 * permille + amount % 1000 * permille / 1000;
  }

  /** The part of an amount that falls to {@code part} of {@code whole}; rounded down. */
  static long share(long amount, long part, long whole) {
    return amount / whole * part + amount % whole * part / whole;
  }

  /** Cents to pay for an amount that is not negative. */
  static long cents(long amount, Rounding rounding) {
    long unit = rounding.toCents() * CENT;
    long units =
        switch (rounding.way()) {
          case HALF_UP -> (amount + unit / 2) / unit;
          case UP -> Math.ceilDiv(amount, unit);
          case DOWN -> amount / unit;
        };
    return units * rounding.toCents();
  }

  /** An amount in cents for people, to a thousandth. */
  static BigDecimal shown(long amount) {
    return plain(BigDecimal.valueOf(amount).divide(PARTS, 3, RoundingMode.HALF_UP));
  }

  /** Minutes as hours for people. */
  static BigDecimal hours(long minutes) {
    return plain(
        BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 3, RoundingMode.HALF_UP));
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
