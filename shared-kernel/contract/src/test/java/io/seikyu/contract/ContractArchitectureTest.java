package io.seikyu.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.planted.AsksTheClock;
import io.seikyu.contract.planted.LeansOnALibrary;
import io.seikyu.contract.planted.egg.Egg;
import io.seikyu.contract.planted.hen.Hen;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContractArchitectureTest {
    static final ArchRule DEPENDS_ON_THE_JDK_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "io.seikyu.contract..");

    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("io.seikyu.(**)").should().beFreeOfCycles();

    /** But for the one class that turns a clock into a day, for those outside who have one. */
    static final ArchRule ASKS_NO_CLOCK_AND_ROLLS_NO_DICE = noClasses()
            .that()
            .doNotBelongToAnyOf(BusinessDay.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class);

    private static final JavaClasses CONTRACT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.seikyu.contract");

    @Test
    void theContractDependsOnTheJdkAlone() {
        DEPENDS_ON_THE_JDK_ALONE.check(CONTRACT);
        assertFails(DEPENDS_ON_THE_JDK_ALONE, LeansOnALibrary.class);
    }

    @Test
    void itsPackagesAreFreeOfCycles() {
        PACKAGES_ARE_FREE_OF_CYCLES.check(CONTRACT);
        assertFails(PACKAGES_ARE_FREE_OF_CYCLES, Hen.class, Egg.class);
    }

    @Test
    void timeAndChanceComeFromOutside() {
        ASKS_NO_CLOCK_AND_ROLLS_NO_DICE.check(CONTRACT);
        assertFails(ASKS_NO_CLOCK_AND_ROLLS_NO_DICE, AsksTheClock.class);
    }

    private static void assertFails(ArchRule rule, Class<?>... planted) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation())
                .as("%s notices a planted violation", rule.getDescription())
                .isTrue();
    }
}
