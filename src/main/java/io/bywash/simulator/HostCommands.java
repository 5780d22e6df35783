package io.bywash.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Linux says about the machine and the session, as far as an operator of the procedure asks. */
final class HostCommands {
    private HostCommands() {}

    static void into(Map<String, ExpertCommand> commands) {
        commands.put(
                "hostname",
                call -> say(
                        call, call.has("-i") ? call.sgm().address() : call.sgm().host()));
        commands.put("uptime", call -> say(call, uptime(call)));
        commands.put("date", call -> say(call, date(call)));
        commands.put("id", call -> say(call, "uid=0(admin) gid=0(root) groups=0(root)"));
        commands.put("whoami", call -> say(call, LoginSession.USER));
        commands.put("uname", call -> say(call, call.has("-n") ? call.sgm().host() : "Linux"));
        commands.put("echo", call -> say(call, String.join(" ", call.arguments())));
        commands.put("true", call -> 0);
        commands.put("false", call -> 1);
        commands.put(":", call -> 0);
        commands.put("stty", HostCommands::stty);
        commands.put("unset", HostCommands::unset);
        commands.put("export", HostCommands::export);
        commands.put("sleep", HostCommands::sleep);
        commands.put("df", HostCommands::df);
        commands.put("reboot", HostCommands::reboot);
    }

    private static int say(ExpertCall call, String line) {
        call.out().println(line);
        return 0;
    }

    private static String uptime(ExpertCall call) {
        Instant booted = call.group().read(call.sgm()::booted);
        if (call.has("-s")) {
            return Dates.ISO.of(call.group().clock().told(booted));
        }
        Instant now = call.group().clock().told();
        Duration up = Duration.between(call.group().clock().told(booted), now);
        String time = Dates.ISO.of(now).substring(11);
        String days = up.toDays() > 0 ? up.toDays() + " days, " : "";
        return " %s up %s%2d:%02d,  1 user,  load average: 0.42, 0.37, 0.31"
                .formatted(time, days, up.toHoursPart(), up.toMinutesPart());
    }

    private static String date(ExpertCall call) {
        Instant now = call.group().clock().told();
        String form = call.argument(0);
        return switch (form) {
            case "+%s" -> String.valueOf(now.getEpochSecond());
            case "+%F" -> Dates.ISO.of(now).substring(0, 10);
            case "+%F %T" -> Dates.ISO.of(now);
            case "-u" -> Dates.LONG.of(now);
            default -> form.startsWith("+") ? isoSeconds(now) : Dates.LONG.of(now);
        };
    }

    private static String isoSeconds(Instant now) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(now);
    }

    private static int stty(ExpertCall call) {
        if (!call.session().tty().pty()) {
            return call.fail("stty: standard input: Inappropriate ioctl for device");
        }
        return call.argument(0).equals("size")
                ? say(
                        call,
                        "%d %d"
                                .formatted(
                                        call.session().tty().rows(),
                                        call.session().tty().columns()))
                : 0;
    }

    private static int unset(ExpertCall call) {
        call.arguments().forEach(call.shell()::unset);
        return 0;
    }

    private static int export(ExpertCall call) {
        for (String setting : call.arguments()) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                call.shell().set(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return 0;
    }

    private static int sleep(ExpertCall call) {
        if (!call.argument(0).matches("\\d{1,6}")) {
            return call.fail("sleep: invalid time interval '%s'".formatted(call.argument(0)));
        }
        Duration time = Duration.ofSeconds(Long.parseLong(call.argument(0)));
        call.out().pauseUntil(call.group().clock().now().plus(time));
        return 0;
    }

    private static int df(ExpertCall call) {
        boolean human = call.arguments().stream().anyMatch(word -> word.matches("-\\w*h\\w*"));
        boolean full = call.sgm().diskFull();
        boolean root = call.operands().stream().anyMatch(path -> !path.startsWith("/var/log"));
        String volume = "/dev/mapper/vg_splat-lv_" + (root ? "current" : "log");
        String form = "%-32s %9s %9s %9s %4s %s%n".replace("%n", "\n");
        call.out()
                .print(form.formatted(
                        "Filesystem",
                        human ? "Size" : "1K-blocks",
                        "Used",
                        human ? "Avail" : "Available",
                        "Use%",
                        "Mounted on"));
        call.out()
                .print(form.formatted(
                        volume,
                        human ? "96G" : "100614144",
                        full ? (human ? "96G" : "100614144") : human ? "11G" : "11534336",
                        full ? "0" : human ? "86G" : "89079808",
                        full ? "100%" : "12%",
                        root ? "/" : "/var/log"));
        return 0;
    }

    private static int reboot(ExpertCall call) {
        call.session().asks(Act.Kind.REBOOT);
        call.session().tookEffect(List.of(call.sgm()));
        call.group().reboot(call.sgm());
        call.out().pauseUntil(call.group().clock().now().plus(Duration.ofMinutes(1)));
        return 0;
    }
}
