package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes as proc(5) shows them: 10, and its child 11. */
class ProcessCostTest {

    @TempDir
    private Path proc;

    private ProcessCost cost;

    @BeforeEach
    void machine() throws IOException {
        process(10, "1", "100 50 30 20", 4096);
        process(11, "10", "7 3 0 0", 1024);
        Files.createDirectory(proc.resolve("sys"));
        cost = new ProcessCost(proc);
    }

    private void process(int pid, String parent, String ticks, int pssKib) throws IOException {
        var folder = Files.createDirectory(proc.resolve(Integer.toString(pid)));
        Files.writeString(
                folder.resolve("stat"),
                pid + " (post (gres) 1) S " + parent + " 1 1 0 -1 0 0 0 0 0 " + ticks + " 20 0 1\n");
        Files.writeString(
                folder.resolve("smaps_rollup"), "00-ff ---p\nRss: 9999 kB\nPss:  " + pssKib + " kB\nPss_Anon: 5 kB\n");
    }

    @Test
    void cpuOfOneProcess_leavesItsChildrenOut() {
        assertThat(cost.cpuSeconds(10)).hasValue(1.5);
    }

    @Test
    void cpuWithChildren_holdsThoseThatRunAndThoseThatEnded() {
        assertThat(cost.cpuSecondsWithChildren(10)).hasValue(2.1);
    }

    @Test
    void resident_isTheProportionalShare() {
        assertThat(cost.residentBytes(11)).hasValue(1 << 20);
        assertThat(cost.residentBytesWithChildren(10)).hasValue(5 << 20);
    }

    @Test
    void parent_isTheProcessThatStartedIt() {
        assertThat(cost.parent(11)).hasValue(10);
    }

    @Test
    void processThatIsGone_costsNothingKnown() {
        assertThat(cost.cpuSeconds(12)).isEmpty();
        assertThat(cost.cpuSecondsWithChildren(12)).isEmpty();
        assertThat(cost.residentBytesWithChildren(12)).isEmpty();
    }

    @Test
    void thisProcess_costsSomething() {
        var here = ProcessCost.ofThisMachine();
        long pid = ProcessHandle.current().pid();

        assertThat(here.cpuSeconds(pid).orElse(0)).isPositive();
        assertThat(here.residentBytes(pid).orElse(0)).isGreaterThan(10 << 20);
    }
}
