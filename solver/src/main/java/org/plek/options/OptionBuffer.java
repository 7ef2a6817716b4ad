package org.plek.options;

import java.util.Arrays;
import java.util.List;

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

  /** All parts in order, in arrays of exactly their size; the parts are emptied on the way. */
  static OptionBuffer joined(List<OptionBuffer> parts) {
    OptionBuffer all = new OptionBuffer(parts.stream().mapToInt(OptionBuffer::size).sum());
    all.growSplits(parts.stream().mapToInt(OptionBuffer::splits).sum());
    for (OptionBuffer part : parts) {
      for (int i = 0; i < part.size; i++) {
        int where = part.place[i];
        all.place[all.size + i] = where >= 0 ? where : where + all.splits;
      }
      System.arraycopy(part.start, 0, all.start, all.size, part.size);
      System.arraycopy(part.end, 0, all.end, all.size, part.size);
      System.arraycopy(part.cost, 0, all.cost, all.size, part.size);
      System.arraycopy(part.splitFirstGroup, 0, all.splitFirstGroup, all.splits, part.splits);
      System.arraycopy(part.splitSecondGroup, 0, all.splitSecondGroup, all.splits, part.splits);
      System.arraycopy(part.splitSecondStart, 0, all.splitSecondStart, all.splits, part.splits);
      System.arraycopy(part.splitSecondEnd, 0, all.splitSecondEnd, all.splits, part.splits);
      System.arraycopy(part.splitEscortSide, 0, all.splitEscortSide, all.splits, part.splits);
      System.arraycopy(part.splitEscortMinutes, 0, all.splitEscortMinutes, all.splits, part.splits);
      all.size += part.size;
      all.splits += part.splits;
    }
    return all;
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
