package org.plek.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plek.api.access.Role;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the description × every role × own and other object. Who is not meant is
 * refused with 401 or 403 and nothing else; who is meant is not. Every call is in the audit.
 */
class AccessMatrixTest {
  private static final Set<String> NOT_ABOUT_ANYBODY =
      Set.of("live", "ready", "metrics", "description");

  /** Bodies of calls whose permission hangs on what the body is about. */
  private static final Map<String, String> BODIES =
      Map.of(
          "addFamily",
              "{'id':'%family','area':'%area','home':{'latitude':1,'longitude':1},'children':[]}",
          "changeFamily",
              "{'id':'%family','area':'%area','home':{'latitude':1,'longitude':1},'children':[]}",
          "fileRequest", "{'consent':true,'request':{'familyId':'%family'}}",
          "startRun", "{'seconds':0}",
          "recommendThought", "{'request':{'familyId':'%family'}}",
          "hold", "{'requestId':'%request','stays':[]}",
          "checkHold", "{'requestId':'%request','stays':[]}");

  /** Operations on the network as a whole: another object is another network. */
  private static final Set<String> BODY_DECIDES =
      Set.of("addFamily", "fileRequest", "hold", "checkHold", "recommendThought");

  @TempDir Path folder;

  private record Objects(
      String network, String provider, String family, String request, String agreement) {
    String fill(String text) {
      return text.replace("{network}", network)
          .replace("{provider}", provider)
          .replace("{family}", family)
          .replace("{request}", request)
          .replace("{agreement}", agreement)
          .replace("%area", family.substring(2))
          .replace("%family", family)
          .replace("%request", request)
          .replace("{account}", "u-nobody")
          .replace("{key}", "k")
          .replace("{run}", "run-none")
          .replace("{subject}", "s")
          .replace("{date}", "2026-03-03");
    }
  }

  @Test
  void everybody_may_do_what_the_description_says_on_the_own_object_and_nothing_else()
      throws Exception {
    try (TestDesk desk = new TestDesk(folder)) {
      Objects own = objects(desk, "own", "els");
      Objects other = objects(desk, "other", "ina");
      Objects elsewhere =
          new Objects("village", own.provider(), own.family(), own.request(), own.agreement());
      for (Role role : Role.values()) {
        desk.account(
            role.name(), role, Set.of("town"), Set.of("own"), Set.of("els"), Set.of("f-own"));
      }
      JsonNode description = HttpDesk.JSON.readTree(MetaRoutes.description());
      int checked = 0;
      List<String> wrong = new ArrayList<>();
      for (var path : description.path("paths").properties()) {
        for (var operation : path.getValue().properties()) {
          String method = operation.getKey().toUpperCase(Locale.ROOT);
          JsonNode facts = operation.getValue();
          String name = facts.path("operationId").asString();
          if (name.equals("signIn") || name.equals("signOut") || NOT_ABOUT_ANYBODY.contains(name)) {
            continue;
          }
          Set<String> roles = new HashSet<>();
          facts.path("x-roles").forEach(role -> roles.add(role.asString()));
          String pattern = path.getKey();
          checked += expect(desk, wrong, null, name, method, pattern, own, false);
          for (Role role : Role.values()) {
            boolean meant = roles.isEmpty() || roles.contains(role.name());
            checked += expect(desk, wrong, role, name, method, pattern, own, meant);
            checked +=
                expect(
                    desk,
                    wrong,
                    role,
                    name,
                    method,
                    pattern,
                    other,
                    meant && mayOther(role, name, pattern));
            if (pattern.contains("{network}")) {
              checked +=
                  expect(
                      desk,
                      wrong,
                      role,
                      name,
                      method,
                      pattern,
                      elsewhere,
                      meant && role == Role.ADMINISTRATOR);
            }
          }
        }
      }
      assertThat(wrong).isEmpty();
      assertThat(checked).isGreaterThan(1000);
      System.out.println("AccessMatrixTest: " + checked + " calls");
    }
  }

  /** A family with a request, filed by the referrer for the own one, and a held place. */
  private static Objects objects(TestDesk desk, String name, String provider) {
    desk.town.childminder(provider, 3, "");
    String family = "f-" + name;
    desk.town
        .supply()
        .putFamily(
            org.plek.api.jobs.Town.json(
                "{'id':'"
                    + family
                    + "','home':{'latitude':52.37,'longitude':4.9},'area':'"
                    + name
                    + "','children':[{'id':'"
                    + family
                    + "-child','birthDate':'2024-02-01'}]}"),
            0,
            org.plek.api.jobs.Town.ANN);
    String request = "r-" + name;
    String from = "2026-03-03T09:00";
    String to = "2026-03-03T12:00";
    var by =
        new org.plek.api.jobs.By(
            name.equals("own") ? "u-REFERRER" : "u-else", org.plek.api.jobs.How.PORTAL);
    desk.town.requestBy(by, request, family, from, to);
    var agreement =
        desk.town.hold(request, org.plek.api.jobs.Town.stay(request + "/1", provider, from, to));
    return new Objects("town", provider, family, request, agreement.id());
  }

  /** Who may touch objects that are not the own ones: those whose work is the whole network. */
  private static boolean mayOther(Role role, String name, String pattern) {
    boolean aboutFamily =
        pattern.contains("{family}")
            || pattern.contains("{request}")
            || pattern.contains("{agreement}")
            || BODY_DECIDES.contains(name);
    boolean aboutProvider = pattern.contains("{provider}");
    return switch (role) {
      case FAMILY, REFERRER ->
          !aboutFamily || (role == Role.REFERRER && BODY_DECIDES.contains(name));
      case BROKER -> !aboutFamily;
      case PROVIDER -> !aboutFamily && (!aboutProvider || name.equals("provider"));
      default -> true;
    };
  }

  private static int expect(
      TestDesk desk,
      List<String> wrong,
      @org.jspecify.annotations.Nullable Role role,
      String name,
      String method,
      String pattern,
      Objects objects,
      boolean allowed)
      throws Exception {
    String path = objects.fill(pattern);
    String body =
        method.equals("GET") || method.equals("DELETE")
            ? null
            : objects.fill(BODIES.getOrDefault(name, "{}"));
    long before = desk.audited();
    int status = desk.call(role == null ? null : role.name(), method, path, body).status();
    boolean refused = status == 401 || status == 403;
    if (refused == allowed || status >= 500) {
      wrong.add(
          role
              + " "
              + method
              + " "
              + path
              + " gave "
              + status
              + (allowed ? ", is meant" : ", is not meant"));
    }
    if (desk.audited() != before + 1) {
      wrong.add(
          method + " " + path + " by " + role + " left " + (desk.audited() - before) + " entries");
    }
    return 1;
  }
}
