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

    /** He as the audit trail remembers him. */
    default Actor actor() {
        return switch (this) {
            case Person person -> Actor.person(person.account().toString(), person.name(), person.from());
            case Service service -> {
                String id = service.owner() == null
                        ? service.name()
                        : service.owner().toString();
                yield Actor.service(id, service.name(), service.from());
            }
            case Anonymous nobody -> Actor.anonymous(Actor.Origin.NONE);
        };
    }

    /** The same one, who is known to ask from there. */
    default Caller from(Actor.Origin origin) {
        return switch (this) {
            case Person p ->
                new Person(
                        p.account(),
                        p.name(),
                        p.displayName(),
                        p.language(),
                        p.unit(),
                        p.by(),
                        p.mustChangePassword(),
                        p.grants(),
                        origin);
            case Service s -> new Service(s.name(), s.owner(), s.by(), s.grants(), origin);
            case Anonymous nobody -> nobody;
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
     * @param from where he asks from, for the trail
     */
    record Person(
            AccountId account,
            String name,
            String displayName,
            Language language,
            @Nullable UnitId unit,
            Credential by,
            boolean mustChangePassword,
            Grants grants,
            Actor.Origin from)
            implements Caller {

        public Person {
            grants = mustChangePassword ? Grants.NONE : grants;
        }

        /** A person of whom it is not known where he asks from. */
        public Person(
                AccountId account,
                String name,
                String displayName,
                Language language,
                @Nullable UnitId unit,
                Credential by,
                boolean mustChangePassword,
                Grants grants) {
            this(account, name, displayName, language, unit, by, mustChangePassword, grants, Actor.Origin.NONE);
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
     * @param from where it asks from, for the trail
     */
    record Service(String name, @Nullable AccountId owner, Credential by, Grants grants, Actor.Origin from)
            implements Caller {

        /** A program of which it is not known where it asks from. */
        public Service(String name, @Nullable AccountId owner, Credential by, Grants grants) {
            this(name, owner, by, grants, Actor.Origin.NONE);
        }

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
