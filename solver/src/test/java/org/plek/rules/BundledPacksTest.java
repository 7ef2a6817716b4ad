package org.plek.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledPacksTest {
  record Case(RulePack pack, Provision provision, Provision.WorkedExample example) {
    @Override
    public String toString() {
      return provision.id() + " " + example.facts() + " -> " + example.expected();
    }
  }

  static Stream<Provision> provisions() {
    return RulePacks.bundled().ids().stream()
        .flatMap(id -> RulePacks.bundled().pack(id).provisions().stream());
  }

  static Stream<Case> examples() {
    return RulePacks.bundled().ids().stream()
        .map(RulePacks.bundled()::pack)
        .flatMap(
            pack ->
                pack.provisions().stream()
                    .flatMap(
                        provision ->
                            provision.examples().stream()
                                .map(example -> new Case(pack, provision, example))));
  }

  @ParameterizedTest
  @MethodSource("provisions")
  void every_provision_says_where_it_stands_who_says_so_and_since_when(Provision provision) {
    assertThat(provision.article()).isNotBlank();
    assertThat(provision.source()).isNotBlank();
    assertThat(provision.confidence()).isIn("[2]", "[1]", "[!]", "[U]");
    assertThat(provision.from()).isNotNull();
    assertThat(provision.examples()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void every_worked_example_comes_out(Case worked) {
    Provision.WorkedExample example = worked.example();
    Integer caregivers = example.caregivers();
    CaseAnswer answer =
        worked
            .pack()
            .answer(
                LegalCase.of(
                    example.care(),
                    example.ages(),
                    caregivers == null ? "" : caregivers.toString(),
                    example.facts()));
    assertThat(answer.like(example.expected())).isEqualTo(example.expected());
  }

  @Test
  void every_kind_of_clause_is_used_by_a_pack_or_named_in_the_recipe() {
    Set<String> used = new TreeSet<>();
    provisions().forEach(provision -> used.add(provision.clause().getClass().getSimpleName()));
    assertThat(used).containsExactlyInAnyOrderElementsOf(kinds());
  }

  @Test
  void an_unknown_pack_names_the_known_ones() {
    assertThatThrownBy(() -> RulePacks.bundled().pack("XX"))
        .hasMessageContaining("\"XX\"")
        .hasMessageContaining("EN, FR, NL, VL");
  }

  @Test
  void a_date_before_the_law_on_file_is_refused() {
    assertThatThrownBy(() -> Law.daycare("NL", "2001-01-01", Law.PLAIN))
        .hasMessageContaining("2001-01-01")
        .hasMessageContaining("2012-01-01");
  }

  static List<String> kinds() {
    List<String> names = new ArrayList<>();
    List<Class<?>> open = new ArrayList<>(List.of(Clause.class));
    while (!open.isEmpty()) {
      Class<?> next = open.removeLast();
      if (next.isRecord()) {
        names.add(next.getSimpleName());
      } else {
        open.addAll(Arrays.asList(next.getPermittedSubclasses()));
      }
    }
    return names;
  }
}
