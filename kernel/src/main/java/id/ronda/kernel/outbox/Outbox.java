package id.ronda.kernel.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where facts are written, in the transaction of the state they speak of. */
public final class Outbox {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Writes a fact that is true if, and only if, this transaction commits; after the commit the readers look. */
    public void append(Handle handle, Fact fact) {
        handle.createUpdate("insert into kernel.outbox (type, fact) values (:type, :fact::jsonb)")
                .bind("type", FactNames.of(fact.getClass()))
                .bind("fact", FactNames.json(fact))
                .execute();
        handle.afterCommit(this::lookAgain);
    }

    /** The same for many facts, in their order and in one batch. */
    public void appendAll(Handle handle, List<? extends Fact> facts) {
        PreparedBatch batch =
                handle.prepareBatch("insert into kernel.outbox (type, fact) values (:type, :fact::jsonb)");
        facts.forEach(fact -> batch.bind("type", FactNames.of(fact.getClass()))
                .bind("fact", FactNames.json(fact))
                .add());
        batch.execute();
        handle.afterCommit(this::lookAgain);
    }

    /** Tells the readers that there may be something new. Losing this signal costs time, never a fact. */
    public void lookAgain() {
        listeners.forEach(Runnable::run);
    }

    void onSignal(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
