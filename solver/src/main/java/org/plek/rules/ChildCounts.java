package org.plek.rules;

/**
 * Numbers of children in up to four classes, packed into one long of four times 16 bits. Adding or
 * taking out a child of class {@code c} is adding or subtracting {@link #one(int)}.
 *
 * @param packed the numbers, class 0 in the lowest bits
 */
public record ChildCounts(long packed) {
  /** Most classes that fit. */
  public static final int MAX_CLASSES = 4;

  /** Nobody. */
  public static final ChildCounts NONE = new ChildCounts(0);

  /** One child of a class, packed; 0 for {@link ChildClasses#NOT_COUNTED}. */
  public static long one(int childClass) {
    return childClass < 0 ? 0 : 1L << (16 * childClass);
  }

  /** The number in a class of packed counts. */
  public static int of(long packed, int childClass) {
    return (int) (packed >>> (16 * childClass)) & 0xFFFF;
  }

  /** All children of packed counts. */
  public static int total(long packed) {
    return of(packed, 0) + of(packed, 1) + of(packed, 2) + of(packed, 3);
  }
}
