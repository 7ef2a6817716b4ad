package org.plek.api.summary;

import java.util.List;

/** An accessible table: a caption, headers with a scope, numbers to the right. */
final class HtmlTable {
  private final String caption;
  private final String[] heads;
  private final StringBuilder rows = new StringBuilder();
  private List<Cell> firstRow = List.of();

  HtmlTable(String caption, String... heads) {
    this.caption = caption;
    this.heads = heads;
  }

  void row(String head, List<Cell> cells) {
    if (rows.isEmpty()) {
      firstRow = cells;
    }
    rows.append("<tr><th scope=\"row\">").append(escape(head)).append("</th>");
    for (Cell cell : cells) {
      rows.append("<td class=\"").append(cell.style()).append("\">");
      rows.append(cell.html()).append("</td>");
    }
    rows.append("</tr>\n");
  }

  @Override
  public String toString() {
    StringBuilder html = new StringBuilder(rows.length() + 512);
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(escape(caption))
        .append("\">\n<table><caption>")
        .append(escape(caption))
        .append("</caption>\n<thead><tr>");
    for (int column = 0; column < heads.length; column++) {
      boolean right = column > 0 && column <= firstRow.size() && firstRow.get(column - 1).right();
      html.append(right ? "<th scope=\"col\" class=\"right\">" : "<th scope=\"col\">")
          .append(escape(heads[column]))
          .append("</th>");
    }
    return html.append("</tr></thead>\n<tbody>\n")
        .append(rows)
        .append("</tbody></table></div>\n")
        .toString();
  }

  /**
   * A cell.
   *
   * @param style class names
   * @param html content, escaped already
   */
  record Cell(String style, String html) {
    boolean right() {
      return style.equals("number") || style.startsWith("heat");
    }

    static Cell text(String text) {
      return new Cell("text", escape(text));
    }

    static Cell number(String number) {
      return new Cell("number", escape(number));
    }

    /** A bar of 0 to 100 percent; the number stands beside it, so the bar itself is decoration. */
    static Cell bar(double percent) {
      return new Cell(
          "bar",
          "<span class=\"track\" aria-hidden=\"true\"><span style=\"width:"
              + Math.round(Math.clamp(percent, 0, 100))
              + "%\"></span></span>");
    }

    /** A share in colour and number; above 100 it is marked besides. */
    static Cell heat(double percent, String title) {
      int step = percent > 100.05 ? 11 : (int) Math.clamp(Math.ceil(percent / 10), 0, 10);
      return new Cell(
          "heat h" + step,
          "<span title=\"" + escape(title) + "\">" + Math.round(percent) + "</span>");
    }

    static Cell closed() {
      return new Cell("heat closed", "<span title=\"closed\">–</span>");
    }
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
