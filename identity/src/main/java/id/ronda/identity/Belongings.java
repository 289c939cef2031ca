package id.ronda.identity;

import id.ronda.kernel.database.Work;
import java.util.List;

/**
 * One kind of things that can be in a person's name; every module that has such things hands one in. The works run inside
 * the transaction that disables or moves the person, so that all is handed over or nothing.
 */
public interface Belongings {

    /** The kind, as in {@link Belonging#kind()}. */
    String kind();

    /** Everything of this kind in that name. */
    Work<List<Belonging>> of(AccountId owner);

    /** Gives one to another owner; the number of things given. */
    Work<Integer> give(Belonging what, AccountId to);

    /** Ends one; the number of things ended. */
    Work<Integer> end(Belonging what);
}
