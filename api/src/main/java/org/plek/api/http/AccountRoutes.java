package org.plek.api.http;

import java.util.List;
import java.util.Map;
import org.plek.api.access.Access;
import org.plek.api.access.Account;
import org.plek.api.access.Role;

/** Accounts and their API keys, for administrators. */
final class AccountRoutes {
  private static final String ACCOUNTS = "/api/v1/accounts";
  private static final String ACCOUNT = ACCOUNTS + "/{account}";

  private AccountRoutes() {}

  static List<Route> of(Access access) {
    Role admin = Role.ADMINISTRATOR;
    return List.of(
        Route.get(ACCOUNTS, "accounts", "Accounts by id.", Guard.NONE, admin)
            .asking("after", "limit")
            .does(
                call ->
                    call.page(
                        access.accounts().stream()
                            .sorted(java.util.Comparator.comparing(Account::id))
                            .toList(),
                        Account::id,
                        items -> items)),
        Route.post(
                ACCOUNTS,
                "addAccount",
                "Makes an account; its password is shown once.",
                Guard.NONE,
                admin)
            .withSecret()
            .taking(Bodies.NewAccount.class)
            .giving(Bodies.MadeAccount.class)
            .does(
                call -> {
                  Account account =
                      call.body(Bodies.NewAccount.class).account("u-" + access.hex(8), true, 0);
                  String password = access.add(account);
                  return Reply.of(
                          201, new Bodies.MadeAccount(found(access, account.id()), password))
                      .version(1);
                }),
        Route.get(ACCOUNT, "account", "An account.", Guard.NONE, admin)
            .giving(Account.class)
            .does(call -> shown(found(access, call.path("account")))),
        Route.put(ACCOUNT, "changeAccount", "Changes an account.", Guard.NONE, admin)
            .taking(Bodies.NewAccount.class)
            .giving(Account.class)
            .fromVersion()
            .does(
                call -> {
                  Account there = found(access, call.path("account"));
                  Long version = call.ifMatchNumber();
                  Account after =
                      call.body(Bodies.NewAccount.class)
                          .account(
                              there.id(),
                              there.mustChangePassword(),
                              version == null ? there.version() : version);
                  if (!access.change(after)) {
                    throw new Problem(
                        412, "STALE", "It was changed meanwhile. Maybe read it again.");
                  }
                  return shown(found(access, there.id()));
                }),
        Route.get(ACCOUNT + "/keys", "keys", "API keys of an account.", Guard.NONE, admin)
            .does(
                call ->
                    Reply.of(
                        200,
                        Map.of("items", access.keys(found(access, call.path("account")).id())))),
        Route.post(
                ACCOUNT + "/keys",
                "addKey",
                "Makes an API key; its secret is shown once.",
                Guard.NONE,
                admin)
            .withSecret()
            .taking(Bodies.NewKey.class)
            .giving(Access.Issued.class)
            .does(
                call -> {
                  Bodies.NewKey body = call.body(Bodies.NewKey.class);
                  String note = body.note();
                  return Reply.of(
                      201,
                      access.addKey(
                          found(access, call.path("account")).id(),
                          note == null ? "" : note,
                          body.expiresAt()));
                }),
        Route.delete(ACCOUNT + "/keys/{key}", "endKey", "Ends an API key.", Guard.NONE, admin)
            .does(
                call -> {
                  if (!access.revokeKey(call.path("account"), call.path("key"))) {
                    throw new Problem(404, "NOT_FOUND", "There is no such key.");
                  }
                  return Reply.of(204);
                }));
  }

  private static Reply shown(Account account) {
    return Reply.of(200, account).version(account.version());
  }

  private static Account found(Access access, String id) {
    return access
        .find(id)
        .orElseThrow(() -> new Problem(404, "NOT_FOUND", "There is no such account."));
  }
}
