package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ObjectTreeTest {
    private static final Oid ROOT = Oid.of("1.3.6.1.4.1");

    @Property(tries = 200)
    void nextIsTheFirstBehindTheName(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 20_000) Integer> arcs,
            @ForAll @IntRange(max = 20_001) int asked) {
        TreeSet<Integer> sorted = new TreeSet<>(arcs);
        ObjectTree tree = tree(sorted);
        Integer expected = sorted.higher(asked);
        int next = tree.next(ROOT.child(asked));
        assertThat(next == ObjectTree.NONE ? null : tree.oid(next))
                .isEqualTo(expected == null ? null : ROOT.child(expected));
    }

    @Property(tries = 100)
    void walkMeetsEveryObjectOnce(@ForAll @Size(max = 80) List<@IntRange Integer> arcs) {
        ObjectTree tree = tree(new TreeSet<>(arcs));
        int steps = 0;
        for (int at = tree.next(ROOT); at != ObjectTree.NONE; at = tree.next(tree.oid(at))) {
            assertThat(at).isEqualTo(steps++);
        }
        assertThat(steps).isEqualTo(tree.size());
    }

    @Property(tries = 100)
    void findKnowsExactlyTheObjectsThereAre(
            @ForAll @Size(max = 60) List<@IntRange(max = 300) Integer> arcs, @ForAll @IntRange(max = 300) int asked) {
        TreeSet<Integer> sorted = new TreeSet<>(arcs);
        int found = tree(sorted).find(ROOT.child(asked));
        assertThat(found)
                .isEqualTo(sorted.contains(asked) ? sorted.headSet(asked).size() : ObjectTree.NONE);
    }

    @Test
    void theLastOfTwoWithOneNameWins() {
        ObjectTree tree = ObjectTree.builder()
                .integer("1.3.6.1.2.1.1.7.0", 1)
                .integer("1.3.6.1.2.1.1.7.0", 72)
                .build();
        assertThat(tree.size()).isEqualTo(1);
        assertThat(((ServedValue.Constant) tree.value(0)).number()).isEqualTo(72);
    }

    @Test
    void valuesMoveWhileNamesStay() {
        ObjectTree moved = tree(new TreeSet<>(List.of(1, 2))).withValuesAt(new int[] {1, 0});
        assertThat(moved.oid(0)).isEqualTo(ROOT.child(1));
        assertThat(((ServedValue.Constant) moved.value(0)).number()).isEqualTo(2);
    }

    private static ObjectTree tree(Set<Integer> arcs) {
        ObjectTree.Builder builder = ObjectTree.builder();
        arcs.forEach(arc -> builder.put(ROOT.child(arc), ServedValue.number(Syntax.INTEGER, arc)));
        return builder.build();
    }
}
