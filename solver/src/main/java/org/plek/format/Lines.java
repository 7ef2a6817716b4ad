package org.plek.format;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Breaks lines between the fields of a document and between the elements of its lists, and nowhere
 * deeper: one provider, family or placement per line, good for comparing files.
 */
final class Lines implements PrettyPrinter {
  private int depth;
  private boolean listAtTop;

  private void newLine(JsonGenerator json) {
    json.writeRaw('\n');
    for (int i = 0; i < depth; i++) {
      json.writeRaw("  ");
    }
  }

  private boolean breaksHere() {
    return depth == 1 || (depth == 2 && listAtTop);
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) {
    json.writeRaw('{');
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    if (depth == 1) {
      newLine(json);
    }
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator json) {
    json.writeRaw(depth == 1 ? ": " : ":");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    json.writeRaw(',');
    if (depth == 1) {
      newLine(json);
    }
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) {
    depth--;
    if (depth == 0 && entries > 0) {
      newLine(json);
    }
    json.writeRaw('}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) {
    json.writeRaw('[');
    depth++;
    if (depth == 2) {
      listAtTop = true;
    }
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    if (breaksHere()) {
      newLine(json);
    }
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(',');
    if (breaksHere()) {
      newLine(json);
    }
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) {
    depth--;
    if (depth == 1) {
      if (values > 0) {
        newLine(json);
      }
      listAtTop = false;
    }
    json.writeRaw(']');
  }
}
