package io.bywash.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What leaves for a device leaves through the gate, and nobody but a few named classes holds a piece of the way there.
 *
 * <p>Each rule is shown to notice a class that breaks it; those stand in {@code io.bywash.gaia.Bypasses}.
 */
class NoWayRoundTheGateTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.bywash");

    private enum Rule {
        ONLY_A_LINE_TYPES_ON_A_TERMINAL(
                "TypesOnATerminal",
                nobodyBut("gaia.Line", "gaia.LinkedTerminal")
                        .accessTargetWhere(call("terminal\\.\\w*Terminal", "type"))),
        NOT_EVEN_BY_A_REFERENCE_TO_THE_METHOD("LetsAnotherTypeOnATerminal", ONLY_A_LINE_TYPES_ON_A_TERMINAL.rule),
        ONLY_A_CONVERSATION_AND_THE_LIST_ON_TAB_TYPE_ON_A_LINE(
                "TypesOnALine",
                nobodyBut("gaia.Conversation", "gaia.TabList", "gaia.ConsoleLogin")
                        .accessTargetWhere(call("gaia\\.Line", "type"))),
        ONLY_A_SESSION_LOGS_IN_ON_A_CONSOLE(
                "LogsInOnAConsole",
                nobodyBut("gaia.GaiaSession").accessTargetWhere(call("gaia\\.ConsoleLogin", "<init>"))),
        ONLY_THE_CONSOLES_OPEN_A_CONSOLE(
                "OpensAConsole",
                nobodyBut("gaia.LinkedTerminal").accessTargetWhere(call("terminal\\.TcpTerminal", "open"))),
        ONLY_A_SESSION_WHICH_ASKS_THE_GATE_HOLDS_A_CONVERSATION(
                "Converses", nobodyBut("gaia.GaiaSession").accessTargetWhere(call("gaia\\.Conversation", "<init>"))),
        ONLY_THE_MANAGEMENT_ADDRESS_OPENS_A_CONNECTION(
                "OpensAConnection",
                nobodyBut("gaia.ManagementAddress", "gaia.LinkedTerminal", "terminal.SshLink")
                        .accessTargetWhere(call("terminal\\.SshLink", "(?!close)[a-z].*"))),
        ONLY_THE_MANAGEMENT_ADDRESS_BEGINS_A_SESSION(
                "BeginsASession",
                nobodyBut("gaia.ManagementAddress", "gaia.GaiaSession")
                        .accessTargetWhere(call("gaia\\.GaiaSession", "begin|on"))),
        ONLY_A_TARGET_NAMES_A_MANAGEMENT_ADDRESS(
                "NamesAnAddress",
                nobodyBut(
                                "gaia.ManagementAddress",
                                "target.RealTarget",
                                "target.EmbeddedTarget",
                                "target.Target",
                                "target.WayReader",
                                "target.ConsolesReader")
                        .accessTargetWhere(call("gaia\\.ManagementAddress|terminal\\.SshEndpoint", "<init>"))),
        ONLY_THE_EMBEDDED_GROUP_IS_TRUSTED_WITHOUT_KNOWN_HOSTS(
                "TrustsWhomItLikes",
                nobodyBut("target.EmbeddedTarget", "target.Access")
                        .accessTargetWhere(call("terminal\\.HostKeys", "pinned"))),
        NOBODY_TRUSTS_EVERY_HOST(
                "TrustsEverybody",
                nobodyBut()
                        .dependOnClassesThat(
                                nameMatching("net\\.schmizz\\.sshj\\.transport\\.verification\\.Promiscuous.*"))),
        ONLY_PERMITS_MAKES_A_PERMIT(
                "WritesItsOwnPermit",
                nobodyBut("gaia.Permits", "gaia.Permit").accessTargetWhere(call("gaia\\.Permit", "<init>"))),
        ONLY_THE_PROCEDURE_ASKS_FOR_A_PERMIT(
                "AsksForAPermit",
                noClasses()
                        .that(not(resideInAnyPackage("io.bywash.procedure")))
                        .should()
                        .accessTargetWhere(call("gaia\\.Permits", "for[A-Z].*"))),
        ONLY_THE_KNOWN_DIALOGUES_ANSWER_A_QUESTION(
                "AnswersWhatItLikes",
                nobodyBut("gaia.GaiaSession", "gaia.Question", "cluster.ChassisAdmin", "cpuse.InstallDialogue")
                        .accessTargetWhere(call("gaia\\.Question", "<init>|saying|secret"))),
        NOBODY_STARTS_ANOTHER_PROGRAM(
                "StartsAnotherProgram",
                nobodyBut("report.AllureGenerator", "target.EffectiveSshConfig")
                        .accessTargetWhere(target(owner(nameMatching("java\\.lang\\.ProcessBuilder"))))),
        NOBODY_HAS_THE_RUNTIME_START_ANOTHER_PROGRAM(
                "AsksTheRuntime",
                nobodyBut()
                        .accessTargetWhere(target(owner(nameMatching("java\\.lang\\.Runtime")))
                                .and(target(nameMatching("exec"))))),
        ONLY_THE_TERMINAL_AND_THE_SIMULATOR_KNOW_SOCKETS(
                "OpensASocket",
                noClasses()
                        .that(not(resideInAnyPackage("io.bywash.terminal", "io.bywash.simulator")))
                        .should()
                        .dependOnClassesThat(nameMatching(
                                "(?:javax?\\.net|java\\.nio\\.channels)\\..*(?:Socket|URL(?!Encoder)|Http).*")));

        private final String bypass;
        private final ArchRule rule;

        Rule(String bypass, ArchRule rule) {
            this.bypass = bypass;
            this.rule = rule;
        }
    }

    private static ClassesShould nobodyBut(String... named) {
        DescribedPredicate<JavaClass> anybodyElse = DescribedPredicate.describe(
                "anybody else", type -> !Set.of(named).contains(type.getName().replace("io.bywash.", "")));
        return noClasses().that(anybodyElse).should();
    }

    private static DescribedPredicate<JavaAccess<?>> call(String type, String method) {
        return target(owner(nameMatching("io\\.bywash\\.(?:" + type + ")"))).and(target(nameMatching(method)));
    }

    @ParameterizedTest
    @EnumSource
    void it_holds(Rule rule) {
        rule.rule.check(MAIN);
    }

    @ParameterizedTest
    @EnumSource
    void it_notices_who_breaks_it(Rule rule) throws ClassNotFoundException {
        Class<?> bypass = Class.forName("io.bywash.gaia.Bypasses$" + rule.bypass);

        assertThat(rule.rule
                        .evaluate(new ClassFileImporter().importClasses(bypass))
                        .hasViolation())
                .isTrue();
    }
}
