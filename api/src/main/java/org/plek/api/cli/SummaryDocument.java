package org.plek.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plek.api.summary.Report;
import org.plek.api.summary.Tally;

/** The summary of a plan as a tree for JSON. */
final class SummaryDocument {
  private SummaryDocument() {}

  static Map<String, Object> of(Report report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", "plek-summary/1");
    document.put("problem", report.plan().problemId());
    document.put("figures", report.plan().figures());
    document.put("tiers", tallies(report.summary().tiers()));
    document.put("urgencies", tallies(report.summary().urgencies()));
    document.put("reasons", tallies(report.summary().reasons()));
    document.put("hours", tallies(report.summary().hours()));
    document.put("dates", tallies(report.summary().dates()));
    document.put("unplacedByRule", report.summary().blockers());
    if (!report.plan().conditional().isEmpty()) {
      document.put("conditional", report.plan().conditional().size());
    }
    document.put("score", score(report.score()));
    document.put("inherited", report.inherited());
    document.put("droppedOptions", report.droppedOptions());
    return document;
  }

  static List<Map<String, Object>> score(List<Report.ScoreLine> lines) {
    List<Map<String, Object>> score = new ArrayList<>();
    for (Report.ScoreLine line : lines) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("constraint", line.name().name());
      one.put("level", line.name().level().name());
      one.put("amount", line.amount());
      one.put("weight", line.weight());
      score.add(one);
    }
    return score;
  }

  private static List<Map<String, Object>> tallies(List<Tally> tallies) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Tally tally : tallies) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", tally.name());
      row.put("served", tally.served());
      row.put("unserved", tally.unserved());
      row.put("servedMinutes", tally.servedMinutes());
      row.put("unservedMinutes", tally.unservedMinutes());
      rows.add(row);
    }
    return rows;
  }
}
