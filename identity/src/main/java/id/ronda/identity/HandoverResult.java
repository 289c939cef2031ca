package id.ronda.identity;

import java.util.List;

/** What came of disabling or moving a person. */
public sealed interface HandoverResult {

    /** Done, with everything handed over. */
    record Done(Account account) implements HandoverResult {}

    /** Nothing was done: these belongings have no decision yet. */
    record Undecided(List<Belonging> belongings) implements HandoverResult {
        public Undecided {
            belongings = List.copyOf(belongings);
        }
    }

    /** Nothing was done: this must not be, or a decision makes no sense; fields are {@code /decisions/0}. */
    record Refused(List<FieldReason> reasons) implements HandoverResult {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** There is no such account. */
    record Unknown() implements HandoverResult {}
}
