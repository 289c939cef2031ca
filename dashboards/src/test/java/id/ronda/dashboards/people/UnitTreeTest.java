package id.ronda.dashboards.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitTreeTest {

    private static final Unit SETDA = unit(1, "Sekretariat Daerah", null);
    private static final Unit GENERAL = unit(2, "Bagian Umum", 1L);
    private static final Unit HOUSE = unit(3, "Sub Bagian Rumah Tangga", 2L);
    private static final Unit HEALTH = unit(4, "Dinas Kesehatan", null);
    private static final List<Unit> ALL = List.of(SETDA, GENERAL, HOUSE, HEALTH);

    private static Unit unit(long id, String name, @Nullable Long parent) {
        return new Unit(
                new UnitId(id), new UnitDraft(name, "dinas", parent == null ? null : new UnitId(parent), List.of()), 1);
    }

    private static List<String> labels(List<UnitChoice> choices) {
        return choices.stream()
                .map(choice -> choice.depth() + " " + choice.name() + (choice.chosen() ? " *" : ""))
                .toList();
    }

    @Test
    void forest_putsEachBelowItsParent() {
        var forest = UnitNode.forest(ALL);

        assertThat(forest).extracting(UnitNode::unit).containsExactly(SETDA, HEALTH);
        assertThat(forest).extracting(UnitNode::size).containsExactly(3, 1);
        assertThat(forest.getFirst().below().getFirst().below())
                .extracting(UnitNode::unit)
                .containsExactly(HOUSE);
    }

    @Test
    void forest_ofAPartBeginsWhereTheReaderBegins() {
        assertThat(UnitNode.forest(List.of(GENERAL, HOUSE)))
                .extracting(UnitNode::unit)
                .containsExactly(GENERAL);
        assertThat(UnitNode.forest(List.of())).isEmpty();
    }

    @Test
    void choices_leaveOutTheUnitItself_andAllBelowIt() {
        var forest = UnitNode.forest(ALL);

        assertThat(labels(UnitChoice.parents(forest, GENERAL.id(), SETDA.id(), id -> true)))
                .containsExactly("0 Sekretariat Daerah *", "0 Dinas Kesehatan");
        assertThat(labels(UnitChoice.parents(forest, null, null, id -> true)))
                .containsExactly(
                        "0 Sekretariat Daerah", "1 Bagian Umum", "2 Sub Bagian Rumah Tangga", "0 Dinas Kesehatan");
    }

    @Test
    void choices_keepWhereItStands_alsoWhereNothingFits() {
        var choices = UnitChoice.parents(UnitNode.forest(ALL), HOUSE.id(), GENERAL.id(), HEALTH.id()::equals);

        assertThat(labels(choices)).containsExactly("1 Bagian Umum *", "0 Dinas Kesehatan");
        assertThat(choices.getFirst().label()).endsWith("Bagian Umum").startsWith("\u00A0");
    }
}
