package io.bywash.procedure;

import io.bywash.cluster.Fit;
import io.bywash.cluster.PolicySignatures;
import io.bywash.cluster.SyncStatus;
import io.bywash.evidence.Fact;
import io.bywash.gaia.Dialect;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Phrase;
import io.bywash.group.SecurityGroup;
import io.bywash.group.SgmId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What every SGM of both chassis has to say of itself before the traffic is moved, as the status screen does not tell it
 * (REFERENCE 14.8 and 15, D). Where the dialect has no wording for one, it is not checked, and the run says so.
 */
public enum TakeOver {
    SAME_POLICY(
            Phrase.POLICY_VERIFY,
            "every SGM has the same policy",
            "Install the policy on the whole group, until '%s' shows one signature on every SGM") {
        @Override
        SortedMap<SgmId, Fit> on(GaiaSession session, Dialect dialect, SecurityGroup group) {
            return PolicySignatures.read(session, dialect, group);
        }
    },
    SYNCHRONISED(
            Phrase.SYNC_STATUS,
            "every SGM is synchronised",
            "'%s' on each of them names the reason: put it right until it says OK; an SGM that has just come back may need minutes") {
        @Override
        SortedMap<SgmId, Fit> on(GaiaSession session, Dialect dialect, SecurityGroup group) {
            return SyncStatus.read(session, dialect, group);
        }
    };

    private final Phrase phrase;
    private final String what;
    private final String remedy;

    TakeOver(Phrase phrase, String what, String remedy) {
        this.phrase = phrase;
        this.what = what;
        this.remedy = remedy;
    }

    /** Reads it of the whole group on a line that is open. */
    abstract SortedMap<SgmId, Fit> on(GaiaSession session, Dialect dialect, SecurityGroup group);

    /** What can be read on this release at this site, in the order in which it is read. */
    static List<TakeOver> readWith(Dialect dialect) {
        return Arrays.stream(values())
                .filter(check -> dialect.has(check.phrase))
                .toList();
    }

    /**
     * Reads it of every SGM.
     *
     * @throws io.bywash.evidence.NotProven when the answer is in no form that is known
     */
    SortedMap<SgmId, Fit> read(Means means, SecurityGroup group) {
        return means.monitor().patiently(() -> means.monitor().on(session -> on(session, means.dialect(), group)));
    }

    /** What has to be so, in words. */
    String what() {
        return what;
    }

    /** What a person does about SGMs that are not so; a sentence. */
    String remedy(Dialect dialect) {
        return remedy.formatted(dialect.say(phrase)) + ".";
    }

    /** Writes down what a run that is to fail over will not check, and why. */
    public static void tellNotChecked(List<Stage> stages, Means means) {
        if (!stages.contains(Stage.FAILOVER)) {
            return;
        }
        for (TakeOver check : values()) {
            Optional<String> why = means.dialect().whyNone(check.phrase);
            why.ifPresent(reason -> means.history()
                    .record(new Fact.NotChecked(
                            means.history().now(), "before the fail-over, that " + check.what, reason)));
        }
    }
}
