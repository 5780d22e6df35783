package io.bywash.target;

import io.bywash.target.TargetSchema.Breach;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns breaches of the schema into faults, one for each slip of the author's hand: a mistyped key is not told a second
 * time as a missing one.
 */
final class SchemaFaults {
    /** Keys under which people write a secret itself, with what stands in a target file instead. */
    private static final Map<String, String> SECRETS = Map.of(
            "password", "/login/passwordFrom",
            "passwd", "/login/passwordFrom",
            "pwd", "/login/passwordFrom",
            "pass", "/login/passwordFrom",
            "secret", "/login/passwordFrom",
            "loginpassword", "/login/passwordFrom",
            "passphrase", "/login/passphraseFrom",
            "expertpassword", "/expertPasswordFrom",
            "expert", "/expertPasswordFrom");

    private final MarkedYaml yaml;
    private final Faults faults;
    private final TargetSchema schema;
    private final PlainWords words;

    SchemaFaults(MarkedYaml yaml, TargetSchema schema, PlainWords words, Faults faults) {
        this.yaml = yaml;
        this.schema = schema;
        this.words = words;
        this.faults = faults;
    }

    void tell() {
        List<Breach> breaches = schema.breaches(yaml.root());
        breaches.stream()
                .filter(breach -> breach.rule().equals("additionalProperties"))
                .forEach(this::unknownKey);
        for (Breach breach : breaches) {
            switch (breach.rule()) {
                case "additionalProperties" -> {}
                case "required" -> missing(breach);
                case "oneOf", "minProperties", "maxProperties" -> choice(breach.place());
                case "dependentRequired" -> lone(breach.place());
                default -> value(breach.place());
            }
        }
    }

    /** Counts as a fault of the key that was meant, so that this one is neither missing nor looked at. */
    private void unknownKey(Breach breach) {
        int line = yaml.line(breach.keyPlace());
        Optional<String> secret = Optional.ofNullable(SECRETS.get(plain(breach.key())))
                .map(place -> breach.place().matches("/jump|/consoles/\\d+") ? breach.place() + place : place);
        if (secret.isPresent()) {
            faults.add(secret.get(), line, words.secretWritten(breach.place(), breach.key(), secret.get()));
            return;
        }
        Optional<String> near = Nearest.to(breach.key(), schema.keys(breach.place()));
        String meant = near.map(key -> Place.in(breach.place(), key))
                .filter(place -> yaml.at(place).isEmpty())
                .orElse(breach.keyPlace());
        faults.add(meant, line, words.unknownKey(breach.place(), breach.key(), near));
    }

    private void missing(Breach breach) {
        if (!faults.touch(breach.keyPlace())) {
            add(breach.keyPlace(), words.missing(breach.keyPlace()));
        }
    }

    private void choice(String place) {
        if (!faults.touch(place)) {
            add(place, words.choice(place));
        }
    }

    /** A part of a log-in whose whole is not there. */
    private void lone(String login) {
        if (faults.touch(login)) {
            return;
        }
        String passphrase = login + "/passphraseFrom";
        String answers = login + "/answers";
        if (yaml.at(passphrase).isPresent() && yaml.at(login + "/key").isEmpty()) {
            add(passphrase, words.passphraseWithoutKey(passphrase));
        } else {
            add(answers, words.answersWithoutPassword(answers));
        }
    }

    private void value(String place) {
        if (!faults.touch(place)) {
            add(place, words.value(place));
        }
    }

    private void add(String place, String text) {
        faults.add(place, yaml.line(place), text);
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
