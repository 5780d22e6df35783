package io.bywash.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
            Map.entry("group", List.of()),
            Map.entry("evidence", List.of("group")),
            Map.entry("terminal", List.of("evidence")),
            Map.entry("gaia", List.of("group", "evidence", "terminal")),
            Map.entry("cluster", List.of("group", "evidence", "terminal", "gaia")),
            Map.entry("cpuse", List.of("group", "evidence", "gaia")),
            Map.entry("procedure", List.of("group", "evidence", "gaia", "cluster", "cpuse")),
            Map.entry("verdict", List.of("group", "evidence")),
            Map.entry("report", List.of("group", "evidence")),
            Map.entry("simulator", List.of("group")),
            Map.entry(
                    "target",
                    List.of("group", "evidence", "terminal", "gaia", "cluster", "cpuse", "procedure", "simulator")));

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
    void only_the_simulator_knows_the_ssh_server() {
        classes()
                .that()
                .resideOutsideOfPackage("io.bywash.simulator")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("org.apache.sshd.."))
                .check(MAIN);
    }
}
