package id.ronda.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the audit trail remembers it: not a reference but the name as it is now, for people leave and are renamed.
 * Texts are cut to what a trail needs and cleaned of control characters, so that no header can break a transaction.
 *
 * @param id the stable id of the person or service; null where there is none
 * @param name what people call the actor
 */
public record Actor(Kind kind, @Nullable String id, String name, Origin from) {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_NAME = 200;

    /** What kind of somebody. */
    public enum Kind {
        /** A human who signed in. */
        PERSON,
        /** A script with a token of its own. */
        SERVICE,
        /** Ronda itself. */
        SYSTEM,
        /** Somebody who has not shown who it is. */
        ANONYMOUS,
        /** Whoever sits at the server's console. */
        CONSOLE;

        /** As the database knows it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that code. */
        public static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * From where somebody acts.
     *
     * @param address of the network, without a port
     * @param session id of the session or token, never the secret itself
     * @param agent the program that was used; shortened
     */
    public record Origin(
            @Nullable String address,
            @Nullable String session,
            @Nullable String agent) {

        /** From inside. */
        public static final Origin NONE = new Origin(null, null, null);

        private static final int LONGEST = 120;

        public Origin {
            address = AuditText.cleanOrNull(address, LONGEST);
            session = AuditText.cleanOrNull(session, LONGEST);
            agent = AuditText.cleanOrNull(agent, LONGEST);
        }
    }

    public Actor {
        id = AuditText.cleanOrNull(id, LONGEST_ID);
        name = AuditText.clean(name, LONGEST_NAME);
    }

    /** A human who signed in. */
    public static Actor person(String id, String name, Origin from) {
        return new Actor(Kind.PERSON, id, name, from);
    }

    /** A script with a token of its own. */
    public static Actor service(String id, String name, Origin from) {
        return new Actor(Kind.SERVICE, id, name, from);
    }

    /** Ronda itself. */
    public static Actor system() {
        return system("system");
    }

    /** A part of Ronda, such as the watch over a file. */
    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, null, part, Origin.NONE);
    }

    /** Somebody who has not shown who it is. */
    public static Actor anonymous(Origin from) {
        return new Actor(Kind.ANONYMOUS, null, "anonymous", from);
    }

    /**
     * Whoever sits at the server's console.
     *
     * @param login the account of the operating system
     */
    public static Actor console(String login) {
        return new Actor(Kind.CONSOLE, login, login, Origin.NONE);
    }
}
