package id.ronda.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.AccountDraft;
import id.ronda.identity.FieldReason;
import id.ronda.identity.Language;
import id.ronda.identity.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFormTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");

    private static AccountDraft draft(String name, String displayName, @Nullable String email) {
        return new AccountDraft(name, displayName, email, null, Language.ID, null, null);
    }

    @Test
    void whatIsRight_hasNoFault() {
        assertThat(AccountForm.faults(draft("siti.aminah", "Siti Aminah", "siti@dinkes.example")))
                .isEmpty();
        assertThat(AccountForm.faults(draft("siti.aminah", "Siti Aminah", null)))
                .isEmpty();
    }

    @Test
    void everyFault_isNamedAtOnce() {
        assertThat(AccountForm.faults(draft("s a", " ", "siti")))
                .containsExactly(
                        new FieldReason("/name", Reason.NAME_FORM),
                        new FieldReason("/displayName", Reason.REQUIRED),
                        new FieldReason("/email", Reason.EMAIL_FORM));
        assertThat(AccountForm.faults(draft("siti", "x".repeat(201), null)))
                .containsExactly(new FieldReason("/displayName", Reason.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "siti@", "@dinkes", "si ti@dinkes", "siti@din@kes", "siti\n@dinkes"})
    void addressesThatReachNobody_areRefused(String email) {
        assertThat(AccountForm.faults(draft("siti", "Siti", email)))
                .containsExactly(new FieldReason("/email", Reason.EMAIL_FORM));
    }

    @Test
    void aTimeThatEndsBeforeItBegins_isRefused() {
        var never = new AccountDraft("auditor", "Auditor", null, null, Language.ID, JANUARY, JANUARY);
        var always = new AccountDraft("auditor", "Auditor", null, null, Language.ID, JANUARY, JANUARY.plusSeconds(1));

        assertThat(AccountForm.faults(never)).containsExactly(new FieldReason("/validUntil", Reason.PERIOD));
        assertThat(AccountForm.faults(always)).isEmpty();
    }
}
