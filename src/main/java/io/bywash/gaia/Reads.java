package io.bywash.gaia;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Every form of a line that changes nothing on a device; what is not on this list is an act and needs a {@link Permit}.
 *
 * <p>A form matches the whole line. None of them leaves room for a second command, a redirection or a substitution.
 */
final class Reads {
    private static final String PATH = "/[A-Za-z0-9][A-Za-z0-9._/-]*";
    private static final String ON_ONE_OR_ALL =
            "fw ver(?: -k)?|cpinfo -y [a-z]+|(?:grep btime|cat) /proc/stat|fw tab -t connections -s|ip -o link|cphaprob syncstat";
    private static final List<Pattern> FORMS = List.of(
            form(""),
            form("expert|exit|gclish|clish"),
            form("unlock database"),
            form("member [12]_\\d{1,2}"),
            form("asg stat(?: -i [a-z_]+| -[a-z]+| vs all){0,3}"),
            form("asg policy verify(?: -a| -v| -vs all){0,3}"),
            form("show [a-z0-9][a-z0-9 _-]*"),
            form("show installer package [A-Za-z0-9][A-Za-z0-9._-]*"),
            form("installer verify \\d{1,3} member_ids all"),
            form("cphaprob (?:stat|state)"),
            form("uptime(?: -s)?"),
            form("(?:g_all -a )?(?:" + ON_ONE_OR_ALL + ")"),
            form("ls -d /etc/\\.wizard_accepted /etc/\\.asg_auto_confirm"),
            form("stat -c %s " + PATH),
            form("readlink " + PATH),
            form("sha256sum " + PATH));

    /** What may be typed with Tab behind it, to be listed and never sent. */
    private static final Pattern BEGINNING = form("installer (?:install|verify) ");

    private Reads() {}

    private static Pattern form(String regex) {
        return Pattern.compile(regex);
    }

    static boolean isRead(String line) {
        return FORMS.stream().anyMatch(form -> form.matcher(line).matches());
    }

    static boolean isBeginning(String beginning) {
        return BEGINNING.matcher(beginning).matches();
    }
}
