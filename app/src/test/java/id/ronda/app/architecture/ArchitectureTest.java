package id.ronda.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> product_keepsTheRule() {
        return HouseRules.under(ProductClasses.ROOT).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(ProductClasses.SCANNED)));
    }

    @Test
    void scan_sawEveryClassOfTheClassPath() {
        assertThat(ProductClasses.SCANNED)
                .extracting(JavaClass::getName)
                .containsExactlyInAnyOrderElementsOf(ProductClasses.onTheClassPath());
    }

    @Test
    void scan_sawEveryModule() {
        assertThat(Arrays.stream(HouseModule.values()))
                .allSatisfy(module -> assertThat(ProductClasses.SCANNED)
                        .as("classes of " + module)
                        .anyMatch(type ->
                                HouseModule.of(type, ProductClasses.ROOT).equals(Optional.of(module))));
    }

    @Test
    void everyClass_belongsToAModule() {
        assertThat(ProductClasses.SCANNED)
                .allMatch(type -> HouseModule.of(type, ProductClasses.ROOT).isPresent());
    }
}
