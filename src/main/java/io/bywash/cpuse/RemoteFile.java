package io.bywash.cpuse;

import io.bywash.gaia.Command;
import io.bywash.gaia.GaiaSession;
import io.bywash.gaia.Reply;
import io.bywash.gaia.Shell;
import io.bywash.gaia.UnknownLine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file on the device as the device itself measures it.
 *
 * @param size in bytes, or that there is no such file
 * @param sha256 in lower-case hexadecimal; {@code not measured} of a file that is not there
 */
public record RemoteFile(String size, String sha256) {
    private static final Pattern SIZE = Pattern.compile("\\d+");
    private static final Pattern MISSING = Pattern.compile("stat: cannot .*: No such file or directory");
    private static final Pattern SHA256 = Pattern.compile("([0-9a-f]{64})\\s+\\S.*");

    /**
     * Measures the file on the member we are on.
     *
     * @throws UnknownLine when the member neither measures it nor says that it is not there
     */
    public static RemoteFile measure(GaiaSession session, String path) {
        Reply size = session.run(Command.read(Shell.EXPERT, "stat -c %s " + path));
        if (MISSING.matcher(only(size)).matches()) {
            return new RemoteFile(only(size), "not measured");
        }
        if (!SIZE.matcher(only(size)).matches()) {
            throw new UnknownLine("The size of " + path, only(size), "a number, or that there is no such file");
        }
        Reply sum = session.run(Command.read(Shell.EXPERT, "sha256sum " + path));
        Matcher matcher = SHA256.matcher(only(sum));
        if (!matcher.matches()) {
            throw new UnknownLine("The sum of " + path, only(sum), "64 hexadecimal digits and the name of the file");
        }
        return new RemoteFile(only(size), matcher.group(1));
    }

    private static String only(Reply reply) {
        return String.join(" / ", reply.lines());
    }

    /** Whether it is the same file as ours. */
    public boolean is(PackageFile file) {
        return size.equals(Long.toString(file.size())) && sha256.equals(file.sha256());
    }
}
