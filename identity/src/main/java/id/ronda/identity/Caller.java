package id.ronda.identity;

import org.jspecify.annotations.Nullable;

/** Who asks, and what he may. Made anew for every request from a session or a token, in one query; it never changes. */
public sealed interface Caller {

    /** Nobody has signed in. */
    static Caller nobody() {
        return new Anonymous();
    }

    /** What the trail calls him. */
    String name();

    /** What he may. */
    Grants grants();

    /** He as the audit trail remembers him, as far as it can be told without the request that he makes. */
    default Actor actor() {
        return switch (this) {
            case Person person -> Actor.person(person.account().toString(), person.name(), Actor.Origin.NONE);
            case Service service -> Actor.service(service.name(), service.name(), Actor.Origin.NONE);
            case Anonymous nobody -> Actor.anonymous(Actor.Origin.NONE);
        };
    }

    /** Whether he has the right for anything at all; a list is then cut to {@link #scope(Right)}. */
    default boolean can(Right right) {
        return grants().give(right);
    }

    /** Whether he has the right for things of that unit; null: of no unit, which takes the scope of everything. */
    default boolean can(Right right, @Nullable UnitId unit) {
        return grants().give(right, unit);
    }

    /** Whether he has the right for things of that unit with that classification. */
    default boolean can(Right right, @Nullable UnitId unit, Classification label) {
        return grants().give(right, unit, label);
    }

    /** Whether things of that unit are shown to him at all. */
    default boolean sees(@Nullable UnitId unit) {
        return grants().scope().covers(unit);
    }

    /** Of which units he sees anything. */
    default Scope scope() {
        return grants().scope();
    }

    /** For things of which units he has the right. */
    default Scope scope(Right right) {
        return grants().scope(right);
    }

    /**
     * A person with an account.
     *
     * @param unit where he works
     * @param mustChangePassword he may nothing but that: his grants are then empty
     */
    record Person(
            AccountId account,
            String name,
            String displayName,
            Language language,
            @Nullable UnitId unit,
            Credential by,
            boolean mustChangePassword,
            Grants grants)
            implements Caller {

        public Person {
            grants = mustChangePassword ? Grants.NONE : grants;
        }

        /** Whether he is there himself: a token that was lost must neither make others nor lock its owner out. */
        public boolean isPresent() {
            return by instanceof Credential.OfSession;
        }
    }

    /**
     * A program.
     *
     * @param owner who answers for it; null for the server's own
     */
    record Service(String name, @Nullable AccountId owner, Credential by, Grants grants) implements Caller {

        /** Who is at the server itself: its console, its token file. All rights. */
        public static Service ofServer(String name) {
            return new Service(name, null, new Credential.OfServer(), Grants.ALL);
        }
    }

    /** Nobody known. */
    record Anonymous() implements Caller {
        @Override
        public String name() {
            return "anonymous";
        }

        @Override
        public Grants grants() {
            return Grants.NONE;
        }
    }
}
