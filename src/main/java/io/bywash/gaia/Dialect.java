package io.bywash.gaia;

import io.bywash.group.Release;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The wording of a release: what to type for each purpose and which words to wait for.
 *
 * <p>Each wording says whether it is documented or inferred and where from. A site can replace any of them in its target
 * file; such a wording counts as the site's own.
 */
public final class Dialect {
    private static final String DIALECTS = "dialects.yaml";
    private static final String NONE = "none";
    private static final String SITE = "site";

    /** The key of what is no wording: the parts that the vendor's page of the release has. */
    private static final String PARTS = "parts";

    /** One wording and how far it can be trusted. */
    public record Wording(String text, String mark, String source) {
        /** Whether nobody has seen it documented for this purpose. */
        public boolean inferred() {
            return mark.startsWith("I");
        }
    }

    private final Release release;
    private final Wording parts;
    private final Map<Phrase, Wording> wordings;

    private Dialect(Release release, Wording parts, Map<Phrase, Wording> wordings) {
        this.release = release;
        this.parts = parts;
        this.wordings = Collections.unmodifiableMap(wordings);
    }

    /** The dialect of a release as shipped. */
    public static Dialect of(Release release) {
        Map<?, ?> file = read();
        Map<Phrase, Wording> wordings = new EnumMap<>(Phrase.class);
        Map<?, ?> every = (Map<?, ?>) file.get("every release");
        add(wordings, every);
        Map<?, ?> own = (Map<?, ?>)
                Optional.<Object>ofNullable(file.get(release.toString())).orElse(Map.of());
        add(wordings, own);
        Object parts = own.containsKey(PARTS) ? own.get(PARTS) : every.get(PARTS);
        for (Phrase phrase : Phrase.values()) {
            if (!wordings.containsKey(phrase)) {
                throw new IllegalStateException("%s has no wording for '%s'.".formatted(DIALECTS, phrase.key()));
            }
        }
        return new Dialect(release, wording(parts), wordings);
    }

