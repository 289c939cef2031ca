package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgedRowTest {

    @Test
    void noTextOfARowHoldsASecret() {
        var rows = JudgedRow.all(
                TestingDevices.rows("""
                        address,version,community,user,authProtocol,authPassphrase,interval
                        127.0.0.2,2c,hush-community,,,,30s
                        127.0.0.3,2c,hush-community,,,,often
                        127.0.0.4,3,,ronda,SHA,hush-passphrase,30s
                        """), draft -> new DeviceKey(draft.address(), draft.port(), "2c", "x"));

        assertThat(rows).hasExactlyElementsOfTypes(JudgedRow.Right.class, JudgedRow.Wrong.class, JudgedRow.Right.class);
        assertThat(rows.toString()).contains("row 2", "row 3", "row 4").doesNotContain("hush");
    }
}
