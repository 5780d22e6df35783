package io.bywash.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.bywash.evidence.Fact.LineTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayTest {
    private static final String PROMPT = "[Expert@gate-ch01-01:0]# ";
    private static final String LEASE =
            "Ada@host/4f2c00aa11bb/9be177cc22dd/4026531836/71/88122/2026-11-26T02:00:00.000Z";
    private static final String OF_NOW = "Ada@lab/00aa11bb4f2c/77cc22dd9be1/4026531836/4/99/2026-11-27T09:00:00.000Z";

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
    private final List<String> told = new ArrayList<>();
    private Replay replay;

    /** The far end of a line, as the run has it. */
    private static final class Line implements Replay.Far {
        private final StringBuilder heard = new StringBuilder();
        private boolean hungUp;

        @Override
        public synchronized void say(String text) {
            heard.append(text);
        }

        @Override
        public synchronized void hangUp() {
            hungUp = true;
        }

        synchronized String heard() {
            return heard.toString();
        }

        synchronized boolean isHungUp() {
            return hungUp;
        }
    }

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    private void recorded(Cue... cues) {
        replay = new Replay(Arrays.asList(cues), new OfNow(Map.of("aaaa", "bbbb"), "word"), 1000, clock, told::add);
    }

    private static Cue opened(String line, Cue.Answer... answers) {
        return new Cue(new Cue.Opened(line), 0, false, List.of(answers));
    }

    private static Cue typed(String line, String text, Cue.Answer... answers) {
        return new Cue(new Cue.Typed(line, text), 0, false, List.of(answers));
    }

    private static Cue look(int wait, boolean timeWasUp, String answer) {
        return new Cue(new Cue.Typed("watch", "asg stat\n"), wait, timeWasUp, List.of(said("watch", answer)));
    }

    private static Cue.Answer said(String line, String text) {
        return new Cue.Answer(Duration.ofSeconds(1), line, Optional.of(text));
    }

    private static Cue.Answer lost(String line) {
        return new Cue.Answer(Duration.ofSeconds(2), line, Optional.empty());
    }

    private Line open() {
        Line line = new Line();
        assertThat(replay.knock()).isEqualTo(Replay.Knock.ADMITTED);
        replay.open(line);
        return line;
    }

    private void hears(Line line, String text) {
        Awaitility.await().until(() -> line.heard().equals(text));
    }

    @Test
    void what_came_back_then_comes_back_now() {
        recorded(opened("watch", said("watch", PROMPT)), typed("watch", "fw ver\n", said("watch", "R81.10\r\n")));
        Line watch = open();
        hears(watch, PROMPT);

        replay.type(watch, "fw ver\n");

        hears(watch, PROMPT + "R81.10\r\n");
        assertThat(replay.deviation()).isEmpty();
        assertThat(replay.made()).isEqualTo(2);
        assertThat(told).containsExactly("The recording was gone through to its end.");
    }

    @Test
    void a_command_may_arrive_in_pieces() {
        recorded(opened("watch"), typed("watch", "fw ver\n", said("watch", "R81.10\r\n")));
        Line watch = open();

        replay.type(watch, "fw");
        replay.type(watch, " ver\n");

        hears(watch, "R81.10\r\n");
    }

    @Test
    void what_was_still_to_come_back_comes_before_what_comes_back_to_the_next_move() {
        recorded(
                opened("watch", new Cue.Answer(Duration.ofHours(3), "watch", Optional.of("late. "))),
                typed("watch", "fw ver\n", said("watch", "R81.10")));
        Line watch = open();

        replay.type(watch, "fw ver\n");

        hears(watch, "late. R81.10");
    }

    @Test
    void an_answer_takes_its_time_at_the_pace_of_the_replay() {
        recorded(opened("watch", new Cue.Answer(Duration.ofSeconds(400), "watch", Optional.of(PROMPT))));
        long began = System.nanoTime();

        hears(open(), PROMPT);

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(400), Duration.ofSeconds(20));
    }

    @Test
    void another_command_than_then_is_answered_by_nothing_and_ends_the_replay() {
        recorded(
                opened("watch"),
                opened("chassis A"),
                typed("watch", "asg chassis_admin -c 1 down\n", said("watch", "Are you sure?")));
        Line watch = open();
        Line other = open();

        replay.type(watch, "asg chassis_admin -c 2 down\n");

        assertThat(told)
                .containsExactly(
                        "The run does something else than the recorded one: 'asg chassis_admin -c 2 down\\n' was typed on 'watch'; recorded next is 'asg chassis_admin -c 1 down\\n' on 'watch' (move 3 of 3). Nothing is answered any more.");
        assertThat(watch.isHungUp()).isTrue();
        assertThat(other.isHungUp()).isTrue();
        assertThat(watch.heard()).isEmpty();
        assertThat(replay.knock()).isEqualTo(Replay.Knock.HUNG_UP);
    }

    @Test
    void the_same_command_on_another_line_is_another_command() {
        recorded(opened("watch"), opened("chassis A"), typed("chassis A", "fw ver\n"));
        Line watch = open();
        open();

        replay.type(watch, "fw ver\n");

        assertThat(replay.deviation()).isPresent();
    }

    @Test
    void a_command_after_the_end_of_the_recording_ends_the_replay() {
        recorded(opened("watch"));

        replay.type(open(), "fw ver\n");

        assertThat(replay.deviation().orElseThrow()).contains("recorded next is nothing more");
    }

    @Test
    void a_command_that_is_given_twice_ends_the_replay() {
        recorded(
                opened("watch"),
                typed("watch", "installer install 1\n", said("watch", "done")),
                typed("watch", "exit\n"));
        Line watch = open();
        replay.type(watch, "installer install 1\n");

        replay.type(watch, "installer install 1\n");

        assertThat(replay.deviation()).isPresent();
    }

    @Test
    void a_line_that_was_not_opened_then_ends_the_replay() {
        recorded(opened("watch"), typed("watch", "fw ver\n"));
        open();

        Line second = new Line();
        replay.open(second);

        assertThat(replay.deviation().orElseThrow()).contains("a line was opened");
        assertThat(second.isHungUp()).isTrue();
    }

    @Test
    void where_a_secret_was_typed_the_password_is_typed() {
        recorded(opened("watch"), typed("watch", "(secret)\n", said("watch", PROMPT)));
        Line watch = open();

        replay.type(watch, "word\n");

        hears(watch, PROMPT);
    }

    @Test
    void a_password_that_is_not_the_one_of_the_replay_ends_it_and_is_not_told() {
        recorded(opened("watch"), typed("watch", "(secret)\n", said("watch", PROMPT)));

        replay.type(open(), "(secret)\n");

        assertThat(replay.deviation()).isPresent();
    }

    @Test
    void the_lease_of_this_run_stands_where_that_of_the_recorded_one_stood() {
        recorded(
                opened("lease"),
                typed("lease", "ln -sT " + LEASE + " /var/log/bywash.lease\n"),
                typed(
                        "lease",
                        "readlink /var/log/bywash.lease\n",
                        said("lease", LEASE.substring(0, 7)),
                        said("lease", LEASE.substring(7) + "\r\n")));
        Line lease = open();

        replay.type(lease, "ln -sT " + OF_NOW + " /var/log/bywash.lease\n");
        replay.type(lease, "readlink /var/log/bywash.lease\n");

        hears(lease, OF_NOW + "\r\n");
    }

    @Test
    void a_second_lease_of_the_same_run_ends_the_replay() {
        recorded(
                opened("lease"),
                typed("lease", "ln -sT " + LEASE + " /var/log/bywash.lease\n"),
                typed("lease", "ln -sT " + LEASE + " /var/log/bywash.lease\n"));
        Line lease = open();
        replay.type(lease, "ln -sT " + OF_NOW + " /var/log/bywash.lease\n");

        replay.type(lease, "ln -sT Eve@lab/9/2026-11-27T09:00:00.000Z /var/log/bywash.lease\n");

        assertThat(replay.deviation()).isPresent();
    }

    @Test
    void what_cannot_be_the_same_again_is_changed_also_where_it_came_in_pieces() {
        recorded(opened("watch", said("watch", "sum aa"), said("watch", "aa file")));

        hears(open(), "sum bbbb file");
    }

    @Test
    void the_last_look_of_a_wait_may_be_taken_again() {
        recorded(
                opened("watch"),
                look(1, false, "1."),
                look(1, false, "2."),
                typed("watch", "fw ver\n", said("watch", "R81.10")));
        Line watch = open();

        for (int look = 0; look < 4; look++) {
            replay.type(watch, "asg stat\n");
        }
        replay.type(watch, "fw ver\n");

        hears(watch, "1.2.2.2.R81.10");
    }

    @Test
    void a_look_of_several_commands_comes_again_from_its_first() {
        recorded(
                opened("watch"),
                look(1, false, "1."),
                new Cue(new Cue.Typed("watch", "fw ver\n"), 1, false, List.of(said("watch", "a."))),
                typed("watch", "exit\n", said("watch", "end")));
        Line watch = open();
        for (int look = 0; look < 2; look++) {
            replay.type(watch, "asg stat\n");
            replay.type(watch, "fw ver\n");
        }

        replay.type(watch, "exit\n");

        hears(watch, "1.a.1.a.end");
    }

    @Test
    void what_another_line_said_meanwhile_does_not_come_again() {
        recorded(
                opened("watch"),
                opened("chassis A"),
                new Cue(
                        new Cue.Typed("watch", "asg stat\n"),
                        1,
                        false,
                        List.of(said("watch", "1."), said("chassis A", "reboot. "))),
                typed("chassis A", "exit\n", said("chassis A", "end")));
        Line watch = open();
        Line chassis = open();
        replay.type(watch, "asg stat\n");
        replay.type(watch, "asg stat\n");

        replay.type(chassis, "exit\n");

        hears(chassis, "reboot. end");
        hears(watch, "1.1.");
    }

    @Test
    void who_knocks_where_the_time_was_up_sooner_finds_it_as_it_was_then() {
        recorded(
                opened("watch"),
                look(1, true, "1."),
                new Cue(new Cue.NotOpened("lease", LineTrouble.UNREACHED), 0, false, List.of()));
        open();

        assertThat(replay.knock()).isEqualTo(Replay.Knock.HUNG_UP);
    }

    @Test
    void a_line_that_is_opened_after_the_replay_has_ended_is_closed() {
        recorded(opened("watch"));
        replay.type(open(), "fw ver\n");
        Line late = new Line();

        replay.open(late);

        assertThat(late.isHungUp()).isTrue();
    }

    @Test
    void what_was_recorded_next_is_told_whatever_it_was() {
        recorded(new Cue(new Cue.Sent("HF.tgz", 4, Optional.empty()), 0, false, List.of()));

        replay.open(new Line());

        assertThat(replay.deviation().orElseThrow()).contains("recorded next is that HF.tgz is sent (move 1 of 1)");
    }

    @Test
    void no_look_may_be_left_out() {
        recorded(opened("watch"), look(1, false, "1."), look(1, false, "2."), typed("watch", "fw ver\n"));
        Line watch = open();
        replay.type(watch, "asg stat\n");

        replay.type(watch, "fw ver\n");

        assertThat(replay.deviation()).isPresent();
    }

    @Test
    void looks_may_be_left_out_where_the_time_was_up() {
        recorded(
                opened("watch"),
                look(1, true, "1."),
                look(1, true, "2."),
                look(1, true, "3."),
                typed("watch", "fw ver\n", said("watch", "R81.10")));
        Line watch = open();
        replay.type(watch, "asg stat\n");

        replay.type(watch, "fw ver\n");

        hears(watch, "1.R81.10");
    }

    @Test
    void a_line_may_be_opened_where_the_time_was_up_sooner() {
        recorded(opened("watch"), look(1, true, "1."), look(1, true, "2."), opened("lease", said("lease", PROMPT)));
        open();

        hears(open(), PROMPT);
    }

    @Test
    void what_other_lines_said_meanwhile_comes_although_a_look_is_left_out() {
        recorded(
                opened("watch"),
                opened("chassis A"),
                look(1, true, "1."),
                new Cue(
                        new Cue.Typed("watch", "asg stat\n"),
                        1,
                        true,
                        List.of(said("watch", "2."), said("chassis A", "reboot"))),
                typed("watch", "fw ver\n"));
        Line watch = open();
        Line chassis = open();
        replay.type(watch, "asg stat\n");

        replay.type(watch, "fw ver\n");

        hears(chassis, "reboot");
    }

    @Test
    void a_look_of_an_earlier_wait_is_not_taken_again() {
        recorded(
                opened("watch"),
                look(1, false, "1."),
                typed("watch", "fw ver\n"),
                new Cue(new Cue.Typed("watch", "asg stat -v\n"), 2, false, List.of()));
        Line watch = open();
        replay.type(watch, "asg stat\n");
        replay.type(watch, "fw ver\n");

        replay.type(watch, "asg stat\n");

        assertThat(replay.deviation()).isPresent();
    }

    @Test
    void a_line_that_died_then_dies_now() {
        recorded(opened("watch"), typed("watch", "reboot\n", said("watch", "bye"), lost("watch")));
        Line watch = open();

        replay.type(watch, "reboot\n");

        Awaitility.await().until(watch::isHungUp);
        assertThat(watch.heard()).isEqualTo("bye");
        assertThat(replay.deviation()).isEmpty();
    }

    @Test
    void a_line_that_could_not_be_opened_then_cannot_be_opened_now() {
        recorded(
                new Cue(new Cue.NotOpened("watch", LineTrouble.UNREACHED), 0, false, List.of()),
                new Cue(new Cue.NotOpened("watch", LineTrouble.LOGIN_REFUSED), 0, false, List.of()),
                opened("watch"));

        assertThat(List.of(replay.knock(), replay.knock(), replay.knock()))
                .containsExactly(Replay.Knock.HUNG_UP, Replay.Knock.REFUSED, Replay.Knock.ADMITTED);
    }

    @Test
    void a_host_that_was_not_trusted_then_is_not_trusted_now() {
        recorded(new Cue(new Cue.NotOpened("watch", LineTrouble.HOST_REFUSED), 0, false, List.of()));

        assertThat(replay.knock()).isEqualTo(Replay.Knock.MISTRUSTS);
    }

    @Test
    void the_run_may_keep_away_from_a_host_that_has_refused_it() {
        recorded(
                opened("watch"),
                new Cue(new Cue.NotOpened("lease", LineTrouble.UNREACHED), 0, false, List.of()),
                typed("watch", "fw ver\n", said("watch", "R81.10")));
        Line watch = open();

        replay.type(watch, "fw ver\n");

        hears(watch, "R81.10");
    }

    @Test
    void an_upload_ends_as_it_did_then() {
        Cue.Sent cut = new Cue.Sent("package.tgz", 400, Optional.of(LineTrouble.LOST));
        recorded(new Cue(cut, 0, false, List.of()));

        assertThat(replay.send("package.tgz was sent")).isEqualTo(cut);
    }

    @Test
    void an_upload_that_was_not_made_then_ends_the_replay() {
        recorded(opened("watch"));

        assertThat(replay.send("package.tgz was sent").trouble()).contains(LineTrouble.LOST);
        assertThat(replay.deviation().orElseThrow()).contains("package.tgz was sent");
    }
}
