package io.seikyu.web.body;

import io.seikyu.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parses JSON strictly: UTF-8, one document, no name twice, nothing deep or long enough to hurt. */
public final class JsonText {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_MESSAGE = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** @throws ProblemException 400 {@code malformed-json} that says where */
    public static JsonNode parse(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(utf8(body));
            if (node == null || node.isMissingNode()) {
                throw malformed("The body is empty.");
            }
            return node;
        } catch (JacksonException e) {
            throw malformed(sentence(e));
        }
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8.");
        }
    }

    private static String sentence(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int end = message.length();
        for (String noise : new String[] {"\n", " (start marker", " [Source", " (`", " (from ", ": enable"}) {
            int at = message.indexOf(noise);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        message = message.substring(0, Math.min(end, LONGEST_MESSAGE));
        TokenStreamLocation at = e.getLocation();
        String where = at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
        return "The body is not JSON as RFC 8259 has it" + where + ": " + message;
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(400, "malformed-json", detail);
    }
}
