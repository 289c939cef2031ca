package id.ronda.identity.account;

import id.ronda.identity.AccountDraft;
import id.ronda.identity.FieldReason;
import id.ronda.identity.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an account must be, apart from what only the database knows. */
final class AccountForm {

    private static final int LONGEST_DISPLAY_NAME = 200;

    /** One at sign with something on both sides: whether it exists is only known when a letter was sent. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

    private AccountForm() {}

    static List<FieldReason> faults(AccountDraft draft) {
        List<FieldReason> faults = new ArrayList<>();
        if (!SignInName.isWellFormed(draft.name().strip())) {
            faults.add(new FieldReason("/name", Reason.NAME_FORM));
        }
        if (draft.displayName().isBlank()) {
            faults.add(new FieldReason("/displayName", Reason.REQUIRED));
        }
        if (draft.displayName().length() > LONGEST_DISPLAY_NAME) {
            faults.add(new FieldReason("/displayName", Reason.TOO_LONG));
        }
        if (draft.email() != null && !EMAIL.matcher(draft.email()).matches()) {
            faults.add(new FieldReason("/email", Reason.EMAIL_FORM));
        }
        if (draft.validFrom() != null
                && draft.validUntil() != null
                && !draft.validUntil().isAfter(draft.validFrom())) {
            faults.add(new FieldReason("/validUntil", Reason.PERIOD));
        }
        return faults;
    }

    /** Words that a password of this account must not be made of. */
    static List<String> ownWords(AccountDraft draft) {
        List<String> words = new ArrayList<>(List.of(draft.name(), draft.displayName()));
        if (draft.email() != null) {
            words.add(draft.email());
        }
        return words;
    }
}
