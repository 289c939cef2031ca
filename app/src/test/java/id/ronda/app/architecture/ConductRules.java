package id.ronda.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** Habits that every class keeps, wherever it lives. */
final class ConductRules {

    private ConductRules() {}

    static ArchRule oneLoggingApi() {
        // ArchUnit's ready rule for this sees only a logger that is assigned to a field.
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("SLF4J is the one way into the log: what goes another way is missing when it is needed");
    }

    static ArchRule nobodySleeps() {
        return noClasses()
                .should()
                .callMethodWhere(describe(
                        "sleeps",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
                .because(
                        "a thread that sleeps cannot be stopped cleanly nor tested with another clock; timers wait for us");
    }

    static ArchRule namesSaySomething() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Processor|Info)(\\$.*)?")
                .because(
                        "such a name fits everything, so everything ends up in it; the field has a word for what it does");
    }

    static ArchRule exceptionsHaveAName() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because(
                "an exception's type is what a caller decides by, and what a counter counts");
    }
}
