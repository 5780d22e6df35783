package io.bywash.terminal;

import io.bywash.evidence.Finding;
import io.bywash.evidence.Remedy;
import java.util.List;

/** Our own caution about the host, its key or its algorithms; neither a user name nor a password was sent. */
public final class HostRefused extends LoginRefused {
    /**
     * @param advice what a person does about it; empty where the paragraph says it
     * @param key lines to be copied: the fingerprints, and the line that makes a key known; none where it is not about a key
     */
    public HostRefused(String paragraph, String advice, List<String> key) {
        super(
                paragraph,
                Finding.of(key.isEmpty() ? Remedy.ON_OUR_SIDE : Remedy.HOST_KEY, advice)
                        .toCopy(key));
    }
}
