package org.plek.api.http;

import org.plek.api.access.Role;
import org.plek.api.jobs.Archive;

/** The names behind the pseudonym of a family or provider. */
final class NameRoutes {
  private NameRoutes() {}

  static Route read(String path, String kind, Guard guard, Role... roles) {
    return Route.get(
            path + "/names",
            kind + "Names",
            "Names behind the pseudonym of a " + kind + ".",
            guard,
            roles)
        .giving(Archive.Names.class)
        .does(call -> shown(names(call, kind)));
  }

  static Route change(String path, String kind, Guard guard, Role... roles) {
    return Route.put(
            path + "/names",
            "change" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "Names",
            "Keeps the names behind the pseudonym of a " + kind + ".",
            guard,
            roles)
        .taking(Bodies.NamesBody.class)
        .giving(Archive.Names.class)
        .fromVersion()
        .does(call -> shown(changed(call, kind)));
  }

  private static Archive.Names names(Call call, String kind) {
    Archive archive = call.desk().archive();
    return kind.equals("family")
        ? archive.familyNames(call.path("network"), call.path(kind))
        : archive.providerNames(call.path("network"), call.path(kind));
  }

  private static Archive.Names changed(Call call, String kind) {
    Long version = call.ifMatchNumber();
    Archive.Names wanted =
        new Archive.Names(
            call.body(Bodies.NamesBody.class).fields(),
            version == null ? names(call, kind).version() : version);
    Archive archive = call.desk().archive();
    return kind.equals("family")
        ? archive.putFamilyNames(call.path("network"), call.path(kind), wanted)
        : archive.putProviderNames(call.path("network"), call.path(kind), wanted);
  }

  private static Reply shown(Archive.Names names) {
    return Reply.of(200, names).version(names.version());
  }
}
