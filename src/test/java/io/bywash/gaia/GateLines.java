package io.bywash.gaia;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines to try at the gate: most of them are a good line with one or two small things wrong. */
final class GateLines {
    /** Lines that the gate lets through somewhere. */
    static final List<String> GOOD = List.of(
            "installer install 3 member_ids 1_1-1_4",
            "installer install 3 member_ids 2_1-2_4",
            "installer install 12 member_ids 1_01,1_02,1_03,1_04",
            "installer install 7 member_ids 1_1,1_3-1_4",
            "asg_hf_installer -b 1_1-1_4 install file /var/log/upload/x_T7.tgz no_confirm admin_up",
            "asg_hf_installer -b 2_1,2_3-2_4 install file /var/log/upload/x_T7.tgz no_confirm admin_up",
            "asg chassis_admin -c 1 down",
            "asg chassis_admin -c 2 down",
            "asg chassis_admin -c 1 up",
            "asg chassis_admin -c 2 up",
            "set smo image auto-clone state off",
            "installer import local /var/log/upload/x_T7.tgz",
            "ln -sT ada@harbour-pc/7/2025-03-03T22:10:42Z /var/log/upload/bywash.lease",
            "unlink /var/log/upload/bywash.lease",
            "installer verify 3 member_ids all",
            "asg stat -v",
            "show installer packages imported",
            "stat -c %s /var/log/upload/x_T7.tgz",
            "ls -d /etc/.wizard_accepted /etc/.asg_auto_confirm",
            "fw tab -t connections -s",
            "ip -o link",
            "g_all -a ip -o link",
            "g_all -a fw tab -t connections -s",
            "g_all -a cphaprob syncstat",
            "asg policy verify -a -v",
            "g_all -a fw ver",
            "g_all -a cpinfo -y all",
            "g_all -a grep btime /proc/stat",
            "member 1_02",
            "exit");

    private static final List<String> WORDS = List.of(
            "installer",
            "asg_hf_installer",
            "file",
            "no_confirm",
            "no_reboot",
            "admin_up",
            "install",
            "uninstall",
            "verify",
            "import",
            "local",
            "agent",
            "update",
            "member_ids",
            "all",
            "ALL",
            "chassis1",
            "chassis_active",
            "asg",
            "chassis_admin",
            "-c",
            "-b",
            "1",
            "2",
            "3",
            "12",
            "down",
            "up",
            "set",
            "smo",
            "image",
            "auto-clone",
            "state",
            "on",
            "off",
            "show",
            "reboot",
            "g_reboot",
            "g_all",
            "lock",
            "database",
            "override",
            "ln",
            "-sf",
            "unlink",
            "/etc/.wizard_accepted",
            "touch",
            "rm",
            "/etc/.asg_auto_confirm",
            "/var/log/x.tgz",
            "/var/log/../../etc/passwd",
            "/var/log/DeploymentAgent.tgz",
            "member",
            "exit",
            "expert",
            "cpinfo",
            "-y",
            "fw",
            "ver",
            "stat",
            "-v",
            "-a",
            "tab",
            "-t",
            "connections",
            "-s",
            "-x",
            "-e",
            "-u",
            "ip",
            "-o",
            "link",
            "eth1-01",
            "");

    private static final List<String> MEMBERS = List.of(
            "1_1",
            "1_01",
            "1_2",
            "1_4",
            "1_1-1_4",
            "1_4-1_1",
            "1_1-1_5",
            "2_1",
            "2_02",
            "2_1-2_4",
            "1_01-2_02",
            "1_1-2_4",
            "1_1,1_1",
            "1_0",
            "1_5",
            "1_14",
            "1_15",
            "1_99",
            "1_001",
            "3_1",
            "0_1",
            "11_1",
            "-1_1",
            "1_",
            "_1",
            "1-4",
            "all",
            "All",
            "none",
            "chassis1",
            "*",
            "");