    private static Map<?, ?> read() {
        try (InputStream file = Dialect.class.getResourceAsStream(DIALECTS)) {
            return (Map<?, ?>)
                    new Load(LoadSettings.builder().setLabel(DIALECTS).build()).loadFromInputStream(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Map<Phrase, Wording> wordings, Map<?, ?> section) {
        section.forEach((key, value) -> {
            if (!key.equals(PARTS)) {
                Phrase phrase = Phrase.named(key.toString())
                        .orElseThrow(
                                () -> new IllegalStateException("%s: unknown phrase '%s'".formatted(DIALECTS, key)));
                wordings.put(phrase, wording(value));
            }
        });
    }

    private static Wording wording(Object value) {
        Map<?, ?> wording = (Map<?, ?>) value;
        return new Wording(
                wording.get("say").toString(),
                wording.get("mark").toString(),
                wording.get("source").toString());
    }

    /**
     * This dialect with the site's own wordings, by the names that {@link Phrase#key()} gives.
     *
     * @throws Forbidden when the wording of a read is of no form that only reads
     */
    public Dialect with(Map<String, String> own) {
        Map<Phrase, Wording> replaced = new EnumMap<>(wordings);
        own.forEach(
                (key, text) -> replaced.put(replaceable(key, text), new Wording(text, SITE, "settings of the run")));
        Dialect dialect = new Dialect(release, parts, replaced);
        for (Phrase phrase : replaced.keySet()) {
            if (phrase.isRead() && dialect.has(phrase)) {
                dialect.refuseUnlessRead(phrase, dialect.example(phrase));
            }
            if (phrase.isTypedEverywhere() && dialect.has(phrase)) {
                dialect.refuseUnlessRead(phrase, dialect.everywhere(phrase));
            }
        }
        return dialect;
    }

    /** The phrase that a site may word like this; whether there is one at all is for the release to say. */
    private Phrase replaceable(String key, String text) {
        Phrase phrase =
                Phrase.named(key).orElseThrow(() -> new IllegalArgumentException("No phrase '%s'.".formatted(key)));
        if (phrase.isOfCpuse() && has(phrase) == text.equals(NONE)) {
            throw new Forbidden(
                    text,
                    "%s %s '%s', and a site cannot change that. Leave it out of 'dialect' in the target file."
                            .formatted(release, has(phrase) ? "needs a wording for" : "has nothing for", key));
        }
        return phrase;
    }

    private String example(Phrase phrase) {
        return say(phrase).replace("{number}", "1").replace("{path}", "/1").replace("{command}", say(Phrase.BOOT_TIME));
    }

    private void refuseUnlessRead(Phrase phrase, String line) {
        if (!Reads.isRead(line)) {
            throw new Forbidden(
                    line,
                    "the wording of '%s' has to be one that only reads. Correct 'dialect' in the target file."
                            .formatted(phrase.key()));
        }
    }

    /**
     * Whether there is a wording at all; a site writes {@code none} where its devices know no such command, and R76SP has none
     * of CPUSE.
     */
    public boolean has(Phrase phrase) {
        return !((phrase.isOptional() || phrase.isOfCpuse()) && say(phrase).equals(NONE));
    }

    /** Whether the site has a wording of its own for a purpose, so that a device without it is not as described. */
    public boolean isDemanded(Phrase phrase) {
        return has(phrase) && wording(phrase).mark().equals(SITE);
    }

    /** Why there is no wording for a purpose, in words; empty where there is one. */
    public Optional<String> whyNone(Phrase phrase) {
        if (has(phrase)) {
            return Optional.empty();
        }
        return Optional.of(
                wording(phrase).mark().equals(SITE)
                        ? "'%s: %s' in the target file leaves it out".formatted(phrase.key(), NONE)
                        : "%s has no command for it (%s)"
                                .formatted(release, wording(phrase).source()));
    }

    /** The commands of CPUSE that there are wordings for. */
    public List<String> ofCpuse() {
        return wordings.keySet().stream()
                .filter(phrase -> phrase.isOfCpuse() && has(phrase))
                .map(this::say)
                .toList();
    }

    /** What to type in Expert mode to have a command run on every member that answers. */
    public String everywhere(Phrase command) {
        return say(Phrase.EVERYWHERE, "command", say(command));
    }

    public Release release() {
        return release;
    }

    /** Whether the vendor's page of this release has the part with this number, from 1. */
    public boolean hasOnItsPage(int part) {
        return List.of(parts.text().split("\\s*,\\s*")).contains(Integer.toString(part));
    }

    /** Whether the vendor has a page of the whole procedure for this release. */
    public boolean hasPage() {
        return !parts.text().equals(NONE);
    }

    /** How far it is known which parts the page has, and where from. */
    public Wording parts() {
        return parts;
    }

    public Wording wording(Phrase phrase) {
        return wordings.get(phrase);
    }

    /** What to type, with nothing to fill in. */
    public String say(Phrase phrase) {
        return wording(phrase).text();
    }

    /** What to type, with one {@code {name}} filled in. */
    public String say(Phrase phrase, String name, Object value) {
        return say(phrase).replace("{" + name + "}", value.toString());
    }

    /** A list of words, such as those an SGM shows while it carries. */
    public List<String> words(Phrase phrase) {
        return List.of(say(phrase).split("\\s*,\\s*"));
    }

    /** The wordings that are inferred, or the site's own, for the report to name. */
    public List<String> unproven() {
        return wordings.entrySet().stream()
                .filter(entry ->
                        entry.getValue().inferred() || entry.getValue().mark().equals(SITE))
                .map(entry -> "%s: \"%s\" (%s, %s)"
                        .formatted(
                                entry.getKey().key(),
                                entry.getValue().text(),
                                entry.getValue().mark(),
                                entry.getValue().source()))
                .toList();
    }
}
