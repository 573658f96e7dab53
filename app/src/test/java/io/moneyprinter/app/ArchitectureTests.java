package io.moneyprinter.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTests {

    private static final String ROOT = "io.moneyprinter.";
    private static final List<String> SERVICES =
            List.of("gateway", "users", "content", "tts", "video", "materials", "orchestration", "notifications");

    @Test
    void seesTheWholeProduct() {
        var packages = new TreeSet<String>();
        ProductClasses.ALL.forEach(type -> packages.add(type.getPackageName()));

        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(packages).anyMatch(name -> name.startsWith(ROOT + service)));
    }

    @Test
    void keepsServicesApart() {
        for (var service : SERVICES) {
            var others = SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(ROOT + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
    }

    @Test
    void keepsThePlatformFreeOfServices() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "problem..",
                        ROOT + "timeline..",
                        ROOT + "ffmpeg..",
                        ROOT + "onnx..",
                        ROOT + "drawing..",
                        ROOT + "sound..",
                        ROOT + "service..",
                        ROOT + "s3..",
                        ROOT + "contracts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        SERVICES.stream().map(service -> ROOT + service + "..").toArray(String[]::new)));
    }

    @Test
    void letsTheTimelineKnowTheJdkOnly() {
        check(classes()
                .that()
                .resideInAPackage(ROOT + "timeline..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + "timeline..", "java..", "org.jspecify.."));
    }

    @Test
    void letsSoundKnowTheJdkOnly() {
        check(classes()
                .that()
                .resideInAPackage(ROOT + "sound..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + "sound..", "java..", "org.jspecify.."));
    }

    @Test
    void letsContractsSayNothingButShapes() {
        check(classes()
                .that()
                .resideInAPackage(ROOT + "contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "contracts..",
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..",
                        "jakarta.validation..",
                        "org.springframework.web.bind.annotation..",
                        "org.springframework.web.service.annotation.."));
    }

    @Test
    void startsProcessesInOnePlace() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "ffmpeg..", ROOT + "service.database..", ROOT + "bench..", ROOT + "testing..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ProcessBuilder.class.getName()));
    }

    @Test
    void keepsTheWorkflowEngineBehindOrchestration() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "orchestration..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.dbos.."));
    }

    @Test
    void speaksToBucketsInOnePlace() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "s3..", ROOT + "testing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.."));
    }

    @Test
    void readsForeignPicturesInOnePlace() {
        check(noClasses().should().callMethod("javax.imageio.ImageIO", "read", "java.io.File"));
        check(noClasses().should().callMethod("javax.imageio.ImageIO", "read", "java.io.InputStream"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Service", "Manager", "Helper", "Util", "Utils", "Impl", "Dto"})
    void namesTypesForWhatTheyAre(String suffix) {
        check(noClasses()
                .that(resideInAPackage("io.moneyprinter.."))
                .should()
                .haveSimpleNameEndingWith(suffix)
                .as("no type is called …" + suffix));
    }

    @Test
    void injectsThroughConstructors() {
        check(fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value"));
    }

    @Test
    void writesToStandardStreamsFromTheCommandLineOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "app..", ROOT + "testing..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void marksEveryPackageForNullness() throws ClassNotFoundException {
        var packages = new TreeSet<String>();
        ProductClasses.ALL.forEach(type -> packages.add(type.getPackageName()));

        for (var name : packages) {
            assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void hasNoCyclesBetweenFeatures() {
        for (var service : SERVICES) {
            check(slices().matching(ROOT + service + ".(*)..").should().beFreeOfCycles());
        }
    }

    @Test
    void endsConfigurationRecordsInProperties() {
        check(classes()
                .that()
                .areAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
                .should()
                .beRecords()
                .andShould(
                        com.tngtech.archunit.lang.conditions.ArchConditions.have(DescribedPredicate.<JavaClass>describe(
                                "a name ending in Properties", simpleNameEndingWith("Properties")))));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(ProductClasses.ALL);
    }
}
