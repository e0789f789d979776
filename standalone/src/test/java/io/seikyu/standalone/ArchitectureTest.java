package io.seikyu.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.dunning.planted.LooksAtReviews;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.planted.PlantedPolicy;
import io.seikyu.command.planted.TouchesTheOtherSide;
import io.seikyu.query.planted.SpeaksMongo;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house. Each rule is a constant, and is proven once by a class that was planted to break it. */
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> THAT_DECIDE = describe(
            "aggregates, their states, policies and rules",
            type -> type.getPackageName().startsWith("io.seikyu.command")
                    && (type.getSimpleName().endsWith("Policy")
                            || type.getSimpleName().endsWith("Rule")
                            || type.getSimpleName().endsWith("State")
                            || type.getPackageName().equals("io.seikyu.command.review")
                            || type.getPackageName().equals("io.seikyu.command.decision")
                            || type.getMethods().stream()
                                    .anyMatch(method -> method.isAnnotatedWith(EventSourcingHandler.class))));

    private static final DescribedPredicate<JavaClass> STORES = describe(
            "stores and what wires them",
            type -> type.getSimpleName().endsWith("Store")
                    || type.getSimpleName().endsWith("Configuration")
                    || Stream.of(
                                    "io.seikyu.eventlog.mongo",
                                    "io.seikyu.eventlog.subjectkeys",
                                    "io.seikyu.web.wiring",
                                    "io.seikyu.projection",
                                    "io.seikyu.embedded",
                                    "io.seikyu.benchmarks")
                            .anyMatch(type.getPackageName()::startsWith));

    static final ArchRule COMMAND_SIDE_KNOWS_NO_QUERY_SIDE = noClasses()
            .that()
            .resideInAPackage("io.seikyu.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.seikyu.query..");

    static final ArchRule QUERY_SIDE_KNOWS_NO_COMMAND_SIDE = noClasses()
            .that()
            .resideInAPackage("io.seikyu.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.seikyu.command..");

    static final ArchRule WHAT_DECIDES_IS_FREE_OF_TECHNIQUE = noClasses()
            .that(THAT_DECIDE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..", "com.mongodb..", "tools.jackson..", "com.fasterxml..", "org.slf4j.."));

    static final ArchRule WHAT_DECIDES_ASKS_NO_CLOCK_AND_NO_DICE = noClasses()
            .that(THAT_DECIDE)
            .should()
            .callMethodWhere(describe(
                    "the time or chance is asked for",
                    call -> call.getTargetOwner().isAssignableTo(Clock.class)
                            || call.getTargetOwner().isAssignableTo(Random.class)
                            || call.getTargetOwner().isAssignableTo(ThreadLocalRandom.class)
                            || call.getTarget().getFullName().startsWith(UUID.class.getName() + ".randomUUID")
                            || (call.getTargetOwner().getPackageName().equals("java.time")
                                    && call.getName().equals("now"))
                            || (call.getTargetOwner().isEquivalentTo(System.class)
                                    && (call.getName().equals("currentTimeMillis")
                                            || call.getName().equals("nanoTime")))));

    static final ArchRule ONLY_STORES_SPEAK_MONGO = noClasses()
            .that(DescribedPredicate.not(STORES))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.mongodb.."));

    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("io.seikyu.(**)").should().beFreeOfCycles();

    /** {@code SimulatedDunning} passes over what tells of them. */
    static final ArchRule DUNNING_DOES_NOT_LOOK_AT_REVIEWS = noClasses()
            .that()
            .resideInAPackage("io.seikyu.command.dunning..")
            .should()
            .callMethod(CustomerAccount.class, "ledger")
            .orShould()
            .callMethod(InvoiceState.class, "coverage")
            .orShould()
            .callMethod(InvoiceState.class, "autoIssue");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.seikyu");

    @TestFactory
    Stream<DynamicTest> theWallsStand() {
        return Stream.of(
                        COMMAND_SIDE_KNOWS_NO_QUERY_SIDE,
                        QUERY_SIDE_KNOWS_NO_COMMAND_SIDE,
                        WHAT_DECIDES_IS_FREE_OF_TECHNIQUE,
                        WHAT_DECIDES_ASKS_NO_CLOCK_AND_NO_DICE,
                        ONLY_STORES_SPEAK_MONGO,
                        DUNNING_DOES_NOT_LOOK_AT_REVIEWS,
                        PACKAGES_ARE_FREE_OF_CYCLES)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
    }

    @Test
    void aPlantedViolationOfEachRuleIsFound() {
        assertThat(broken(COMMAND_SIDE_KNOWS_NO_QUERY_SIDE, TouchesTheOtherSide.class, SpeaksMongo.class))
                .isTrue();
        assertThat(broken(QUERY_SIDE_KNOWS_NO_COMMAND_SIDE, SpeaksMongo.class, TouchesTheOtherSide.class))
                .isTrue();
        assertThat(broken(WHAT_DECIDES_IS_FREE_OF_TECHNIQUE, PlantedPolicy.class))
                .isTrue();
        assertThat(broken(WHAT_DECIDES_ASKS_NO_CLOCK_AND_NO_DICE, PlantedPolicy.class))
                .isTrue();
        assertThat(broken(ONLY_STORES_SPEAK_MONGO, SpeaksMongo.class)).isTrue();
        assertThat(broken(DUNNING_DOES_NOT_LOOK_AT_REVIEWS, LooksAtReviews.class))
                .isTrue();
        assertThat(broken(PACKAGES_ARE_FREE_OF_CYCLES, SpeaksMongo.class, TouchesTheOtherSide.class))
                .isTrue();
    }

    private static boolean broken(ArchRule rule, Class<?>... planted) {
        return rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation();
    }
}
