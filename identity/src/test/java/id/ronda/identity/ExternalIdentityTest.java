package id.ronda.identity;

import static id.ronda.identity.TestingIdentity.CONSOLE;
import static id.ronda.identity.TestingIdentity.await;
import static id.ronda.identity.TestingIdentity.done;
import static id.ronda.identity.TestingIdentity.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.database.Lane;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalIdentityTest {

    private static final ExternalIdentity WHO = new ExternalIdentity("https://sso.example.test", "a1b2");

    private TestingIdentity identity;
    private ExternalIdentities links;

    @BeforeEach
    void start(@TempDir Path folder) {
        identity = new TestingIdentity(folder);
        links = identity.module.externalIdentities();
    }

    @AfterEach
    void stop() {
        identity.close();
    }

    @Test
    void link_standsInTheTrail_withWhoMadeIt() {
        AccountId budi = identity.account("budi");

        done(links.link(CONSOLE, budi, WHO));
        done(links.link(CONSOLE, budi, WHO));
        done(links.unlink(CONSOLE, budi));

        var filter = new AuditFilter(null, "external-identity", null, null, null, null, null);
        var entries = identity.postgres
                .database()
                .run(Lane.EDITS, handle -> identity.module.trail().page(handle, filter, 10, null))
                .items();
        assertThat(entries).extracting(AuditEntry::action).containsExactly(AuditAction.DELETED, AuditAction.CREATED);
        assertThat(entries.getLast().actor().name()).isEqualTo("console");
        assertThat(entries.getLast().objectId()).isEqualTo(budi.toString());
        assertThat(String.valueOf(entries.getLast().after())).contains(WHO.issuer(), WHO.subject());
    }

    @Test
    void personElsewhere_hasOneAccount_andAnAccountOnePerson() {
        AccountId budi = identity.account("budi");
        AccountId siti = identity.account("siti");
        done(links.link(CONSOLE, budi, WHO));

        assertThat(reasons(links.link(CONSOLE, siti, WHO))).containsExactly(Reason.NAME_TAKEN);

        var other = new ExternalIdentity(WHO.issuer(), "c3d4");
        var in = identity.enter("budi");
        done(links.link(CONSOLE, budi, other));
        assertThat(await(links.find(budi))).contains(other);
        assertThat(await(identity.module.sessions().caller(in.session())))
                .as("what the link before may have opened has ended")
                .isEqualTo(Caller.nobody());
        done(links.link(CONSOLE, siti, WHO));
    }

    @Test
    void whoMayLess_linksNobodyWhoMayMore() {
        identity.give(identity.account("tu"), "admin-sistem", null);
        var clerk = identity.person(identity.enter("tu").session());
        AccountId admin = identity.account("kepala");
        identity.give(admin, "admin", null);
        AccountId budi = identity.account("budi");

        assertThat(reasons(links.link(clerk, admin, WHO))).containsExactly(Reason.BEYOND_OWN_RIGHTS);
        done(links.link(clerk, budi, WHO));
        done(links.link(CONSOLE, admin, new ExternalIdentity(WHO.issuer(), "boss")));
        assertThat(reasons(links.unlink(clerk, admin))).containsExactly(Reason.BEYOND_OWN_RIGHTS);
    }

    @Test
    void whatCannotBe_isSaid() {
        AccountId budi = identity.account("budi");

        assertThat(reasons(links.link(CONSOLE, budi, new ExternalIdentity(" ", "x".repeat(256)))))
                .containsExactly(Reason.REQUIRED, Reason.TOO_LONG);
        assertThat(await(links.link(CONSOLE, new AccountId(999_999), WHO))).isInstanceOf(Change.Unknown.class);
        assertThat(await(links.unlink(CONSOLE, budi))).isInstanceOf(Change.Unknown.class);
        assertThat(await(links.find(budi))).isEmpty();
    }
}
