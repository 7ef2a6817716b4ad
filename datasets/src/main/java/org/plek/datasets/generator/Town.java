package org.plek.datasets.generator;

import java.util.List;
import org.plek.domain.Point;

/**
 * A real town around which invented providers and families are placed. Prices are modelled, set
 * near those that the sources of the project name (euro or pound cents an hour).
 *
 * @param code first letters of the ids
 * @param name its name
 * @param rulePack the law there
 * @param language language spoken most
 * @param centre its centre
 */
public record Town(String code, String name, String rulePack, String language, Point centre) {
  /**
   * Towns of one time zone in Flanders, the Netherlands and France, and one zone west in England.
   */
  public static final List<Town> ALL =
      List.of(
          new Town("MEC", "Mechelen", "VL", "nl", new Point(51.0281, 4.4803)),
          new Town("BRE", "Breda", "NL", "nl", new Point(51.5883, 4.7759)),
          new Town("LIL", "Lille", "FR", "fr", new Point(50.6366, 3.0633)),
          new Town("LEU", "Leuven", "VL", "nl", new Point(50.8795, 4.7005)),
          new Town("EIN", "Eindhoven", "NL", "nl", new Point(51.4408, 5.4778)),
          new Town("BOU", "Saint-Martin-Boulogne", "FR", "fr", new Point(50.7270, 1.6314)),
          new Town("GEN", "Gent", "VL", "nl", new Point(51.0538, 3.7250)),
          new Town("AME", "Amersfoort", "NL", "nl", new Point(52.1561, 5.3878)),
          new Town("ARR", "Arras", "FR", "fr", new Point(50.2910, 2.7775)),
          new Town("ANT", "Antwerpen", "VL", "nl", new Point(51.2194, 4.4025)),
          new Town("UTR", "Utrecht", "NL", "nl", new Point(52.0907, 5.1214)),
          new Town("AMI", "Amiens", "FR", "fr", new Point(49.8941, 2.2958)),
          new Town("BRI", "Brighton", "EN", "en", new Point(50.8225, -0.1372)),
          new Town("GRA", "Gravesend", "EN", "en", new Point(51.4415, 0.3685)),
          new Town("MAI", "Maidstone", "EN", "en", new Point(51.2720, 0.5292)),
          new Town("CAN", "Canterbury", "EN", "en", new Point(51.2802, 1.0789)));

  /** Places of a childminder: the most the law allows alone (VL 8, NL 6, EN 6, FR 4). */
  int childminderPlaces() {
    return switch (rulePack) {
      case "VL" -> 8;
      case "FR" -> 4;
      default -> 6;
    };
  }

  int daycareCents() {
    return switch (rulePack) {
      case "NL" -> 1084;
      case "EN" -> 720;
      case "FR" -> 320;
      default -> 480;
    };
  }

  int childminderCents() {
    return switch (rulePack) {
      case "NL" -> 627;
      case "EN" -> 600;
      case "FR" -> 450;
      default -> 430;
    };
  }

  int carerCents() {
    return switch (rulePack) {
      case "NL" -> 1471;
      case "EN" -> 1400;
      case "FR" -> 1450;
      default -> 1300;
    };
  }
}
