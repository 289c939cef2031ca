package id.ronda.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** Where the product touches the world: each technology has its place, and stays there. */
final class EdgeRules {

    private static final String[] SQL = {
        "java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer.hikari..", "org.postgresql..", "org.flywaydb.."
    };

    private static final Pattern STORE =
            Pattern.compile("(Store|View|Rows|Vault|Desk|KeyCheck|Migrations|Outbox|AuditTrail)(\\$.*)?$");

    private EdgeRules() {}

    static ArchRule sqlInStores(String root) {
        return noClasses()
                .that(not(isStore()
                        .or(resideInAnyPackage(
                                root + ".kernel.database..",
                                root + ".kernel.outbox..",
                                root + ".*.store..",
                                root + ".testkit.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SQL)
                .because(
                        "a decision that can reach the database cannot be tested without one, and the event loop must never"
                                + " meet JDBC; stores and views are where SQL is read");
    }

    static ArchRule snmpAtTheSocket(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".collector.snmp..", root + ".simulator..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.snmp4j..").and(not(resideInAPackage("org.snmp4j.smi.."))))
                .because("the library that speaks SNMP can be replaced as long as one package knows it");
    }

    static ArchRule snmpValuesInTheCollector(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".collector..", root + ".simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snmp4j.smi..")
                .because("OIDs and variables are words of the collector; other modules hear readings and facts");
    }

    /** NetUtil is left out: it holds nothing, and Java has no reader of addresses that surely resolves no name. */
    static ArchRule nettyAtTheSockets(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".collector.snmp..", root + ".kernel.http..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.netty..").and(not(name("io.netty.util.NetUtil"))))
                .because("buffers that are counted by hand leak where people do not expect them");
    }

    static ArchRule processInApp(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".app..")
                .should()
                .callMethodWhere(describe(
                        "ends the process or reads its environment",
                        call -> isOneOf(call, System.class, "exit", "getenv")
                                || isOneOf(call, Runtime.class, "exit", "halt")))
                .orShould()
                .accessFieldWhere(
                        describe("prints to the console", access -> isOneOf(access, System.class, "out", "err")))
                .because(
                        "configuration comes in as parameters, stdout carries only the answer of a command, and a module that"
                                + " ends the process cannot be stopped cleanly or tested");
    }

    private static boolean isOneOf(JavaAccess<?> access, Class<?> owner, String... names) {
        return access.getTargetOwner().isEquivalentTo(owner) && List.of(names).contains(access.getName());
    }

    private static DescribedPredicate<JavaClass> isStore() {
        return describe(
                "a store or a view", type -> STORE.matcher(type.getName()).find());
    }
}
