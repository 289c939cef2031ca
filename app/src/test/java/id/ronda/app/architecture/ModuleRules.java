package id.ronda.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import org.jspecify.annotations.NullMarked;

/** How modules and packages may know each other. */
final class ModuleRules {

    private ModuleRules() {}

    static ArchRule callToTheLeft(String root) {
        return classes()
                .should(keepEveryDependency(
                        "call only modules to their left",
                        root,
                        (dependency, modules) -> modules.from().mayCall(modules.to())))
                .because(
                        "calls go to the left and facts to the right; what the left needs from the right it declares as an"
                                + " interface of its own, and app hands it in");
    }

    static ArchRule showOnePackage(String root) {
        return classes()
                .should(keepEveryDependency(
                        "see only the face of another module",
                        root,
                        (dependency, modules) -> modules.from() == modules.to()
                                || modules.to().showsItsRooms()
                                || dependency
                                        .getTargetClass()
                                        .getPackageName()
                                        .equals(modules.to().face(root))))
                .because(
                        "a module can be changed inside when nobody looks inside; only the kernel shows a package a pipe");
    }

    /** A module's root package both shows its face and puts its rooms together, so it is left out. */
    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*).(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle are one package: none of them can be understood or tested alone");
    }

    static ArchRule nullMarked() {
        return classes()
                .should(new ArchCondition<JavaClass>("live in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getName() + " lives in a package without @NullMarked"));
                    }
                })
                .because("NullAway reads only marked packages: an unmarked one is a hole in the wall that nobody sees");
    }

    private record Modules(HouseModule from, HouseModule to) {}

    private static ArchCondition<JavaClass> keepEveryDependency(
            String description, String root, BiPredicate<Dependency, Modules> allowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf()
                        .forEach(dependency -> HouseModule.of(type, root)
                                .flatMap(from -> HouseModule.of(dependency.getTargetClass(), root)
                                        .map(to -> new Modules(from, to)))
                                .ifPresent(modules -> events.add(new SimpleConditionEvent(
                                        type, allowed.test(dependency, modules), dependency.getDescription()))));
            }
        };
    }
}
