package org.plek.format;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** True or false. */
final class Flag extends Shape<Boolean> {
  static final Flag SHAPE = new Flag();

  private Flag() {}

  @Override
  @Nullable Boolean read(Reading in) {
    JsonToken token = in.json.currentToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      in.wrongType(expected());
      return null;
    }
    return token == JsonToken.VALUE_TRUE;
  }

  @Override
  void write(Writing out, Boolean value) {
    out.json().writeBoolean(value);
  }

  @Override
  String expected() {
    return "true or false";
  }
}
