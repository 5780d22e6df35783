package io.bywash.cpuse;

import io.bywash.gaia.Command;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file on the device as the device itself measures it.
 *
 * @param size in bytes, or what the device said instead
 * @param sha256 in lower-case hexadecimal, or what the device said instead
 */
public record RemoteFile(String size, String sha256) {
    private static final Pattern SIZE = Pattern.compile("\\d+");
    private static final Pattern SHA256 = Pattern.compile("([0-9a-f]{64})\\s+\\S.*");

    /** Measures the file on the member we are on. */
    public static RemoteFile measure(GaiaSession session, String path) {
        Reply size = session.run(Command.read(Shell.EXPERT, "stat -c %s " + path));
        if (!only(size).matches(SIZE.pattern())) {
            return new RemoteFile(only(size), "not measured");
        }
        Reply sum = session.run(Command.read(Shell.EXPERT, "sha256sum " + path));
        Matcher matcher = SHA256.matcher(only(sum));
        return new RemoteFile(only(size), matcher.matches() ? matcher.group(1) : only(sum));
    }

    private static String only(Reply reply) {
        return String.join(" / ", reply.lines());
    }

    /** Whether it is the same file as ours. */
    public boolean is(PackageFile file) {
        return size.equals(Long.toString(file.size())) && sha256.equals(file.sha256());
    }
}
