package org.plek.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.plek.format.IssueCode.BAD_VALUE;
import static org.plek.format.IssueCode.BORN_TOO_LATE;
import static org.plek.format.IssueCode.CONTRADICTION;
import static org.plek.format.IssueCode.DUPLICATE_FIELD;
import static org.plek.format.IssueCode.DUPLICATE_ID;
import static org.plek.format.IssueCode.DUPLICATE_VALUE;
import static org.plek.format.IssueCode.END_BEFORE_START;
import static org.plek.format.IssueCode.MISSING_FIELD;
import static org.plek.format.IssueCode.NO_EFFECT;
import static org.plek.format.IssueCode.OUTSIDE_HORIZON;
import static org.plek.format.IssueCode.OUT_OF_RANGE;
import static org.plek.format.IssueCode.OVERLAP;
import static org.plek.format.IssueCode.TOO_LONG;
import static org.plek.format.IssueCode.UNKNOWN_FIELD;
import static org.plek.format.IssueCode.UNKNOWN_ID;
import static org.plek.format.IssueCode.WRONG_FORMAT;
import static org.plek.format.IssueCode.WRONG_TYPE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plek.domain.Problem;

/** One fault at a time in a document that is valid without it. */
class BadInputTest {
  /** A daycare of two groups, a childminder, a home carer, two families and two placements. */
  static final String VALID =
      """
      {
        "format": "plek-problem/1",
        "id": "Mechelen", "zone": "Europe/Brussels", "asOf": "2026-12-01T08:00",
        "from": "2026-12-07", "days": 14, "rulePack": "VL",
        "policy": {"tiers": [{"id": "first", "weight": 4, "marks": ["SINGLE_PARENT"]}],
          "weights": {"TRAVEL": 2},
          "expectedAbsence": {"acceptedRisk": 0.2, "source": "counted in 2025"},
          "reserves": [{"groupId": "babies", "places": 1, "ageMonths": 12}],
          "quotas": [{"groupId": "toddlers", "maxOccasional": 3}]},
        "providers": [
          {"id": "daycare", "kind": "DAYCARE", "location": {"latitude": 51.03, "longitude": 4.48},
           "licensedCapacity": 18, "ages": {"fromMonths": 0, "toMonths": 36},
           "opening": {"week": [{"day": "MONDAY", "from": "07:00", "to": "18:00"}],
             "exceptions": [{"date": "2026-12-14", "hours": []}]},
           "groups": [
             {"id": "babies", "maxChildren": 8,
              "resting": [{"day": "MONDAY", "from": "13:00", "to": "15:00"}],
              "threeHourWindow": [{"day": "MONDAY", "from": "12:00", "to": "15:00"}],
              "regularChildren": [{"id": "r1", "birthDate": "2025-11-20",
                "hours": {"week": [{"day": "MONDAY", "from": "08:00", "to": "12:00"},
                                   {"day": "MONDAY", "from": "12:00", "to": "17:00"}]},
                "absenceProbability": 0.1}]},
             {"id": "toddlers", "maxChildren": 10}],
           "caregivers": [{"id": "k1", "groupId": "babies",
             "hours": {"week": [{"day": "MONDAY", "from": "07:00", "to": "15:00"}]}}]},
          {"id": "minder", "kind": "CHILDMINDER",
           "location": {"latitude": 51.02, "longitude": 4.47}, "licensedCapacity": 8,
           "ages": {"fromMonths": 3, "toMonths": 42}, "opening": {"week": [
             {"day": "MONDAY", "from": "20:00", "to": "06:00", "overnight": true}]}},
          {"id": "carer", "kind": "HOME_CARER", "location": {"latitude": 51.01, "longitude": 4.46},
           "licensedCapacity": 6, "ages": {"fromMonths": 0, "toMonths": 144}, "opening": {}}],
        "families": [
          {"id": "Peeters", "home": {"latitude": 51.0, "longitude": 4.4},
           "sharesHomeCareWith": "Janssens",
           "children": [{"id": "Noor", "birthDate": "2025-01-15"},
                        {"id": "Lars", "birthDate": "2023-06-01"}]},
          {"id": "Janssens", "home": {"latitude": 51.0, "longitude": 4.5},
           "sharesHomeCareWith": "Peeters", "registeredWith": ["daycare"],
           "children": [{"id": "Ella", "birthDate": "2024-03-03"}]}],
        "requests": [
          {"id": "q1", "familyId": "Peeters", "askedAt": "2026-11-30T10:15", "urgency": "URGENT",
           "reason": "JOB_INTERVIEW", "destination": {"latitude": 51.1, "longitude": 4.5},
           "sessions": [
             {"id": "s1", "childId": "Noor", "start": "2026-12-07T08:00", "end": "2026-12-07T12:30"},
             {"id": "s2", "childId": "Lars", "minutes": 240,
              "windows": [{"start": "2026-12-08T07:30", "end": "2026-12-08T18:00"}]},
             {"id": "s3", "childId": "Noor",
              "parentAway": {"start": "2026-12-09T09:00", "end": "2026-12-09T12:00"}}]},
          {"id": "q2", "familyId": "Janssens", "askedAt": "2026-11-30T11:00", "urgency": "SOON",
           "reason": "SHIFTS", "patterns": [{"id": "rota", "childIds": ["Ella"],
             "from": "2026-12-07", "until": "2026-12-21",
             "weeks": [[{"day": "TUESDAY", "from": "06:00", "to": "14:00"}], []]}]}],
        "history": [
          {"childId": "Noor", "providerId": "minder", "date": "2026-11-02", "minutes": 240}],
        "placements": [
          {"sessionId": "s1", "state": "CONFIRMED", "legs": [
            {"providerId": "daycare", "groupId": "babies",
             "start": "2026-12-07T08:00", "end": "2026-12-07T10:00"},
            {"providerId": "minder", "groupId": "minder",
             "start": "2026-12-07T10:00", "end": "2026-12-07T12:30"}]},
          {"sessionId": "q2/rota/Ella/2026-12-08", "legs": [
            {"providerId": "daycare", "groupId": "toddlers",
             "start": "2026-12-08T06:00", "end": "2026-12-08T14:00"}]}]
      }
      """;

