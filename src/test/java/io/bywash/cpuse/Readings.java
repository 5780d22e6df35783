package io.bywash.cpuse;

import io.bywash.cluster.GroupReadings;
import io.bywash.evidence.NotProven;
import io.bywash.gaia.Prompt;
import io.bywash.gaia.Refusals;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What everything that reads screens makes of one. */
final class Readings {
    private Readings() {}

    private static Map<String, Function<String, Object>> all() {
        Map<String, Function<String, Object>> all = new TreeMap<>(GroupReadings.all());
        all.put("table", UpdateTable::allIn);
        all.put("packages", PackageList::read);
        all.put("packages here", text -> PackageList.entries(text.lines().toList()));
        all.put(
                "take by the installer",
                text -> Proof.byInstaller(PackageList.entries(text.lines().toList())));
        all.put("take by cpinfo", text -> Proof.byCpinfo("it", text.lines().toList()));
        all.put("numbers", NumberedList::read);
        all.put("standing", PackageStanding::read);
        all.put("refusal", Refusals::in);
        all.put(
                "prompts",
                text -> text.lines().flatMap(line -> Prompt.read(line).stream()).toList());
        return all;
    }

    /**
     * Each reading, by the name of the reader; one that is not proven with what it says.
     *
     * @throws RuntimeException any other than {@link NotProven}, which is a fault of the reader
     */
    static Map<String, String> of(String screen) {
        return all().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> reading(entry.getValue(), screen),
                        (one, two) -> one,
                        TreeMap::new));
    }

    private static String reading(Function<String, Object> reader, String screen) {
        try {
            return String.valueOf(reader.apply(screen));
        } catch (NotProven e) {
            return "not proven: " + e.getMessage();
        }
    }
}
