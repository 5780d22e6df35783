package io.bywash.custody;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A DSSE envelope around an in-toto statement: one line of ASCII, signed where there is a key. */
final class Envelope {
    private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Envelope() {}

    static String of(byte[] payload, Optional<SigningKey> key) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("payload", Base64.getEncoder().encodeToString(payload)).put("payloadType", PAYLOAD_TYPE);
        ArrayNode signatures = envelope.putArray("signatures");
        key.ifPresent(signer -> signatures
                .addObject()
                .put("keyid", signer.id())
                .put("sig", Base64.getEncoder().encodeToString(signer.sign(signed(payload)))));
        return JSON.writeValueAsString(envelope) + "\n";
    }

    /** DSSE's pre-authentication encoding, with both lengths in bytes. */
    private static byte[] signed(byte[] payload) {
        byte[] before = "DSSEv1 %d %s %d "
                .formatted(PAYLOAD_TYPE.length(), PAYLOAD_TYPE, payload.length)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[before.length + payload.length];
        System.arraycopy(before, 0, whole, 0, before.length);
        System.arraycopy(payload, 0, whole, before.length, payload.length);
        return whole;
    }
}