  static Problem read(String text, ReadOptions options) {
    try {
      return ProblemJson.read(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InvalidDocument refused(String text) {
    return catchThrowableOfType(
        InvalidDocument.class, () -> read(text, ReadOptions.DEFAULT.withMaxIssues(100)));
  }

  private static String changed(String before, String after) {
    assertThat(VALID).contains(before);
    return VALID.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after));
  }

  record Fault(String before, String after, IssueCode code, String pointer, String says) {}

  static Stream<Fault> faults() {
    return Stream.of(
        // Types and values.
        new Fault("\"days\": 14", "\"days\": \"14\"", WRONG_TYPE, "/days", "remove the quotes"),
        new Fault("\"days\": 14", "\"days\": 14.5", WRONG_TYPE, "/days", "whole number"),
        new Fault("\"days\": 14", "\"days\": null", WRONG_TYPE, "/days", "leave the field out"),
        new Fault("\"id\": \"s1\"", "\"id\": 1", WRONG_TYPE, "/requests/0/sessions/0/id", "quotes"),
        new Fault(
            "\"opening\": {}", "\"opening\": 24", WRONG_TYPE, "/providers/2/opening", "object"),
        new Fault(
            "\"hours\": []",
            "\"hours\": {}",
            WRONG_TYPE,
            "/providers/0/opening/exceptions/0/hours",
            "list"),
        new Fault("\"days\": 14", "\"days\": 121", OUT_OF_RANGE, "/days", "from 1 to 120"),
        new Fault("\"days\": 14", "\"days\": 9999999999999999999999", OUT_OF_RANGE, "/days", "120"),
        new Fault(
            "\"licensedCapacity\": 18",
            "\"licensedCapacity\": 0",
            OUT_OF_RANGE,
            "/providers/0/licensedCapacity",
            "from 1"),
        new Fault(
            "0.1}",
            "1.5}",
            OUT_OF_RANGE,
            "/providers/0/groups/0/regularChildren/0/absenceProbability",
            "0.0 to 1.0"),
        new Fault(
            "\"acceptedRisk\": 0.2",
            "\"acceptedRisk\": 0",
            OUT_OF_RANGE,
            "/policy/expectedAbsence/acceptedRisk",
            "1.0"),
        new Fault(
            ", \"source\": \"counted in 2025\"",
            "",
            MISSING_FIELD,
            "/policy/expectedAbsence",
            "source"),
        new Fault("51.03", "151.03", OUT_OF_RANGE, "/providers/0/location/latitude", "-90"),
        new Fault("\"SOON\"", "\"soon\"", BAD_VALUE, "/requests/1/urgency", "Maybe SOON"),
        new Fault("Europe/Brussels", "Europe/Brusels", BAD_VALUE, "/zone", "Europe/Brussels"),
        new Fault(
            "\"2026-12-07\", \"days\"", "\"2026-02-30\", \"days\"", BAD_VALUE, "/from", "a date"),
        new Fault(
            "\"07:00\", \"to\": \"18:00\"",
            "\"7:00\", \"to\": \"18:00\"",
            BAD_VALUE,
            "/providers/0/opening/week/0/from",
            "Maybe \"07:00\""),
        new Fault(
            "\"to\": \"06:00\"",
            "\"to\": \"24:00\"",
            BAD_VALUE,
            "/providers/1/opening/week/0/to",
            "overnight"),
        new Fault("T10:15\"", "T10:15Z\"", BAD_VALUE, "/requests/0/askedAt", "offset"),
        new Fault(
            "\"reason\": \"SHIFTS\"",
            "\"reason\": \" \"",
            OUT_OF_RANGE,
            "/requests/1/reason",
            "blank"),
        // Fields.
        new Fault(
            "\"places\": 1",
            "\"place\": 1",
            UNKNOWN_FIELD,
            "/policy/reserves/0/place",
            "Maybe places"),
        new Fault("\"places\": 1, ", "", MISSING_FIELD, "/policy/reserves/0", "places"),
        new Fault("\"days\": 14", "\"days\": 14, \"days\": 15", DUPLICATE_FIELD, "/days", "twice"),
        new Fault(
            "\"TRAVEL\": 2",
            "\"TRAVELS\": 2",
            UNKNOWN_FIELD,
            "/policy/weights/TRAVELS",
            "Maybe TRAVEL"),
        new Fault(
            "\"TRAVEL\": 2", "\"RATIO\": 2", UNKNOWN_FIELD, "/policy/weights/RATIO", "none of"),
        // Ids.
        new Fault(
            "\"id\": \"minder\"", "\"id\": \"carer\"", DUPLICATE_ID, "/providers/2/id", "taken"),
        new Fault(
            "\"id\": \"Lars\"",
            "\"id\": \"Noor\"",
            DUPLICATE_ID,
            "/families/0/children/1/id",
            "taken"),
        new Fault(
            "\"childId\": \"Lars\"",
            "\"childId\": \"Larsd\"",
            UNKNOWN_ID,
            "/requests/0/sessions/1/childId",
            "Maybe Lars"),
        new Fault(
            "\"childId\": \"Lars\"",
            "\"childId\": \"Ella\"",
            CONTRADICTION,
            "/requests/0/sessions/1/childId",
            "of family Janssens"),
        new Fault(
            "[\"Ella\"]",
            "[\"Noor\"]",
            CONTRADICTION,
            "/requests/1/patterns/0/childIds/0",
            "of family Peeters"),
        new Fault(
            "[\"Ella\"]",
            "[\"Ella\", \"Ella\"]",
            DUPLICATE_VALUE,
            "/requests/1/patterns/0/childIds/1",
            "twice"),
        new Fault(
            "[\"daycare\"]",
            "[\"daycar\"]",
            UNKNOWN_ID,
            "/families/1/registeredWith/0",
            "Maybe daycare"),
        new Fault(
            "\"groupId\": \"toddlers\", \"max",
            "\"groupId\": \"todlers\", \"max",
            UNKNOWN_ID,
            "/policy/quotas/0/groupId",
            "Maybe toddlers"),
        new Fault(
            "\"groupId\": \"babies\", \"places",
            "\"groupId\": \"x\", \"places",
            UNKNOWN_ID,
            "/policy/reserves/0/groupId",
            "no group"),
        new Fault(
            "\"k1\", \"groupId\": \"babies\"",
            "\"k1\", \"groupId\": \"minder\"",
            UNKNOWN_ID,
            "/providers/0/caregivers/0/groupId",
            "of this provider"),
        new Fault(
            "\"k1\", \"groupId\": \"babies\"",
            "\"k1\"",
            MISSING_FIELD,
            "/providers/0/caregivers/0",
            "babies, toddlers"),
        new Fault(
            "\"sessionId\": \"s1\"",
            "\"sessionId\": \"s9\"",
            UNKNOWN_ID,
            "/placements/0/sessionId",
            "no care session"),
        new Fault(
            "Ella/2026-12-08\"",
            "Ella/2026-12-15\"",
            UNKNOWN_ID,
            "/placements/1/sessionId",
            "Maybe q2/rota/Ella/2026-12-08"),
        new Fault(
            "\"sessionId\": \"q2/rota/Ella/2026-12-08\"",
            "\"sessionId\": \"s1\"",
            DUPLICATE_ID,
            "/placements/1/sessionId",
            "placement already"),
        new Fault(
            "{\"providerId\": \"daycare\", \"groupId\": \"babies\"",
            "{\"providerId\": \"daycre\", \"groupId\": \"babies\"",
            UNKNOWN_ID,
            "/placements/0/legs/0/providerId",
            "Maybe daycare"),
        new Fault(
            "{\"providerId\": \"daycare\", \"groupId\": \"babies\"",
            "{\"providerId\": \"daycare\", \"groupId\": \"minder\"",
            CONTRADICTION,
            "/placements/0/legs/0",
            "of provider minder"),
        new Fault(
            "\"sharesHomeCareWith\": \"Peeters\", ",
            "",
            CONTRADICTION,
            "/families/0/sharesHomeCareWith",
            "mutual"),
        new Fault(
            "\"rulePack\": \"VL\"", "\"rulePack\": \"BE\"", UNKNOWN_ID, "/rulePack", "[NL, VL]"),
        // Times.
        new Fault(
            "\"day\": \"MONDAY\", \"from\": \"12:00\", \"to\": \"17:00\"",
            "\"day\": \"MONDAY\", \"from\": \"11:45\", \"to\": \"17:00\"",
            OVERLAP,
            "/providers/0/groups/0/regularChildren/0/hours",
            "must not overlap"),
        new Fault(
            "\"day\": \"MONDAY\", \"from\": \"12:00\", \"to\": \"17:00\"",
            "\"day\": \"SUNDAY\", \"from\": \"22:00\", \"to\": \"08:15\", \"overnight\": true",
            OVERLAP,
            "/providers/0/groups/0/regularChildren/0/hours",
            "must not overlap"),
        new Fault(
            "\"to\": \"06:00\", \"overnight\": true",
            "\"to\": \"06:00\"",
            END_BEFORE_START,
            "/providers/1/opening/week/0",
            "Maybe add overnight: true"),
        new Fault(
            "\"to\": \"06:00\", \"overnight\": true",
            "\"to\": \"20:30\", \"overnight\": true",
            TOO_LONG,
            "/providers/1/opening/week/0",
            "24 hours"),
        new Fault(
            "\"end\": \"2026-12-07T12:30\"},",
            "\"end\": \"2026-12-07T07:30\"},",
            END_BEFORE_START,
            "/requests/0/sessions/0",
            "2026-12-08T07:30"),
        new Fault(
            "\"end\": \"2026-12-08T18:00\"",
            "\"end\": \"2026-12-08T11:29\"",
            TOO_LONG,
            "/requests/0/sessions/1/windows/0",
            "shorter than the 240 minutes"),
        new Fault(
            "\"end\": \"2026-12-07T12:30\"},",
            "\"end\": \"2026-12-08T08:15\"},",
            TOO_LONG,
            "/requests/0/sessions/0",
            "at most 24 hours"),
        new Fault(
            "\"until\": \"2026-12-21\"",
            "\"until\": \"2026-12-07\"",
            END_BEFORE_START,
            "/requests/1/patterns/0",
            "the first date after"),
        new Fault(
            "\"toMonths\": 36",
            "\"toMonths\": 0",
            OUT_OF_RANGE,
            "/providers/0/ages/toMonths",
            "from 1"),
        new Fault(
            "\"fromMonths\": 3,",
            "\"fromMonths\": 42,",
            END_BEFORE_START,
            "/providers/1/ages",
            "more than"),
        new Fault(
            "\"2025-11-20\"",
            "\"2026-12-08\"",
            BORN_TOO_LATE,
            "/providers/0/groups/0/regularChildren/0/birthDate",
            "2026-12-07"),
        new Fault(
            "\"2025-01-15\"",
            "\"2027-01-15\"",
            BORN_TOO_LATE,
            "/families/0/children/0/birthDate",
            "year"),
        new Fault(
            "\"start\": \"2026-12-08T07:30\", \"end\": \"2026-12-08T18:00\"",
            "\"start\": \"2026-12-21T07:30\", \"end\": \"2026-12-21T18:00\"",
            OUTSIDE_HORIZON,
            "/requests/0/sessions/1/windows/0",
            "2026-12-07 to 2026-12-20"),
        new Fault(
            "\"start\": \"2026-12-09T09:00\"",
            "\"start\": \"2026-12-06T13:00\"",
            TOO_LONG,
            "/requests/0/sessions/2/parentAway",
            "24 hours"),
        new Fault(
            "\"from\": \"12:00\", \"to\": \"15:00\"",
            "\"from\": \"12:00\", \"to\": \"15:15\"",
            TOO_LONG,
            "/providers/0/groups/0/threeHourWindow",
            "15 minutes"),
        new Fault(
            "\"from\": \"13:00\", \"to\": \"15:00\"",
            "\"from\": \"12:30\", \"to\": \"15:00\"",
            TOO_LONG,
            "/providers/0/groups/0/resting",
            "two hours"),
        // Facts that do not go together.
        new Fault("\"minutes\": 240,\n", "\n", MISSING_FIELD, "/requests/0/sessions/1", "minutes"),
        new Fault(
            "\"minutes\": 240,",
            "\"start\": \"2026-12-08T08:00\", \"minutes\": 240,",
            CONTRADICTION,
            "/requests/0/sessions/1",
            "one form"),
        new Fault(
            "\"destination\": {\"latitude\": 51.1, \"longitude\": 4.5},",
            "",
            MISSING_FIELD,
            "/requests/0/sessions/2",
            "destination"),
        new Fault(
            "\"licensedCapacity\": 8,",
            "\"licensedCapacity\": 8, \"homeCare\": {},",
            CONTRADICTION,
            "/providers/1/homeCare",
            "HOME_CARER"),
        new Fault(
            "\"kind\": \"HOME_CARER\"",
            "\"kind\": \"DAYCARE\"",
            MISSING_FIELD,
            "/providers/2",
            "groups"),
        new Fault(
            "\"kind\": \"DAYCARE\"",
            "\"kind\": \"CHILDMINDER\"",
            CONTRADICTION,
            "/providers/0/groups",
            "exactly one group"),
        new Fault(
            "0.1}",
            "0.1, \"own\": true}",
            CONTRADICTION,
            "/providers/0/groups/0/regularChildren/0/own",
            "only a childminder"),
        new Fault(
            "\"start\": \"2026-12-07T10:00\", \"end\": \"2026-12-07T12:30\"}]}",
            "\"start\": \"2026-12-07T10:15\", \"end\": \"2026-12-07T12:30\"}]}",
            CONTRADICTION,
            "/placements/0",
            "when the first ends"),
        new Fault(
            "\"state\": \"CONFIRMED\"",
            "\"state\": \"CONFIRMED\", \"heldUntil\": \"2026-12-02T08:00\"",
            CONTRADICTION,
            "/placements/0",
            "only a held placement"),
        new Fault(
            "\"marks\": [\"SINGLE_PARENT\"]",
            "\"marks\": [\"SINGLE_PARENT\"], \"leastMarks\": 2",
            CONTRADICTION,
            "/policy/tiers/0/leastMarks",
            "more marks"),
        new Fault("plek-problem/1", "plek-problem/2", WRONG_FORMAT, "/format", "another version"),
        new Fault("plek-problem/1", "plek-plan/1", WRONG_FORMAT, "/format", "wrong file"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsFoundWhereItIsWithAWordOfHelp(Fault fault) {
    String text = changed(fault.before(), fault.after());

    InvalidDocument refused =
        catchThrowableOfType(
            InvalidDocument.class,
            () -> read(text, ReadOptions.DEFAULT.withRulePacks(Set.of("VL", "NL"))));

    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.issues())
        .anySatisfy(
            issue -> {
              assertThat(issue.code()).isEqualTo(fault.code());
              assertThat(issue.pointer()).isEqualTo(fault.pointer());
              assertThat(issue.toString()).contains(fault.says());
              assertThat(issue.severity()).isEqualTo(Severity.ERROR);
            });
    assertThat(refused).hasMessageContaining(fault.pointer());
  }

  @Test
  void theDocumentWithoutFaultIsValid() {
    List<Issue> warnings = new ArrayList<>();

    Problem problem = read(VALID, ReadOptions.DEFAULT.withWarnings(warnings::add));

    assertThat(warnings).isEmpty();
    assertThat(problem.providers()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void aHarmlessSlipIsAWarning(Fault slip) {
    List<Issue> warnings = new ArrayList<>();

    read(changed(slip.before(), slip.after()), ReadOptions.DEFAULT.withWarnings(warnings::add));

    assertThat(warnings)
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(slip.code());
              assertThat(warning.pointer()).isEqualTo(slip.pointer());
              assertThat(warning.severity()).isEqualTo(Severity.WARNING);
            });
  }

  static Stream<Fault> harmless() {
    return Stream.of(
        new Fault(
            "[\"SINGLE_PARENT\"]",
            "[\"SINGLE_PARENT\", \"SINGLE_PARENT\"]",
            DUPLICATE_VALUE,
            "/policy/tiers/0/marks/1",
            ""),
        new Fault(
            "\"licensedCapacity\": 8,",
            "\"licensedCapacity\": 8, \"excludedFamilies\": [\"Maes\"],",
            UNKNOWN_ID,
            "/providers/1/excludedFamilies/0",
            ""),
        new Fault("0.1}", "0.0}", NO_EFFECT, "/policy/expectedAbsence", ""),
        new Fault(
            "\"requests\": [",
            "\"requests\": [{\"id\": \"q0\", \"familyId\": \"Peeters\", \"reason\": \"JOB\","
                + " \"askedAt\": \"2026-11-30T10:15\", \"urgency\": \"SOON\"},",
            NO_EFFECT,
            "/requests/0",
            ""),
        new Fault(
            "\"asOf\": \"2026-12-01T08:00\"",
            "\"asOf\": \"2026-12-21T08:00\"",
            OUTSIDE_HORIZON,
            "/asOf",
            ""),
        new Fault(
            "\"opening\": {}",
            "\"opening\": {\"week\": [{\"day\": \"FRIDAY\", \"from\": \"08:00\", \"to\":"
                + " \"12:00\"}, {\"day\": \"FRIDAY\", \"from\": \"11:00\", \"to\": \"14:00\"}]}",
            OVERLAP,
            "/providers/2/opening",
            ""));
  }

  @Test
  void allErrorsAreReportedAtOnceWhateverTheOrderOfTheFields() {
    String text =
        changed("\"days\": 14", "\"days\": 0")
            .replace("\"birthDate\": \"2025-01-15\"", "\"birthDate\": \"15/01/2025\"")
            .replace("\"childId\": \"Lars\"", "\"childId\": \"Lara\"")
            .replace("\"licensedCapacity\": 6", "\"licensedCapacity\": -6");

    assertThat(refused(text).issues())
        .extracting(Issue::pointer)
        .containsExactlyInAnyOrder(
            "/days",
            "/providers/2/licensedCapacity",
            "/families/0/children/0/birthDate",
            "/requests/0/sessions/1/childId");
    assertThat(refused(text).errorCount()).isEqualTo(4);
  }

  @Test
  void aMistypedIdMentionedBeforeItsKindIsReportedOnceWithACount() {
    String text =
        "{\"format\": \"plek-problem/1\", \"history\": ["
            + "{\"childId\": \"Nor\", \"providerId\": \"minder\", \"date\": \"2026-11-02\","
            + " \"minutes\": 240}, {\"childId\": \"Nor\", \"providerId\": \"minder\","
            + " \"date\": \"2026-11-03\", \"minutes\": 240}],"
            + VALID.substring(VALID.indexOf("\"id\""), VALID.indexOf("\"history\""))
            + "\"placements\": []}";

    assertThat(refused(text).issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.pointer()).isEqualTo("/history/0/childId");
              assertThat(issue.message()).contains("1 further mention");
              assertThat(issue.hint()).isEqualTo("Maybe Noor is meant.");
            });
  }

  @Test
  void whatStandsInTheDocumentIsClippedInTheAnswer() {
    InvalidDocument refused = refused(changed("\"SOON\"", "\"" + "x".repeat(5000) + "\""));

    assertThat(refused.getMessage()).hasSizeLessThan(600);
  }

  @Test
  void everyCodeHasATest() {
    Set<IssueCode> broken =
        Set.of(IssueCode.NOT_JSON, IssueCode.TRUNCATED, IssueCode.OVER_LIMIT); // BrokenFileTest
    assertThat(Stream.concat(faults(), harmless()).map(Fault::code).distinct())
        .containsAll(Stream.of(IssueCode.values()).filter(c -> !broken.contains(c)).toList());
    assertThatCode(() -> read(VALID, ReadOptions.DEFAULT)).doesNotThrowAnyException();
  }
}
