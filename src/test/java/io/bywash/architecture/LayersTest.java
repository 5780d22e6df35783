package io.bywash.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the architecture page: what each package may use. */
class LayersTest {
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            entry("group", List.of()),
            entry("evidence", List.of("group")),
            entry("custody", List.of("group", "evidence")),
            entry("terminal", List.of("evidence")),
            entry("gaia", List.of("group", "evidence", "terminal")),
            entry("cluster", List.of("group", "evidence", "terminal", "gaia")),
            entry("cpuse", List.of("group", "evidence", "gaia")),
            entry("procedure", List.of("group", "evidence", "gaia", "cluster", "cpuse")),
            entry("verdict", List.of("group", "evidence")),
            entry("report", List.of("group", "evidence", "custody")),
            entry("simulator", List.of("group")),
            entry("recording", List.of("evidence", "terminal", "cluster", "cpuse", "target")),
            entry(
                    "target",
                    List.of(
                            "group",
                            "evidence",
                            "custody",
                            "terminal",
                            "gaia",
                            "cluster",
                            "cpuse",
                            "procedure",
                            "simulator")));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.bywash");

    @Test
    void each_package_uses_only_what_the_architecture_page_allows() {
        new TreeMap<>(MAY_USE).forEach((name, allowed) -> {
            String[] packages = Stream.concat(Stream.of(name), allowed.stream())
                    .map(used -> "io.bywash." + used)
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage("io.bywash." + name))
                    .should()
                    .dependOnClassesThat(resideInAPackage("io.bywash..").and(resideOutsideOfPackages(packages)))
                    .allowEmptyShould(true)
                    .check(MAIN);
        });
    }

    @Test
    void there_are_no_other_packages() {
        assertThat(MAIN.stream()
                        .map(type -> type.getPackageName().replace("io.bywash.", ""))
                        .collect(Collectors.toSet()))
                .isSubsetOf(MAY_USE.keySet());
    }

    /** So that it runs as one file, on a machine that has a JDK and nothing of this product. */
    @Test
    void the_check_of_a_run_needs_the_jdk_alone() {
        classes()
                .that()
                .haveNameMatching("io\\.bywash\\.custody\\.Check(\\$.*)?")
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage("java..").or(nameMatching("io\\.bywash\\.custody\\.Check(\\$.*)?")))
                .check(MAIN);
    }

    @Test
    void only_terminal_knows_sshj() {
        classes()
                .that()
                .resideOutsideOfPackage("io.bywash.terminal")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("net.schmizz..", "com.hierynomus.."))
                .check(MAIN);
    }

    @Test
    void only_what_is_logged_in_to_knows_the_ssh_server() {
        classes()
                .that()
                .resideOutsideOfPackages("io.bywash.simulator", "io.bywash.recording")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("org.apache.sshd.."))
                .check(MAIN);
    }

    /** Or a run that is gone through again would come to something else (decision 0011). */
    @Test
    void only_the_history_reads_a_clock() {
        noClasses()
                .that(resideInAnyPackage(
                        "io.bywash.gaia", "io.bywash.cluster", "io.bywash.cpuse", "io.bywash.procedure"))
                .should()
                .callMethodWhere(target(owner(type(System.class)))
                        .and(target(nameMatching("nanoTime|currentTimeMillis")))
                        .or(target(nameMatching("now|instant|systemUTC"))
                                .and(target(owner(resideInAPackage("java.time..")))))
                        .or(target(owner(type(Math.class))).and(target(nameMatching("random")))))
                .check(MAIN);
    }

    @Test
    void only_the_report_knows_the_drawing_libraries() {
        classes()
                .that()
                .resideOutsideOfPackage("io.bywash.report")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("org.jfree..", "org.apache.batik..", "java.awt.."))
                .check(MAIN);
    }
}
