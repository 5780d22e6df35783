package io.bywash.gaia;

/**
 * Who stands behind an audited action, as it is typed into the vendor's audit dialogue (REFERENCE 3.4).
 *
 * @param name the operator's full name
 * @param reason such as the number of the change
 */
public record Audit(String name, String reason) {
    public Audit {
        for (String text : new String[] {name, reason}) {
            if (!text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .,_/#-]*")) {
                throw new IllegalArgumentException(
                        "'%s' cannot be typed into the audit dialogue: use letters, digits, blanks and . , _ / # -"
                                .formatted(text));
            }
        }
    }
}