    private static final List<String> NOISE = List.of(
            ";",
            "&&",
            "||",
            "|",
            "&",
            "$(reboot)",
            "${IFS}",
            "`id`",
            "\n",
            "\r",
            "\t",
            " ",
            "  ",
            "\u0000",
            "\u0003",
            "\u0008",
            "\u001b[A",
            "\u00a0",
            "\u2028",
            "\u200b",
            "\u202e",
            "\uff11_\uff11",
            "\u0661",
            "\u2013",
            "\u0430",
            "\ud83d\ude00",
            "'",
            "\"",
            "\\",
            "\\\n",
            ">",
            "<",
            "#",
            "!",
            "~",
            "*",
            "?",
            "{1_1,2_1}",
            "[12]",
            ",",
            "-",
            "_",
            ".",
            "..",
            "/");

    private static final List<BiFunction<String, Random, String>> SLIPS = List.of(
            (line, random) -> put(line, random.nextInt(line.length() + 1), 0, of(NOISE, random)),
            (line, random) -> put(line, random.nextInt(line.length() + 1), 0, " " + of(WORDS, random) + " "),
            (line, random) -> line.isEmpty() ? line : put(line, random.nextInt(line.length()), 1, ""),
            (line, random) -> line.isEmpty() ? line : put(line, random.nextInt(line.length()), 1, of(NOISE, random)),
            GateLines::otherCase,
            GateLines::otherDigit,
            GateLines::otherWord,
            GateLines::twoWordsSwapped,
            (line, random) -> line + of(NOISE, random) + of(WORDS, random),
            (line, random) -> line + "," + of(MEMBERS, random),
            (line, random) -> of(WORDS, random) + " " + line,
            (line, random) -> line.replace(" ", of(List.of("  ", "\t", "\u00a0", " "), random)),
            (line, random) -> "'" + line + "'",
            (line, random) -> line);

    private GateLines() {}

    /** A good line with one or two slips in it. */
    static String nearMiss(Random random) {
        String line = of(GOOD, random);
        for (int slips = random.nextInt(2); slips >= 0; slips--) {
            line = of(SLIPS, random).apply(line, random);
        }
        return line;
    }

    /** The path of an upload with one slip in it. */
    static String path(Random random) {
        String path = of(
                List.of("/var/log/upload/x_T7.tgz", "/home/admin/x.tar", "/x.tgz", "x.tgz", "/etc/.asg_auto_confirm"),
                random);
        return of(SLIPS, random).apply(path, random);
    }

    /** An installation on members that somebody might name. */
    static String installation(Random random) {
        String separator = of(List.of(",", ",", ",", "-", " ", ", ", ";", ""), random);
        return "installer install " + (1 + random.nextInt(20)) + " member_ids "
                + IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(index -> of(MEMBERS, random))
                        .collect(Collectors.joining(separator));
    }

    /** Words, members and noise in any order. */
    static String jumble(Random random) {
        String separator = of(List.of(" ", " ", ""), random);
        return IntStream.rangeClosed(0, random.nextInt(8))
                .mapToObj(index -> of(of(List.of(WORDS, MEMBERS, NOISE), random), random))
                .collect(Collectors.joining(separator));
    }

    private static <T> T of(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String put(String line, int at, int insteadOf, String piece) {
        return line.substring(0, at) + piece + line.substring(at + insteadOf);
    }

    private static String otherCase(String line, Random random) {
        if (line.isEmpty()) {
            return line;
        }
        int at = random.nextInt(line.length());
        return put(line, at, 1, line.substring(at, at + 1).toUpperCase(Locale.ROOT));
    }

    private static String otherDigit(String line, Random random) {
        int[] digits = IntStream.range(0, line.length())
                .filter(at -> Character.isDigit(line.charAt(at)))
                .toArray();
        return digits.length == 0
                ? line
                : put(line, digits[random.nextInt(digits.length)], 1, Integer.toString(random.nextInt(10)));
    }

    private static String otherWord(String line, Random random) {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        words.set(random.nextInt(words.size()), of(of(List.of(WORDS, MEMBERS), random), random));
        return String.join(" ", words);
    }

    private static String twoWordsSwapped(String line, Random random) {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        Collections.swap(words, random.nextInt(words.size()), random.nextInt(words.size()));
        return String.join(" ", words);
    }
}
