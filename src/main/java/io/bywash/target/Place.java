package io.bywash.target;

/** Places in a target file, as JSON pointers such as {@code /login/passwordFrom}; the file itself is the empty one. */
final class Place {
    private Place() {}

    /** The place of a key in a map. */
    static String in(String map, String key) {
        return map + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    static String parent(String place) {
        return place.substring(0, place.lastIndexOf('/'));
    }

    /** The key or index at the end of a place. */
    static String last(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    static boolean isItem(String place) {
        return place.matches(".*/\\d+");
    }

    /** A place as a person names it: {@code login.passwordFrom}, {@code sgms.chassis1 item 3}. */
    static String name(String place) {
        if (place.isEmpty()) {
            return "a target file";
        }
        if (isItem(place)) {
            return "%s item %d".formatted(name(parent(place)), Integer.parseInt(last(place)) + 1);
        }
        String map = parent(place);
        return map.isEmpty() ? last(place) : name(map) + "." + last(place);
    }

    /** Whether what stands here may be a secret, rightly as the name of its place or wrongly itself. */
    static boolean mayBeSecret(String place) {
        return place.matches("(/jump|/consoles/\\d+)?/login.*")
                || place.startsWith("/consolePasswordFrom")
                || place.startsWith("/expertPasswordFrom");
    }
}
