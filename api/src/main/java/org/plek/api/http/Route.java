package org.plek.api.http;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plek.api.access.Role;

/**
 * One route.
 *
 * @param method HTTP method
 * @param path path with parameters in braces
 * @param name name of the operation
 * @param summary one English sentence
 * @param roles who may call it; empty for anybody who is signed in
 * @param open whether it may be called without signing in
 * @param object what has to be checked besides the role
 * @param body record of the body, absent if it takes none
 * @param answer record of the answer, absent if it gives none
 * @param query names of the parameters of the query
 * @param secret whether the answer holds a secret, so that it is never kept
 * @param ifMatch whether it needs the version that the change is based on
 * @param status status when all went well
 * @param work the work
 */
record Route(
    String method,
    String path,
    String name,
    String summary,
    Set<Role> roles,
    boolean open,
    Guard object,
    @Nullable Class<?> body,
    @Nullable Class<?> answer,
    List<String> query,
    boolean secret,
    boolean ifMatch,
    int status,
    Work work) {

  /** The work of a route. */
  @FunctionalInterface
  interface Work {
    Reply answer(Call call) throws Exception;
  }

  static Route get(String path, String name, String summary, Guard object, Role... roles) {
    return new Route(
        "GET",
        path,
        name,
        summary,
        Set.of(roles),
        false,
        object,
        null,
        null,
        List.of(),
        false,
        false,
        200,
        call -> Reply.of(200));
  }

  static Route post(String path, String name, String summary, Guard object, Role... roles) {
    return get(path, name, summary, object, roles).as("POST", 201);
  }

  static Route put(String path, String name, String summary, Guard object, Role... roles) {
    return get(path, name, summary, object, roles).as("PUT", 200);
  }

  static Route delete(String path, String name, String summary, Guard object, Role... roles) {
    return get(path, name, summary, object, roles).as("DELETE", 204);
  }

  Route as(String newMethod, int newStatus) {
    return new Route(
        newMethod, path, name, summary, roles, open, object, body, answer, query, secret, ifMatch,
        newStatus, work);
  }

  /** A verb on something that is there. */
  Route verb() {
    return as("POST", 200);
  }

  Route taking(Class<?> newBody) {
    return new Route(
        method, path, name, summary, roles, open, object, newBody, answer, query, secret, ifMatch,
        status, work);
  }

  Route giving(Class<?> newAnswer) {
    return new Route(
        method, path, name, summary, roles, open, object, body, newAnswer, query, secret, ifMatch,
        status, work);
  }

  Route asking(String... parameters) {
    return new Route(
        method,
        path,
        name,
        summary,
        roles,
        open,
        object,
        body,
        answer,
        List.of(parameters),
        secret,
        ifMatch,
        status,
        work);
  }

  Route toAnybody() {
    return new Route(
        method, path, name, summary, roles, true, object, body, answer, query, secret, ifMatch,
        status, work);
  }

  Route withSecret() {
    return new Route(
        method, path, name, summary, roles, open, object, body, answer, query, true, ifMatch,
        status, work);
  }

  Route fromVersion() {
    return new Route(
        method, path, name, summary, roles, open, object, body, answer, query, secret, true, status,
        work);
  }

  Route does(Work newWork) {
    return new Route(
        method, path, name, summary, roles, open, object, body, answer, query, secret, ifMatch,
        status, newWork);
  }
}
