package io.bywash.procedure;

import io.bywash.group.ChassisId;
import io.bywash.group.SgmId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What may become of each field of the Security Group in a stage.
 *
 * <p>The tables have a row for a field. The columns are the stages; for an SGM, parts 3 and 5 have one for the chassis that
 * is installed and one for the chassis beside it, and part 4 has one for each chassis. What stands in no row is unclassed.
 */
final class SnapshotRules {
    /** The sum over the SGMs of the Active chassis. */
    static final String CARRIED = "connections of the chassis that carries";

    private static final String OF_THE_GROUP = """
            field                                   | part 1     | part 2     | part 3     | part 4     | part 5
            release on the status screen            | equal      | equal      | equal      | equal      | equal
            build on the status screen              | equal      | equal      | of the SMO | of the SMO | of the SMO
            policy                                  | equal      | equal      | equal      | equal      | equal
            synchronised                            | equal      | equal      | again      | alone      | again
            role of A                               | equal      | equal      | standby    | takes over | equal
            role of B                               | equal      | equal      | equal      | goes down  | standby
            connections of the chassis that carries | traffic    | traffic    | traffic    | traffic    | traffic
            interfaces                              | no wording | no wording | no wording | no wording | no wording
            connections                             | no wording | no wording | no wording | no wording | no wording
            """;

    private static final String OF_AN_SGM = """
            field             | part 1    | part 2    | installed   | beside    | 4 on A    | 4 on B
            release           | equal     | equal     | equal       | equal     | equal     | equal
            build             | equal     | equal     | any build   | equal     | equal     | equal
            take by installer | equal     | equal     | the listed  | equal     | equal     | equal
            take by cpinfo    | equal     | equal     | the take    | equal     | equal     | equal
            state             | equal     | equal     | comes up    | equal     | equal     | is held
            booted            | no reboot | no reboot | reboot      | no reboot | no reboot | no reboot
            image cloning     | equal     | off       | equal       | equal     | equal     | equal
            the package       | there     | equal     | sorted anew | equal     | equal     | equal
            other package     | equal     | equal     | sorted anew | equal     | equal     | equal
            interface         | equal     | equal     | links again | equal     | equal     | links down
            interfaces        | equal     | equal     | equal       | equal     | equal     | equal
            connections       | spread    | spread    | spread      | spread    | spread    | spread
            """;

    /** By how much the clock of an SGM may be set while a stage lasts (I); a reboot shows as more. */
    private static final Duration CLOCK_IS_SET = Duration.ofMinutes(5);

    /** An SGM that is held down says one of these (REFERENCE 4, D). */
    private static final List<String> HELD = List.of("DOWN", "DOWN (admin)", "DOWN(admin)");

    private static final String PACKAGE = "package ";
    static final String INTERFACE = "interface ";

    private final Stage stage;
    private final ChassisId chassisA;
    private final Wanted wanted;
    private final Map<String, FieldRule> rules;
    private final Map<String, List<String>> ofTheGroup = table(OF_THE_GROUP);
    private final Map<String, List<String>> ofAnSgm = table(OF_AN_SGM);

    /**
     * What the run brings to the tables.
     *
     * @param take as the SGMs tell it
     * @param listed what stands for it where packages are listed; something else than the take where they are not
     * @param isPackage whether a name is one under which an SGM shows the package
     * @param upWords the words of an SGM that carries
     * @param cloningOff what an SGM says when its image cloning is off
     */
    record Wanted(String take, String listed, Predicate<String> isPackage, List<String> upWords, String cloningOff) {}

    SnapshotRules(Stage stage, ChassisId chassisA, Wanted wanted) {
        this.stage = stage;
        this.chassisA = chassisA;
        this.wanted = wanted;
        this.rules = Map.ofEntries(
                Map.entry("equal", FieldRule.EQUAL),
                Map.entry("traffic", FieldRule.fall(50, "traffic comes and goes; below that, connections were lost")),
                Map.entry("spread", FieldRule.ignored("SGMs share them anew all the time; their sum is compared")),
                Map.entry("no wording", FieldRule.ignored("the dialect or the device has no command for it")),
                Map.entry("of the SMO", FieldRule.ignored("the SMO moves; the build of each SGM is compared")),
                Map.entry("any build", FieldRule.ignored("a hotfix may bring a build of its own")),
                Map.entry("sorted anew", FieldRule.ignored("CPUSE sorts its packages anew when it installs")),
                Map.entry("alone", FieldRule.ignored("a chassis that is down has nobody to be synchronised with")),
                Map.entry("links down", FieldRule.ignored("a chassis that is set down may take its links down, I")),
                Map.entry("again", FieldRule.equalOr("on", "a chassis that comes back is synchronised")),
                Map.entry("links again", FieldRule.equalOr("up", "its chassis may have been down before")),
                Map.entry("standby", FieldRule.be(List.of("STANDBY"), "the chassis comes back as Standby")),
                Map.entry("takes over", FieldRule.change(Optional.of("ACTIVE"), "the fail-over")),
                Map.entry("goes down", FieldRule.change(Optional.of("DOWN"), "the fail-over")),
                Map.entry("is held", FieldRule.be(HELD, "its chassis is set down")),
                Map.entry("comes up", FieldRule.be(wanted.upWords(), "its chassis is set up again")),
                Map.entry("the take", FieldRule.change(Optional.of(wanted.take()), "the hotfix is installed")),
                Map.entry(
                        "the listed",
                        wanted.listed().equals(wanted.take())
                                ? FieldRule.change(Optional.of(wanted.take()), "the hotfix is installed")
                                : FieldRule.EQUAL),
                Map.entry("reboot", FieldRule.laterMoment(CLOCK_IS_SET, "the installation reboots it")),
                Map.entry("no reboot", FieldRule.sameMoment(CLOCK_IS_SET, "it does not reboot; a clock may be set")),
                Map.entry("off", FieldRule.be(List.of(wanted.cloningOff()), "this stage switches it off")),
                Map.entry("there", FieldRule.beThere("this stage imports it")));
    }

    /** The rule of a field by its name. */
    FieldRule of(String field) {
        FieldName name = FieldName.parse(field);
        Optional<String> cell = name.sgm()
                .map(sgm -> cell(ofAnSgm, row(name.what()), column(sgm)))
                .orElseGet(() -> cell(ofTheGroup, role(field), stage.ordinal()));
        return cell.map(rules::get).orElse(FieldRule.UNCLASSED);
    }

    private static Optional<String> cell(Map<String, List<String>> table, String row, int column) {
        return Optional.ofNullable(table.get(row)).map(cells -> cells.get(column));
    }

    private String role(String field) {
        return field.equals("role of " + chassisA)
                ? "role of A"
                : field.equals("role of " + chassisA.other()) ? "role of B" : field;
    }

    private String row(String what) {
        if (what.startsWith(PACKAGE)) {
            return wanted.isPackage().test(what.substring(PACKAGE.length())) ? "the package" : "other package";
        }
        return what.startsWith(INTERFACE) ? "interface" : what;
    }

    private int column(SgmId sgm) {
        boolean onA = sgm.chassis() == chassisA;
        return switch (stage) {
            case PRELIMINARY -> 0;
            case IMAGE_CLONING -> 1;
            case CHASSIS_A -> onA ? 2 : 3;
            case CHASSIS_B -> onA ? 3 : 2;
            case FAILOVER -> onA ? 4 : 5;
        };
    }

    /** The cells of each row behind its name. */
    private static Map<String, List<String>> table(String text) {
        return text.lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .collect(Collectors.toMap(
                        cells -> cells.get(0),
                        cells -> cells.subList(1, cells.size()),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
