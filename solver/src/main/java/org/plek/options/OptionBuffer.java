package org.plek.options;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Growing arrays of options, filled session after session, one-leg options first. */
final class OptionBuffer {
  private int[] place;
  private char[] start;
  private char[] end;
  private int[] cost;
  private int size;

  private int[] splitFirstGroup = new int[0];
  private int[] splitSecondGroup = new int[0];
  private char[] splitSecondStart = new char[0];
  private char[] splitSecondEnd = new char[0];
  private byte[] splitEscortSide = new byte[0];
  private char[] splitEscortMinutes = new char[0];
  private int splits;

  OptionBuffer(int capacity) {
    place = new int[capacity];
    start = new char[capacity];
    end = new char[capacity];
    cost = new int[capacity];
  }

  int size() {
    return size;
  }

  int splits() {
    return splits;
  }

  /** Adds an option of one leg. */
  void add(int group, int startSlot, int endSlot, int weightedCost) {
    if (size == place.length) {
      int capacity = Math.max(64, size + (size >> 1));
      place = Arrays.copyOf(place, capacity);
      start = Arrays.copyOf(start, capacity);
      end = Arrays.copyOf(end, capacity);
      cost = Arrays.copyOf(cost, capacity);
    }
    place[size] = group;
    start[size] = (char) startSlot;
    end[size] = (char) endSlot;
    cost[size] = weightedCost;
    size++;
  }

  /** Adds an option of two legs. */
  void addSplit(
      int firstGroup,
      int startSlot,
      int firstEndSlot,
      int secondGroup,
      int secondStartSlot,
      int secondEndSlot,
      int escortSide,
      int escortMinutes,
      int weightedCost) {
    add(Integer.MIN_VALUE | splits, startSlot, firstEndSlot, weightedCost);
    if (splits == splitFirstGroup.length) {
      growSplits(Math.max(16, splits + (splits >> 1)));
    }
    splitFirstGroup[splits] = firstGroup;
    splitSecondGroup[splits] = secondGroup;
    splitSecondStart[splits] = (char) secondStartSlot;
    splitSecondEnd[splits] = (char) secondEndSlot;
    splitEscortSide[splits] = (byte) escortSide;
    splitEscortMinutes[splits] = (char) escortMinutes;
    splits++;
  }

  private void growSplits(int capacity) {
    splitFirstGroup = Arrays.copyOf(splitFirstGroup, capacity);
    splitSecondGroup = Arrays.copyOf(splitSecondGroup, capacity);
    splitSecondStart = Arrays.copyOf(splitSecondStart, capacity);
    splitSecondEnd = Arrays.copyOf(splitSecondEnd, capacity);
    splitEscortSide = Arrays.copyOf(splitEscortSide, capacity);
    splitEscortMinutes = Arrays.copyOf(splitEscortMinutes, capacity);
  }

  /** All parts in order, in arrays of exactly their size. */
  static OptionBuffer joined(List<OptionBuffer> parts) {
    int[] first = new int[parts.size() + 1];
    int[] firstSplit = new int[parts.size() + 1];
    for (int i = 0; i < parts.size(); i++) {
      first[i + 1] = Math.addExact(first[i], parts.get(i).size);
      firstSplit[i + 1] = Math.addExact(firstSplit[i], parts.get(i).splits);
    }
    OptionBuffer all = new OptionBuffer(first[parts.size()]);
    all.growSplits(firstSplit[parts.size()]);
    all.size = first[parts.size()];
    all.splits = firstSplit[parts.size()];
    IntStream.range(0, parts.size())
        .parallel()
        .forEach(i -> all.copy(parts.get(i), first[i], firstSplit[i]));
    return all;
  }

  private void copy(OptionBuffer part, int at, int splitAt) {
    for (int i = 0; i < part.size; i++) {
      int where = part.place[i];
      place[at + i] = where >= 0 ? where : where + splitAt;
    }
    System.arraycopy(part.start, 0, start, at, part.size);
    System.arraycopy(part.end, 0, end, at, part.size);
    System.arraycopy(part.cost, 0, cost, at, part.size);
    System.arraycopy(part.splitFirstGroup, 0, splitFirstGroup, splitAt, part.splits);
    System.arraycopy(part.splitSecondGroup, 0, splitSecondGroup, splitAt, part.splits);
    System.arraycopy(part.splitSecondStart, 0, splitSecondStart, splitAt, part.splits);
    System.arraycopy(part.splitSecondEnd, 0, splitSecondEnd, splitAt, part.splits);
    System.arraycopy(part.splitEscortSide, 0, splitEscortSide, splitAt, part.splits);
    System.arraycopy(part.splitEscortMinutes, 0, splitEscortMinutes, splitAt, part.splits);
  }

  int[] place() {
    return place;
  }

  char[] start() {
    return start;
  }

  char[] end() {
    return end;
  }

  int[] cost() {
    return cost;
  }

  int[] splitFirstGroup() {
    return splitFirstGroup;
  }

  int[] splitSecondGroup() {
    return splitSecondGroup;
  }

  char[] splitSecondStart() {
    return splitSecondStart;
  }

  char[] splitSecondEnd() {
    return splitSecondEnd;
  }

  byte[] splitEscortSide() {
    return splitEscortSide;
  }

  char[] splitEscortMinutes() {
    return splitEscortMinutes;
  }
}
