package org.plek.api.http;

import java.util.Set;
import org.plek.api.access.Account;
import org.plek.api.access.Role;
import org.plek.api.jobs.Agreement;
import org.plek.api.jobs.Requests;

/** Checks the object of a call, not only the role. A call passes when one of its roles passes. */
@FunctionalInterface
interface Guard {
  /** Whether this account in this role may touch the object of the call. */
  boolean permits(Call call, Account account, Role role);

  /** No object beyond the role. */
  Guard NONE = (call, account, role) -> true;

  /** The network of the path. */
  Guard NETWORK = (call, account, role) -> network(call, account, role);

  /** The provider of the path. */
  Guard PROVIDER =
      (call, account, role) ->
          network(call, account, role)
              && (role != Role.PROVIDER || account.providers().contains(call.path("provider")));

  /** The family of the path. */
  Guard FAMILY =
      (call, account, role) ->
          network(call, account, role) && family(call, account, role, call.path("family"));

  /** The request of the path. */
  Guard REQUEST =
      (call, account, role) ->
          network(call, account, role)
              && request(call, account, role, call.requests().find(call.path("request")));

  /** The agreement of the path. */
  Guard AGREEMENT =
      (call, account, role) ->
          network(call, account, role)
              && agreement(call, account, role, call.agreements().find(call.path("agreement")));

  private static boolean network(Call call, Account account, Role role) {
    return role == Role.ADMINISTRATOR || account.networks().contains(call.path("network"));
  }

  /** Whether a family may be touched. */
  static boolean family(Call call, Account account, Role role, String family) {
    return switch (role) {
      case FAMILY -> account.families().contains(family);
      case PLANNER -> {
        call.supply().family(family);
        yield true;
      }
      case BROKER -> {
        String area = call.supply().family(family).value().area();
        yield account.areas().isEmpty() || (area != null && account.areas().contains(area));
      }
      case PROVIDER ->
          account.providers().stream()
              .flatMap(provider -> call.agreements().ofProvider(provider).stream())
              .anyMatch(
                  agreement ->
                      agreement.familyId().equals(family) && agreement.keepsPlacesAt(call.now()));
      default -> false;
    };
  }

  /** Whether a request may be touched. */
  static boolean request(Call call, Account account, Role role, Requests.Filed filed) {
    return role == Role.REFERRER
        ? filed.progress().filedBy().equals(account.id())
        : family(call, account, role, filed.request().familyId());
  }

  /** Whether an agreement may be touched. */
  static boolean agreement(Call call, Account account, Role role, Agreement agreement) {
    return role == Role.PROVIDER
        ? agreement.providers().stream().anyMatch(account.providers()::contains)
        : family(call, account, role, agreement.familyId());
  }

  /** Whether one of the roles of the call passes. */
  static boolean anyRole(Call call, Set<Role> roles, Guard guard) {
    Account account = call.account();
    return roles.stream().filter(account::is).anyMatch(role -> guard.permits(call, account, role));
  }
}
