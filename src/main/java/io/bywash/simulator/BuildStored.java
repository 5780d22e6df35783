package io.bywash.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When our package is imported, one SGM already stores another build of it (REFERENCE 7 no. 7, D). */
record BuildStored(Victim victim) implements Fault {
    private static final Pattern FILE = Pattern.compile("([^/\\s]*_T(\\d{1,6})_[^/\\s]*)\\.(?:tgz|tar)");

    @Override
    public void lieInWait(Ambush ambush) {
        ambush.at(When.before("installer import", 1), moment -> {
            Matcher file = FILE.matcher(moment.about());
            if (file.find()) {
                SimulatedSgm sgm = victim.in(ambush.group());
                String release = ambush.group().settings().release().toString();
                int take = Integer.parseInt(file.group(2));
                sgm.packages()
                        .put(
                                new HotfixPackage(file.group(1) + ".tgz", release, take, "another build"),
                                PackageStatus.AVAILABLE);
                ambush.struck("%s stores another build of take %d".formatted(sgm.id(), take));
            }
        });
    }
}
